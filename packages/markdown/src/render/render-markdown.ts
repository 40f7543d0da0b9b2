import type { Env, Token } from "markdown-it";
import { lineStartsOf, tile, topLevelOf } from "../blocks/index.js";
import type { Block, TopLevel } from "../blocks/index.js";
import { parseFrontMatter } from "../front-matter/index.js";
import { maxSourceLength, SourceTooLarge } from "../limits.js";
import { createEnvironment, createParser, parseStateOf } from "../syntax/index.js";
import { resolveDestinations } from "./destinations.js";
import { nameHeadings } from "./headings.js";
import { labelsOf } from "./labels.js";
import { readOutline, shorten } from "./outline.js";
import { renderSegments } from "./segments.js";
import type { RenderState } from "./render-state.js";
import type { RenderContext, RenderResult } from "./render-types.js";

/** Grammars are not linear: a page with more code than this has the rest of it uncoloured. */
const maxHighlighted = 400_000;
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;
/** The blocks of the pages being rendered, by their environment. */
const topLevelBlocks = new WeakMap<Env, TopLevel[]>();
const parser = createParser();
// After the block rules have run and before anything moves their tokens.
parser.core.ruler.after("block", "top_level", (state) => {
  topLevelBlocks.set(state.env, topLevelOf(state.tokens));
});

/**
 * A page as safe HTML, with everything the wiki derives from its text.
 * @throws SourceTooLarge when the source is longer than `maxSourceLength`
 */
export function renderMarkdown(source: string, context: RenderContext): RenderResult {
  const state = parsePage(source, context);
  return { html: renderSegments(state.page), ...state.rest() };
}

/** The same with every block going through the sanitiser; the tests compare the two. */
export function renderSanitized(source: string, context: RenderContext): string {
  return renderSegments(parsePage(source, context).page, true);
}

function parsePage(source: string, context: RenderContext) {
  if (source.length > maxSourceLength) throw new SourceTooLarge(source.length);
  const { data, problems, bodyStart } = parseFrontMatter(source);
  const body = source.slice(bodyStart);
  const lineOffset = bodyStart === 0 ? 0 : lineStartsOf(source.slice(0, bodyStart)).length - 1;
  const env = createEnvironment(body, lineOffset);
  const tokens = parser.parse(body, env);
  const topLevel = topLevelBlocks.get(env) ?? [];
  const blocks = tile(source, bodyStart, topLevel);
  markBlocks(blocks, lineOffset, topLevel);
  markDirections(tokens);
  const page: RenderState = {
    context,
    env,
    labels: labelsOf(context.locale),
    idPrefix: context.idPrefix ?? "",
    problems: [...problems, ...parseStateOf(env).problems],
    lineOffset,
    tokens,
    ids: htmlIds(tokens),
    toc: [],
    links: [],
    media: [],
    externalLinks: [],
    decode: decodeEntities,
    highlightBudget: maxHighlighted,
    preparer: undefined,
    line: 0,
  };
  for (const use of parseStateOf(env).footnotes.values()) page.ids.add(`fn-${use.label}`);
  nameHeadings(page);
  resolveDestinations(page);
  const rest = (): Omit<RenderResult, "html"> => {
    const outline = readOutline(page);
    return {
      title: data.title ?? outline.firstHeading,
      hasTitleHeading: outline.hasTitleHeading,
      toc: page.toc,
      links: page.links.toSorted(byLine),
      media: page.media.toSorted(byLine),
      externalLinks: page.externalLinks.toSorted(byLine),
      text: outline.text,
      sections: outline.sections,
      description: data.description === undefined ? outline.description : shorten(data.description),
      problems: page.problems.toSorted((a, b) => a.line - b.line || a.column - b.column),
      blocks,
    };
  };
  return { page, rest };
}

/** Links in raw HTML are found only while it is rendered. */
function byLine(a: { line: number }, b: { line: number }): number {
  return a.line - b.line;
}

/** Gives each top-level element the index its block has in `parseBlocks`. */
function markBlocks(
  blocks: readonly Block[],
  lineOffset: number,
  topLevel: readonly TopLevel[],
): void {
  const indexes = new Map<number, number>();
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== "frontmatter") indexes.set(block.startLine - lineOffset, index);
  }
  for (const { token, startLine } of topLevel) {
    const index = indexes.get(startLine);
    if (index !== undefined) token.attrSet("data-b", index);
  }
}

/** Text with right-to-left letters finds its own direction; the rest follows the page. */
function markDirections(tokens: readonly Token[]): void {
  for (const [index, inline] of tokens.entries()) {
    if (inline.type !== "inline" || !rightToLeft.test(inline.content)) continue;
    const parent = tokens[index - 1];
    const holder = parent?.hidden === true ? tokens[index - 2] : parent;
    if (holder !== undefined && holder.nesting === 1) holder.attrSet("dir", "auto");
  }
}

/** Ids that raw HTML brings along, so that links to them are known to lead somewhere. */
function htmlIds(tokens: readonly Token[]): Set<string> {
  const ids = new Set<string>();
  const collect = (html: string) => {
    for (const [, id] of html.matchAll(/\b(?:id|name)\s*=\s*["']?([^"'\s>]{1,200})/gi))
      if (id !== undefined) ids.add(id);
  };
  for (const token of tokens) {
    if (token.type === "html_block" || token.type === "jsx_tag") collect(token.content);
    for (const child of token.children ?? []) {
      if (child.type === "html_inline" || child.type === "jsx_tag") collect(child.content);
    }
  }
  return ids;
}

/** Character references only; a backslash in an HTML attribute is a backslash. */
function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text
    .split("\\")
    .map((part) => parser.utils.unescapeAll(part))
    .join("\\");
}
