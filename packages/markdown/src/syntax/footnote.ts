import type { MarkdownIt, StateBlock, StateCore, StateInline, Token } from "markdown-it";
import { metaText } from "./token-meta.js";
import { parseStateOf, reportAt } from "./parse-state.js";

const definition = /^\[\^([^\s[\]]{1,200})\]:/;
const reference = /^\[\^([^\s[\]]{1,200})\]/;

/** `[^label]` and `[^label]: text`; definitions end up, numbered by first use, after the page. */
export function footnotes(md: MarkdownIt): void {
  md.block.ruler.before("reference", "footnote", footnoteDefinition, {
    alt: ["paragraph", "reference"],
  });
  md.inline.ruler.before("link", "footnote_reference", footnoteReference);
  md.core.ruler.after("inline", "footnote_section", collectFootnotes);
}

function footnoteDefinition(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const lineStart = state.bMarks[startLine] ?? 0;
  const start = lineStart + (state.tShift[startLine] ?? 0);
  if (state.src.charCodeAt(start + 1) !== 0x5e) return false;
  const match = definition.exec(state.src.slice(start, state.eMarks[startLine]));
  const label = match?.[1]?.toLowerCase();
  if (match === null || label === undefined) return false;
  if (silent) return true;

  const { footnotes: known } = parseStateOf(state.env);
  const isFirst = !known.has(label);
  if (isFirst) known.set(label, { label, number: 0, references: 0 });
  else
    reportAt(state.env, startLine, "footnote-duplicate", `Footnote \`${label}\` is defined twice.`);

  const open = state.push("footnote_open", "li", 1);
  open.meta = { label, isFirst };
  const { blkIndent, parentType } = state;
  const sCount = state.sCount[startLine] ?? 0;
  const tShift = state.tShift[startLine] ?? 0;
  // The text after the label becomes the first line of content, which is indented by four.
  state.bMarks[startLine] = Math.min(
    state.skipSpaces(start + match[0].length),
    state.eMarks[startLine] ?? 0,
  );
  state.tShift[startLine] = 0;
  state.sCount[startLine] = blkIndent + 4;
  state.blkIndent = blkIndent + 4;
  state.parentType = "footnote";
  state.line = startLine + 1;
  state.md.block.tokenize(state, startLine, endLine);
  state.line = Math.max(state.line, startLine + 1);
  state.blkIndent = blkIndent;
  state.parentType = parentType;
  state.bMarks[startLine] = lineStart;
  state.sCount[startLine] = sCount;
  state.tShift[startLine] = tShift;
  open.map = [startLine, state.line];
  state.push("footnote_close", "li", -1);
  return true;
}

function footnoteReference(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x5b || state.src.charCodeAt(state.pos + 1) !== 0x5e) {
    return false;
  }
  const match = reference.exec(state.src.slice(state.pos, Math.min(state.posMax, state.pos + 204)));
  const use = parseStateOf(state.env).footnotes.get(match?.[1]?.toLowerCase() ?? "");
  if (match === null || use === undefined) return false;
  if (!silent) {
    use.references += 1;
    if (use.number === 0) use.number = nextNumber(parseStateOf(state.env).footnotes);
    const token = state.push("footnote_reference", "sup", 0);
    token.meta = { label: use.label, number: use.number, reference: use.references };
  }
  state.pos += match[0].length;
  return true;
}

function nextNumber(known: ReadonlyMap<string, { number: number }>): number {
  let largest = 0;
  for (const { number } of known.values()) largest = Math.max(largest, number);
  return largest + 1;
}

/** Takes definitions out of the flow and puts the referenced ones, in order, at the end. */
function collectFootnotes(state: StateCore): void {
  const known = parseStateOf(state.env).footnotes;
  if (known.size === 0) return;
  const flow: Token[] = [];
  const bodies = new Map<string, Token[]>();
  const open: { tokens: Token[]; label: string; isFirst: boolean }[] = [];
  for (const token of state.tokens) {
    if (token.type === "footnote_open") {
      const label = metaText(token, "label");
      open.push({ tokens: [token], label, isFirst: token.meta?.["isFirst"] === true });
      continue;
    }
    const current = open.at(-1);
    (current?.tokens ?? flow).push(token);
    if (token.type === "footnote_close" && current !== undefined) {
      open.pop();
      if (current.isFirst) bodies.set(current.label, current.tokens);
    }
  }
  const used = [...known.values()].filter((use) => use.number > 0);
  used.sort((a, b) => a.number - b.number);
  for (const use of known.values()) {
    const line = bodies.get(use.label)?.[0]?.map?.[0] ?? 0;
    if (use.number === 0) {
      reportAt(state.env, line, "footnote-unused", `Nothing refers to footnote \`${use.label}\`.`);
    }
  }
  if (used.length > 0) {
    flow.push(sectionToken(state, "footnotes_open", 1));
    for (const use of used) {
      const tokens = bodies.get(use.label) ?? [];
      const first = tokens[0];
      if (first !== undefined) first.meta = { ...first.meta, ...use };
      addBacklinks(state, tokens, use);
      flow.push(...tokens);
    }
    flow.push(sectionToken(state, "footnotes_close", -1));
  }
  state.tokens = flow;
}

function sectionToken(state: StateCore, type: string, nesting: 1 | -1): Token {
  const token = new state.Token(type, "section", nesting);
  token.block = true;
  return token;
}

/** Into the last paragraph, so that the arrow stands at the end of the text. */
function addBacklinks(
  state: StateCore,
  tokens: Token[],
  use: { label: string; number: number; references: number },
): void {
  const backlink = new state.Token("footnote_back", "a", 0);
  backlink.meta = { ...use };
  const inline = tokens.at(-3);
  if (tokens.at(-2)?.type === "paragraph_close" && inline?.type === "inline") {
    inline.children?.push(backlink);
  } else {
    tokens.splice(-1, 0, backlink);
  }
}
