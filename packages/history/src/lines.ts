import type { Side } from "./span.js";

/** A text cut after every `\n`; a terminator belongs to its line, as in git. */
export interface Lines {
  readonly text: string;
  /** Where each line starts, and the length of the text as the last entry. */
  readonly starts: Int32Array;
  readonly count: number;
}

export function splitLines(text: string): Lines {
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count++;
  if (text.length > 0 && text.charCodeAt(text.length - 1) !== 10) count++;
  const starts = new Int32Array(count + 1);
  let line = 0;
  for (let at = text.indexOf("\n"); at !== -1 && ++line <= count; at = text.indexOf("\n", at + 1)) {
    starts[line] = at + 1;
  }
  starts[count] = text.length;
  return { text, starts, count };
}

export function lineText(lines: Lines, line: number): string {
  return lines.text.slice(lines.starts[line], lines.starts[line + 1]);
}

export function rangeText(lines: Lines, from: number, to: number): string {
  return lines.text.slice(lines.starts[from], lines.starts[to]);
}

/** The lines from `from` up to, not including, `to`. */
export function side(lines: Lines, from: number, to: number): Side {
  return { start: lines.starts[from]!, end: lines.starts[to]!, line: from, lines: to - from };
}

/** How many whole lines two texts share at the start. */
export function commonPrefixLines(a: Lines, b: Lines): number {
  const limit = Math.min(a.text.length, b.text.length);
  let at = 0;
  while (at < limit && a.text.charCodeAt(at) === b.text.charCodeAt(at)) at++;
  // Both ended inside or at the end of a line: that line counts only when it is whole on both sides.
  let low = 0;
  let high = Math.min(a.count, b.count);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (a.starts[middle]! <= at && a.starts[middle] === b.starts[middle]) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** How many whole lines two texts share at the end, leaving the first `prefix` lines alone. */
export function commonSuffixLines(a: Lines, b: Lines, prefix: number): number {
  const limit = Math.min(a.count, b.count) - prefix;
  let n = 0;
  while (n < limit && sameLine(a, a.count - 1 - n, b, b.count - 1 - n)) n++;
  return n;
}

/** True when two lines have the same bytes. */
export function sameLine(a: Lines, i: number, b: Lines, j: number): boolean {
  const length = a.starts[i + 1]! - a.starts[i]!;
  if (length !== b.starts[j + 1]! - b.starts[j]!) return false;
  const from = a.starts[i]!;
  const other = b.starts[j]!;
  for (let k = length - 1; k >= 0; k--) {
    if (a.text.charCodeAt(from + k) !== b.text.charCodeAt(other + k)) return false;
  }
  return true;
}
