import { diff } from "@stet/history";
import { parseBlocks, renderMarkdown } from "@stet/markdown";
import { paint, type Painting, type RenderedText } from "../src/index.js";

const place = {
  space: "docs",
  locale: "en",
  defaultLocale: "en",
  spaces: ["docs"],
  locales: ["en"],
  filePath: "page.md",
};

export function rendered(markdown: string): RenderedText {
  return { markdown, html: renderMarkdown(markdown, place).html, blocks: parseBlocks(markdown) };
}

export function painted(before: string, after: string): Painting {
  return paint(rendered(before), rendered(after), diff(before, after));
}

/** Everything in reading order, short enough to read in a test. */
export function said(before: string, after: string): string[] {
  return painted(before, after).blocks.map((block) => {
    if (block.kind === "moved-away") return `moved-away ${block.move}`;
    if (block.kind === "same") return `same ${wordsOf(block.html)}`;
    const badges = block.badges.map(({ kind, from, to }) => ` [${kind}: ${from} → ${to}]`).join("");
    const words =
      block.kind === "replaced"
        ? `${wordsOf(block.before)} | ${wordsOf(block.after)}`
        : wordsOf(block.html);
    return `${block.kind} ${words}${badges}`;
  });
}

function wordsOf(html: string): string {
  return html
    .replaceAll('<ins class="painted">', "{+")
    .replaceAll("</ins>", "+}")
    .replaceAll('<del class="painted">', "{-")
    .replaceAll("</del>", "-}")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}
