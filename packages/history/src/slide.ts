import { aId, bId, EQUAL, FREE, setEqual, type Layout } from "./layout.js";
import { lineText, type Lines } from "./lines.js";

/**
 * An inserted or deleted run whose first line equals the line after it can stand one line lower (and so on, and up).
 * Moves each to where a person would put it: starting at a heading or after a blank line.
 */
export function slideRuns(layout: Layout): void {
  const { table } = layout;
  slideSide({
    count: layout.aCount,
    use: layout.aUse,
    id: (i) => aId(layout, i),
    other: (i) => layout.match[i]!,
    lines: table.a,
    base: table.aFrom + layout.aBase,
    rematch: (from, to) => rematchA(layout, from, to),
  });
  slideSide({
    count: layout.bCount,
    use: layout.bUse,
    id: (j) => bId(layout, j),
    other: (j) => layout.back[j]!,
    lines: table.b,
    base: table.bFrom + layout.bBase,
    rematch: (from, to) => rematchB(layout, from, to),
  });
}

interface Sliding {
  readonly count: number;
  readonly use: Uint8Array;
  readonly id: (line: number) => number;
  readonly other: (line: number) => number;
  readonly lines: Lines;
  readonly base: number;
  /** The equal partner of line `from` becomes the partner of line `to`; `from` is free afterwards. */
  readonly rematch: (from: number, to: number) => void;
}

/** A page of equal lines must not make this quadratic. */
const FARTHEST = 200;

function slideSide(s: Sliding): void {
  for (let line = 0; line < s.count; line++) {
    if (s.use[line] !== FREE) continue;
    let from = line;
    let to = line + 1;
    while (to < s.count && s.use[to] === FREE) to++;
    line = to;
    let up = 0;
    while (up < FARTHEST && canSlide(s, from - 1 - up, to - 1 - up)) up++;
    let down = 0;
    while (down < FARTHEST && canSlide(s, to + down, from + down)) down++;
    if (up + down === 0) continue;
    let best = -up;
    let bestScore = -1;
    for (let shift = -up; shift <= down; shift++) {
      const score = 2 * startScore(s, from + shift) + startScore(s, to + shift);
      if (score >= bestScore) {
        best = shift;
        bestScore = score;
      }
    }
    for (; best < 0; best++) s.rematch(--from, --to);
    for (; best > 0; best--) s.rematch(to++, from++);
    line = Math.max(line, to);
  }
}

/** The equal line `equal` can trade places with the free line `free` at the other end of the run. */
function canSlide(s: Sliding, equal: number, free: number): boolean {
  return equal >= 0 && equal < s.count && s.use[equal] === EQUAL && s.id(equal) === s.id(free);
}

function startScore(s: Sliding, line: number): number {
  const at = s.base + line;
  if (at <= 0 || at >= s.lines.count) return 5;
  const text = lineText(s.lines, at);
  const blank = isBlank(text);
  const afterBlank = isBlank(lineText(s.lines, at - 1));
  if (/^ {0,3}#{1,6}[ \t]/.test(text)) return 7;
  if (!blank && afterBlank) return /^\S/.test(text) ? 5 : 4;
  if (/^ {0,3}(?:[-*+]|\d+[.)])[ \t]/.test(text)) return 3;
  return blank && !afterBlank ? 1 : 0;
}

function isBlank(text: string): boolean {
  return text.trim() === "";
}

function rematchA(layout: Layout, from: number, to: number): void {
  const j = layout.match[from]!;
  layout.match[from] = -1;
  layout.aUse[from] = FREE;
  setEqual(layout, to, j);
}

function rematchB(layout: Layout, from: number, to: number): void {
  const i = layout.back[from]!;
  layout.back[from] = -1;
  layout.bUse[from] = FREE;
  setEqual(layout, i, to);
}
