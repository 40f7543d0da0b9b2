import { isComponentName, parseStateOf } from "../syntax/index.js";
import type { Token } from "markdown-it";
import { HtmlPreparer, sanitizeHtml } from "../html/index.js";
import { imageAttributes, linkTarget, targetAttributes } from "./destinations.js";
import { isRawHtml, renderTokens } from "./render-tokens.js";
import { report } from "./render-state.js";
import type { RenderState } from "./render-state.js";

/** Trees deeper than this are not parsed: parsing and sanitising recurse. */
const maxTreeDepth = 300;

interface Group {
  tokens: Token[];
  hasHtml: boolean;
  /** A raw HTML block, whose elements may reach over the blocks that follow. */
  isHtmlBlock: boolean;
  depth: number;
}

/**
 * The page's HTML. Blocks without raw HTML are safe as rendered: every value in them is escaped.
 * Those with raw HTML are parsed and sanitised, each on its own, so that an unclosed tag spoils
 * only its block; an HTML block that leaves elements open is sanitised with what closes them.
 */
export function renderSegments(state: RenderState, isEverythingSanitized = false): string {
  const groups = topLevelGroups(state.tokens);
  let html = "";
  for (let index = 0; index < groups.length; index += 1) {
    const group = groups[index];
    if (group === undefined) continue;
    if (!group.hasHtml && !isEverythingSanitized) {
      html += renderTokens(state, group.tokens);
      continue;
    }
    if (group.depth > maxTreeDepth) {
      report(
        state,
        group.tokens[0]?.map?.[0] ?? 0,
        "html-too-deep",
        "HTML in deeply nested text is shown as text.",
      );
      html += renderTokens(state, group.tokens);
      continue;
    }
    const preparer = createPreparer(state);
    state.preparer = preparer;
    let part = renderTokens(state, group.tokens);
    while (group.isHtmlBlock && preparer.depth > 0) {
      const next = groups[index + 1];
      if (next === undefined || next.depth > maxTreeDepth) break;
      part += renderTokens(state, next.tokens);
      index += 1;
    }
    state.preparer = undefined;
    // An element left open would otherwise be opened again around the last line break.
    const trimmed = part.trimEnd();
    html += sanitizeHtml(trimmed) + part.slice(trimmed.length);
  }
  return html;
}

function topLevelGroups(tokens: readonly Token[]): Group[] {
  const groups: Group[] = [];
  let group: Group | undefined;
  let depth = 0;
  for (const token of tokens) {
    group ??= { tokens: [], hasHtml: false, isHtmlBlock: false, depth: 0 };
    group.tokens.push(token);
    if (isRawHtml(token)) group.hasHtml = group.isHtmlBlock = true;
    for (const child of token.children ?? []) if (isRawHtml(child)) group.hasHtml = true;
    depth += token.nesting;
    group.depth = Math.max(group.depth, depth + inlineDepth(token));
    if (depth <= 0) {
      groups.push(group);
      group = undefined;
    }
  }
  if (group !== undefined) groups.push(group);
  return groups;
}

function inlineDepth(token: Token): number {
  let depth = 0;
  let deepest = 0;
  for (const child of token.children ?? []) deepest = Math.max(deepest, (depth += child.nesting));
  return deepest;
}

function createPreparer(state: RenderState): HtmlPreparer {
  const { components } = parseStateOf(state.env);
  return new HtmlPreparer({
    idPrefix: state.idPrefix,
    isComponent: ({ name, isSelfClosing }) =>
      isComponentName(name) && (isSelfClosing || components.has(name)),
    decode: state.decode,
    link(destination) {
      const target = linkTarget(state, destination, "", state.line);
      return target === undefined ? undefined : targetAttributes(target);
    },
    image: (destination, alt) => imageAttributes(state, destination, alt, state.line),
    problem: (code, message) => report(state, state.line, code, message),
  });
}
