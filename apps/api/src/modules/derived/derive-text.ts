import {
  parseFrontMatter,
  renderMarkdown,
  type FrontMatterResult,
  type Block,
  type PageKind,
  type RenderResult,
  type TocEntry,
} from "@stet/markdown";
import { oneLine } from "#platform/one-line.js";
import { storable } from "./storable.js";
import { mediaInfoOf, type RenderEnvironment } from "./environment.js";

/** Moves when the same source renders to other HTML; old revisions are then rendered anew when read. */
export const RENDER_VERSION = 1;

/** Where a text lives: relative links start there. */
export interface SourcePlace {
  readonly space: string;
  readonly defaultLocale: string;
  readonly locale: string;
  readonly path: string;
  readonly filePath: string;
}

export interface LinkCandidate {
  readonly href: string;
  readonly rank: number;
  readonly space: string;
  readonly locale: string;
  readonly path: string;
  readonly text: string;
  readonly line: number;
}

/** Everything that follows from a text and its place. */
export interface DerivedText {
  readonly title: string;
  readonly description: string;
  readonly kind: PageKind;
  readonly tags: readonly string[];
  readonly navOrder: number | null;
  readonly navLabel: string | null;
  readonly frontMatter: Record<string, unknown>;
  readonly html: string;
  readonly toc: readonly TocEntry[];
  readonly problems: RenderResult["problems"];
  readonly links: readonly LinkCandidate[];
  /** Plain text, for search. */
  readonly text: string;
  /** What `parseBlocks` says of the text. */
  readonly blocks: readonly Block[];
}

const MAX_LINK_TEXT = 200;

/** The same input gives the same bytes, always. */
export function deriveText(
  markdown: string,
  place: SourcePlace,
  environment: RenderEnvironment,
): DerivedText {
  const data = storable(parseFrontMatter(markdown).data);
  const rendered = renderMarkdown(markdown, {
    ...place,
    spaces: environment.spaces,
    locales: environment.locales,
    highlight: environment.highlight,
    mediaInfo: (target) => mediaInfoOf(environment, place.space, target),
  });
  return {
    ...propertiesOf(data, storable(rendered.title), place.path),
    description: shortLine(storable(rendered.description), 300),
    frontMatter: data.raw,
    html: rendered.html,
    toc: rendered.toc,
    problems: rendered.problems,
    links: linksOf(rendered),
    text: rendered.text.replaceAll("\0", ""),
    blocks: rendered.blocks,
  };
}

export function propertiesOf(data: FrontMatterResult["data"], title: string, path: string) {
  return {
    title: shortLine(title, 300) || titleOfPath(path),
    kind: data.kind ?? ("PAGE" as const),
    tags: (data.tags ?? []).map(oneLine).filter((tag) => tag !== ""),
    navOrder: data.order ?? null,
    navLabel: data.label === undefined ? null : shortLine(data.label, 200) || null,
  };
}

/** A page that says nothing of its title is called by its address: `host-setup` is "Host setup". */
export function titleOfPath(path: string): string {
  const words = (path.split("/").at(-1) ?? path).replace(/[-_]+/g, " ").trim();
  return words === "" ? path : words.charAt(0).toUpperCase() + words.slice(1);
}

function shortLine(text: string, limit: number): string {
  const line = oneLine(text);
  return line.length <= limit
    ? line
    : `${line
        .slice(0, limit - 1)
        .toWellFormed()
        .trimEnd()}…`;
}

function linksOf(rendered: RenderResult): LinkCandidate[] {
  const byKey = new Map<string, LinkCandidate>();
  for (const link of rendered.links) {
    for (const [rank, target] of link.candidates.entries()) {
      const key = `${rank} ${link.href}`;
      if (byKey.has(key)) continue;
      byKey.set(key, {
        href: link.href,
        rank,
        ...target,
        text: shortLine(link.text, MAX_LINK_TEXT),
        line: link.line,
      });
    }
  }
  return [...byKey.values()];
}
