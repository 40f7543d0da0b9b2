import type { MarkdownIt, StateBlock, StateInline } from "markdown-it";

const dollar = 0x24;
/** Per inline text: from where on no formula can end, so that a page of dollars stays linear. */
const withoutEnd = new WeakMap<StateInline, { single: number; double: number }>();

/** `$x$` in text, `$$x$$` in text or as a block. Prices and shell variables are left alone. */
export function math(md: MarkdownIt): void {
  // Before the rule for underlined headings, which reads on to the next blank line.
  md.block.ruler.before("lheading", "math_block", mathBlock);
  md.inline.ruler.after("escape", "math_inline", mathInline);
}

function mathBlock(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (!state.src.startsWith("$$", start)) return false;
  const first = state.src.slice(start + 2, state.eMarks[startLine]).trimEnd();
  if (first.endsWith("$$") && first.length > 2) {
    return first.indexOf("$$") === first.length - 2
      ? pushMath(state, first.slice(0, -2), startLine, startLine + 1, silent)
      : false;
  }
  if (first.includes("$$")) return false;
  for (let line = startLine + 1; line < endLine; line += 1) {
    if (!state.isEmpty(line) && (state.sCount[line] ?? 0) < state.blkIndent) return false;
    const text = state.src.slice(state.bMarks[line], state.eMarks[line]).trimEnd();
    if (!text.endsWith("$$")) {
      if (text.trim() === "") return false;
      continue;
    }
    const body = state.getLines(startLine, line + 1, state.blkIndent, false).trim();
    return pushMath(state, body.slice(2, -2), startLine, line + 1, silent);
  }
  return false;
}

function pushMath(
  state: StateBlock,
  content: string,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  if (silent) return true;
  const token = state.push("math_block", "math", 0);
  token.content = content.trim();
  token.map = [startLine, endLine];
  state.line = endLine;
  return true;
}

function mathInline(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src.charCodeAt(pos) !== dollar) return false;
  const isDouble = src.charCodeAt(pos + 1) === dollar;
  const start = pos + (isDouble ? 2 : 1);
  if (start >= posMax || src.charCodeAt(start) === dollar) return false;
  if (!isDouble && (/\s/.test(src[start] ?? " ") || /[\p{L}\p{N}]/u.test(src[pos - 1] ?? ""))) {
    return false;
  }
  const end = findEnd(state, start, isDouble);
  if (end < 0 || end >= posMax || src.slice(start, end).trim() === "") return false;
  if (!silent) {
    const token = state.push("math_inline", "math", 0);
    token.content = src.slice(start, end).trim();
    token.meta = { isDisplay: isDouble };
  }
  state.pos = end + (isDouble ? 2 : 1);
  return true;
}

function findEnd(state: StateInline, start: number, isDouble: boolean): number {
  const known = withoutEnd.get(state) ?? { single: Infinity, double: Infinity };
  const kind = isDouble ? "double" : "single";
  if (start >= known[kind]) return -1;
  const { src } = state;
  let end = src.indexOf("$", start + 1);
  for (; end >= 0; end = src.indexOf("$", end + 1)) {
    if (src[end - 1] === "\\") continue;
    if (isDouble) {
      if (src.charCodeAt(end + 1) === dollar) return end;
    } else if (!/\s/.test(src[end - 1] ?? " ") && !/[\p{L}\p{N}$]/u.test(src[end + 1] ?? "")) {
      return end;
    }
  }
  withoutEnd.set(state, { ...known, [kind]: start });
  return -1;
}
