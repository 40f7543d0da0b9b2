import type { MarkdownIt, StateBlock, StateCore, Token } from "markdown-it";
import { reportAt } from "./parse-state.js";

export const calloutKinds = [
  "note",
  "tip",
  "info",
  "important",
  "warning",
  "caution",
  "danger",
] as const;
export type CalloutKind = (typeof calloutKinds)[number];

const aliases: Readonly<Record<string, CalloutKind>> = {
  note: "note",
  tip: "tip",
  info: "info",
  important: "important",
  warning: "warning",
  caution: "caution",
  danger: "danger",
  details: "info",
  error: "danger",
  hint: "tip",
  secondary: "note",
  success: "tip",
  warn: "warning",
};

const opening = /^(:{3,})[ \t]*([A-Za-z]+)(?=$|[ \t[{])[ \t]*(.*)$/;
const alert = /^\[!([A-Za-z]+)\][ \t]*(.*)(?:\n|$)/;

/** `:::note Title` … `:::`, and GitHub's `> [!NOTE]`. */
export function callouts(md: MarkdownIt): void {
  md.block.ruler.before("fence", "callout", callout, {
    alt: ["paragraph", "reference", "blockquote", "list"],
  });
  md.core.ruler.after("block", "alert", alerts);
}

function callout(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const indent = indentOf(state, startLine);
  if (indent < 0 || state.src.charCodeAt(contentStart(state, startLine)) !== 0x3a) return false;
  const [, fence, name, rest] = opening.exec(lineText(state, startLine)) ?? [];
  const kind = aliases[name?.toLowerCase() ?? ""];
  if (fence === undefined || kind === undefined) return false;
  // Writers indent callouts to line up with a list; four spaces are code unless a list is open.
  if (indent >= 4 && state.listIndent < 0) return false;
  if (silent) return true;

  const closingLine = findClosingLine(state, startLine, endLine, fence.length);
  const lastLine = closingLine ?? endOfParent(state, startLine, endLine);
  if (closingLine === undefined) {
    reportAt(
      state.env,
      startLine,
      "callout-unclosed",
      `\`:::${name}\` is never closed by \`:::\`.`,
    );
  }
  const open = state.push("callout_open", "div", 1);
  open.map = [startLine, lastLine];
  open.meta = { kind };
  pushTitle(state, calloutTitle(rest ?? ""), startLine);
  tokenizeInside(state, startLine, lastLine);
  state.push("callout_close", "div", -1);
  state.line = closingLine === undefined ? lastLine : closingLine + 1;
  open.map = [startLine, state.line];
  return true;
}

function pushTitle(state: StateBlock, title: string, line: number): void {
  if (title === "") return;
  state.push("callout_title_open", "p", 1).map = [line, line + 1];
  const inline = state.push("inline", "", 0);
  inline.content = title;
  inline.map = [line, line + 1];
  inline.children = [];
  state.push("callout_title_close", "p", -1);
}

/** `[Title]` and `{attributes}` are how newer Docusaurus writes it. */
function calloutTitle(rest: string): string {
  const withoutAttributes = rest.replace(/[ \t]*\{[^{}]*\}[ \t]*$/, "").trim();
  const isBracketed = withoutAttributes.startsWith("[") && withoutAttributes.endsWith("]");
  return isBracketed ? withoutAttributes.slice(1, -1).trim() : withoutAttributes;
}

function tokenizeInside(state: StateBlock, startLine: number, lastLine: number): void {
  const { lineMax, parentType, blkIndent } = state;
  state.parentType = "callout";
  state.lineMax = lastLine;
  // What the callout's own indentation is, its content's may be too, but no line may be lost.
  let indent = state.sCount[startLine] ?? 0;
  for (let line = startLine + 1; line < lastLine; line += 1) {
    if (!state.isEmpty(line))
      indent = Math.min(indent, Math.max(state.sCount[line] ?? 0, blkIndent));
  }
  state.blkIndent = indent;
  state.md.block.tokenize(state, startLine + 1, lastLine);
  Object.assign(state, { lineMax, parentType, blkIndent });
}

/** The `:::` that closes this callout, counting callouts inside and passing over fenced code. */
function findClosingLine(
  state: StateBlock,
  startLine: number,
  endLine: number,
  length: number,
): number | undefined {
  let depth = 0;
  let codeFence = "";
  for (let line = startLine + 1; line < endLine; line += 1) {
    if (state.isEmpty(line)) continue;
    if ((state.sCount[line] ?? 0) < state.blkIndent) return undefined;
    const text = lineText(state, line);
    if (codeFence !== "") {
      if (text.startsWith(codeFence) && /^(`+|~+)[ \t]*$/.test(text)) codeFence = "";
      continue;
    }
    const code = /^(`{3,}|~{3,})/.exec(text)?.[1];
    if (code !== undefined && !(code.startsWith("`") && text.slice(code.length).includes("`"))) {
      codeFence = code;
      continue;
    }
    if (!text.startsWith(":::")) continue;
    const inner = opening.exec(text);
    if (inner !== null && aliases[inner[2]?.toLowerCase() ?? ""] !== undefined) {
      if ((inner[1]?.length ?? 0) <= length) depth += 1;
      continue;
    }
    const colons = /^(:{3,})[ \t]*$/.exec(text)?.[1]?.length ?? 0;
    if (colons < length && colons < 3) continue;
    if (depth > 0) depth -= 1;
    else if (colons >= length) return line;
  }
  return undefined;
}

function endOfParent(state: StateBlock, startLine: number, endLine: number): number {
  for (let line = startLine + 1; line < endLine; line += 1) {
    if (!state.isEmpty(line) && (state.sCount[line] ?? 0) < state.blkIndent) return line;
  }
  return endLine;
}

function indentOf(state: StateBlock, line: number): number {
  return (state.sCount[line] ?? 0) - state.blkIndent;
}

function contentStart(state: StateBlock, line: number): number {
  return (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
}

function lineText(state: StateBlock, line: number): string {
  return state.src.slice(contentStart(state, line), state.eMarks[line]);
}

/** Kind of the callout that a block quote at `index` really is, if it is one. */
export function alertKindAt(tokens: readonly Token[], index: number): CalloutKind | undefined {
  if (tokens[index]?.type !== "blockquote_open") return undefined;
  if (tokens[index + 1]?.type !== "paragraph_open") return undefined;
  const name = alert.exec(tokens[index + 2]?.content ?? "")?.[1];
  return name === undefined ? undefined : aliases[name.toLowerCase()];
}

/** Turns `> [!NOTE]` quotes into callouts before inline text is read. */
function alerts(state: StateCore): void {
  const result: Token[] = [];
  const { tokens } = state;
  const openQuotes: boolean[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined) continue;
    if (token.type === "inline") reportStray(state, token);
    if (token.type === "blockquote_open") {
      const kind = alertKindAt(tokens, index);
      openQuotes.push(kind !== undefined);
      if (kind !== undefined) {
        index += pushAlert(state, token, kind, tokens.slice(index + 1, index + 4), result);
        continue;
      }
    } else if (token.type === "blockquote_close" && openQuotes.pop() === true) {
      token.type = "callout_close";
      token.tag = "div";
    }
    result.push(token);
  }
  state.tokens = result;
}

/** Pushes the callout's head and says how many of the three paragraph tokens it used up. */
function pushAlert(
  state: StateCore,
  quote: Token,
  kind: CalloutKind,
  paragraph: Token[],
  result: Token[],
): number {
  quote.type = "callout_open";
  quote.tag = "div";
  quote.meta = { kind };
  result.push(quote);
  const [open, inline, close] = paragraph;
  if (open === undefined || inline === undefined || close === undefined) return 0;
  const match = alert.exec(inline.content);
  const title = match?.[2]?.trim() ?? "";
  if (title !== "") {
    const titleOpen = new state.Token("callout_title_open", "p", 1);
    const titleInline = new state.Token("inline", "", 0);
    const titleClose = new state.Token("callout_title_close", "p", -1);
    for (const token of [titleOpen, titleInline, titleClose]) {
      token.block = true;
      token.level = open.level;
      token.map = open.map;
    }
    titleInline.content = title;
    titleInline.children = [];
    result.push(titleOpen, titleInline, titleClose);
  }
  inline.content = inline.content.slice(match?.[0].length ?? 0).trimStart();
  if (inline.map !== null) inline.map = [inline.map[0] + 1, inline.map[1]];
  return inline.content === "" ? 3 : 0;
}

const stray = /^[ \t]*:{3,}[ \t]*(?:[A-Za-z]+.*)?$/;

/** `:::` that neither opens nor closes a callout is shown as text; most often it is a mistake. */
function reportStray(state: StateCore, inline: Token): void {
  if (!inline.content.includes(":::")) return;
  for (const [index, line] of inline.content.split("\n").entries()) {
    if (!stray.test(line)) continue;
    const at = (inline.map?.[0] ?? 0) + index;
    reportAt(
      state.env,
      at,
      "callout-stray",
      `\`${line.trim()}\` belongs to no callout and is shown as text.`,
    );
  }
}
