import GithubSlugger from "github-slugger";
import type { Token } from "markdown-it";
import { ownId } from "../html/index.js";
import { inlineText } from "./inline-text.js";
import { report } from "./render-state.js";
import type { RenderState } from "./render-state.js";

const explicitId = /[ \t]*\{#([^\s{}#]{1,200})\}[ \t]*$/;

interface Heading {
  open: Token;
  inline: Token;
  id: string | undefined;
  text: string;
}

/** Gives each heading its id, as GitHub does, or as `{#id}` says; fills the table of contents. */
export function nameHeadings(state: RenderState): void {
  const headings = readHeadings(state.tokens);
  const slugger = new GithubSlugger();
  for (const heading of headings) {
    if (heading.id === undefined) continue;
    const unique = slugger.slug(heading.id, true);
    if (unique !== heading.id) {
      const line = heading.open.map?.[0] ?? 0;
      report(
        state,
        line,
        "duplicate-id",
        `The id \`${heading.id}\` is used twice; this one becomes \`${unique}\`.`,
      );
      heading.id = unique;
    }
  }
  for (const heading of headings) {
    heading.id ??= slugger.slug(heading.text.trim() || "section");
    const id = ownId(heading.id);
    heading.open.meta = { id, text: heading.text };
    state.ids.add(id);
    const level = Number(heading.open.tag.slice(1));
    if (heading.open.level === 0 && level >= 2 && level <= 4) {
      state.toc.push({ id: state.idPrefix + id, text: heading.text, level });
    }
  }
}

function readHeadings(tokens: readonly Token[]): Heading[] {
  const headings: Heading[] = [];
  for (const [index, open] of tokens.entries()) {
    const inline = tokens[index + 1];
    if (open.type !== "heading_open" || inline === undefined) continue;
    const id = takeExplicitId(inline);
    headings.push({
      open,
      inline,
      id,
      text: inlineText(inline.children).replace(/\s+/g, " ").trim(),
    });
  }
  return headings;
}

function takeExplicitId(inline: Token): string | undefined {
  const last = inline.children?.at(-1);
  if (last?.type !== "text") return undefined;
  const match = explicitId.exec(last.content.slice(-240));
  if (match === null) return undefined;
  last.content = last.content.slice(0, last.content.length - match[0].length);
  return match[1];
}
