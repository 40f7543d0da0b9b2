import type { Lines } from "./lines.js";

/** 1 for every line inside a fenced code block, its marks included. A fence that nobody closes runs to the end. */
export function codeLines(lines: Lines): Uint8Array {
  const inside = new Uint8Array(lines.count);
  let mark = 0;
  let length = 0;
  for (let line = 0; line < lines.count; line++) {
    const fence = fenceAt(lines.text, lines.starts[line]!, lines.starts[line + 1]!);
    if (mark === 0) {
      if (fence === undefined || (fence.mark === 96 && fence.infoHasBacktick)) continue;
      ({ mark, length } = fence);
    } else if (fence !== undefined && fence.mark === mark && fence.length >= length && fence.bare) {
      mark = 0;
    }
    inside[line] = 1;
  }
  return inside;
}

export interface Fence {
  readonly mark: number;
  readonly length: number;
  /** Nothing after the marks: only such a line closes. */
  readonly bare: boolean;
  readonly infoHasBacktick: boolean;
}

/** Three or more backticks or tildes after white space, quote marks or a list marker. */
export function fenceAt(text: string, start: number, end: number): Fence | undefined {
  let at = start;
  // Deeper indentation and containers are common around fences in lists and quotes: being lenient is safer here.
  while (
    at < end &&
    (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9 || text.charCodeAt(at) === 62)
  )
    at++;
  const mark = text.charCodeAt(at);
  if (mark !== 96 && mark !== 126) return listFence(text, at, end);
  let to = at;
  while (to < end && text.charCodeAt(to) === mark) to++;
  if (to - at < 3) return undefined;
  const info = text.slice(to, Math.min(end, to + 200)).trim();
  return { mark, length: to - at, bare: info === "", infoHasBacktick: info.includes("`") };
}

function listFence(text: string, at: number, end: number): Fence | undefined {
  const marker = /^(?:[-*+]|\d{1,9}[.)])[ \t]+(?=```|~~~)/.exec(
    text.slice(at, Math.min(end, at + 24)),
  );
  return marker === null ? undefined : fenceAt(text, at + marker[0].length, end);
}
