import type { MarkdownIt, StateBlock, StateInline, Token } from "markdown-it";
import { createParser } from "../syntax/index.js";

type InlineRule = (state: StateInline, silent: boolean) => boolean;

/** Where something stands: in an inline text, or for definitions in the whole parsed text. */
export interface Span {
  start: number;
  end: number;
}

const spans = new WeakMap<Token, Span>();

/** The dialect's parser, noting where each link's destination and each raw tag is written. */
export function createRecordingParser(): MarkdownIt {
  const md = createParser();
  // Definitions and unused footnotes stay among the tokens.
  md.core.ruler.disable(["strip_references", "footnote_section"]);
  md.inline.ruler.at("link", recordDestination(inlineRule("link"), "link_open", 0));
  md.inline.ruler.at("image", recordDestination(inlineRule("image"), "image", 1));
  for (const name of ["html_inline", "jsx_inline"]) {
    md.inline.ruler.at(name, recordTag(inlineRule(name)));
  }
  const reference = blockRule("reference");
  md.block.ruler.at(
    "reference",
    (state, startLine, endLine, silent) => {
      if (!reference(state, startLine, endLine, silent)) return false;
      const token = state.tokens.at(-1);
      const span = silent ? undefined : definitionSpan(state, startLine);
      if (token?.type === "reference_definition" && span !== undefined) spans.set(token, span);
      return true;
    },
    { alt: [] },
  );
  return md;
}

export function spanOf(token: Token): Span | undefined {
  const { start, end } = token.meta ?? {};
  const isWiki = token.info === "wiki" && typeof start === "number" && typeof end === "number";
  return isWiki ? { start, end } : spans.get(token);
}

/** The dialect's own rule: the one that is left when no other is enabled. */
function inlineRule(name: string): InlineRule {
  const { ruler } = createParser().inline;
  ruler.enableOnly([name]);
  return only(ruler.getRules(""), name);
}

function blockRule(name: string) {
  const { ruler } = createParser().block;
  ruler.enableOnly([name]);
  return only(ruler.getRules(""), name);
}

function only<Rule>(rules: readonly Rule[], name: string): Rule {
  const [rule] = rules;
  if (rule === undefined) throw new TypeError(`markdown-it has no rule "${name}".`);
  return rule;
}

function recordDestination(rule: InlineRule, type: string, labelOffset: number): InlineRule {
  return (state, silent) => {
    const { pos } = state;
    const before = state.tokens.length;
    if (!rule(state, silent)) return false;
    if (silent) return true;
    const token = state.tokens.slice(before).find((each) => each.type === type);
    // A label in the notes says that the destination is a definition's.
    if (token === undefined || token.meta?.["label"] !== undefined) return true;
    const labelEnd = state.md.helpers.parseLinkLabel(state, pos + labelOffset, labelOffset === 0);
    const span = destinationSpan(state.md, state.src, labelEnd + 2, state.posMax);
    if (span !== undefined) spans.set(token, span);
    return true;
  };
}

function recordTag(rule: InlineRule): InlineRule {
  return (state, silent) => {
    const { pos } = state;
    if (!rule(state, silent)) return false;
    const token = silent ? undefined : state.tokens.at(-1);
    if (token !== undefined) spans.set(token, { start: pos, end: state.pos });
    return true;
  };
}

/** The destination after spaces at `from`, its angle brackets left out; none when it is empty. */
function destinationSpan(md: MarkdownIt, src: string, from: number, max: number): Span | undefined {
  let start = from;
  while (start < max && /[ \t\n]/.test(src[start] ?? "")) start += 1;
  const parsed = md.helpers.parseLinkDestination(src, start, max);
  if (!parsed.ok) return undefined;
  const isBracketed = src[start] === "<";
  const span = isBracketed ? { start: start + 1, end: parsed.pos - 1 } : { start, end: parsed.pos };
  return span.end > span.start ? span : undefined;
}

function definitionSpan(state: StateBlock, startLine: number): Span | undefined {
  let line = startLine;
  let position = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0) + 1;
  const max = state.src.length;
  while (position < max && state.src[position] !== "]") {
    if (state.src[position] === "\\") position += 1;
    if (state.src[position] === "\n") line += 1;
    position += 1;
  }
  position += 2;
  while (position < max && /[ \t\n]/.test(state.src[position] ?? "")) {
    if (state.src[position] === "\n") {
      line += 1;
      position = (state.bMarks[line] ?? max) + (state.tShift[line] ?? 0);
    } else position += 1;
  }
  return destinationSpan(state.md, state.src, position, max);
}
