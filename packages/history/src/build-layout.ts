import { absorbEdges, claimMoves, findMoves, releaseMoves } from "./find-moves.js";
import { aId, bId, emptyLayout, FREE, gapsOf, setEqual, type Layout } from "./layout.js";
import type { LineTable } from "./line-table.js";
import { IdMatcher } from "./match-ids.js";
import type { Meter } from "./meter.js";
import { pairLines } from "./pair-lines.js";
import { matchByPatience } from "./patience.js";
import { slideRuns } from "./slide.js";

export interface LineMeters {
  readonly lines: Meter;
  readonly pairs: Meter;
  readonly moves: Meter;
}

/** Pairs this alike are settled before moves are looked for; weaker ones take what moves leave. */
const STRONG_PAIR = 0.6;
const WEAK_PAIR = 0.4;

/** Decides about every line: equal, became, moved, or free (deleted or inserted). */
export function buildLayout(table: LineTable, meters: LineMeters, withMoves: boolean): Layout {
  const layout = emptyLayout(table, 0, table.aIds.length, 0, table.bIds.length);
  matchStrongLines(layout, meters.lines);
  if (withMoves) claimMoves(layout, findMoves(layout, meters.moves, true));
  pairLines(layout, STRONG_PAIR, meters.pairs);
  if (withMoves) {
    releaseMoves(layout);
    claimMoves(layout, findMoves(layout, meters.moves, false));
  }
  pairLines(layout, WEAK_PAIR, meters.pairs);
  matchRest(layout, meters.lines);
  if (withMoves) absorbEdges(layout);
  slideRuns(layout);
  return layout;
}

/** Inside a moved block: what stayed and what was edited on the way. */
export function buildInner(
  table: LineTable,
  meters: LineMeters,
  [aBase, aEnd, bBase, bEnd]: readonly [number, number, number, number],
): Layout {
  const layout = emptyLayout(table, aBase, aEnd, bBase, bEnd);
  matchStrongLines(layout, meters.lines);
  pairLines(layout, WEAK_PAIR, meters.pairs);
  matchRest(layout, meters.lines);
  slideRuns(layout);
  return layout;
}

/**
 * Only equality, and as much of it as there is: plain Myers over all lines, blank ones included, as git does.
 * For merge and for blame without moves, where agreeing with git counts more than looking tidy.
 */
export function buildEqual(table: LineTable, meters: LineMeters): Layout {
  const layout = emptyLayout(table, 0, table.aIds.length, 0, table.bIds.length);
  const match = new Int32Array(layout.aCount).fill(-1);
  const matcher = new IdMatcher(table.ids);
  matcher.match(table.aIds, 0, layout.aCount, table.bIds, 0, layout.bCount, match, meters.lines);
  for (let i = 0; i < match.length; i++) if (match[i] !== -1) setEqual(layout, i, match[i]!);
  return layout;
}

/**
 * Lines without words take no part: a blank line matched to the wrong blank line would tear apart
 * the paragraphs around it, which then no longer find each other.
 */
function matchStrongLines(layout: Layout, meter: Meter): void {
  const { table } = layout;
  const as = strong(layout.aCount, (i) => table.weak[aId(layout, i)]!);
  const bs = strong(layout.bCount, (j) => table.weak[bId(layout, j)]!);
  if (as.length === 0 || bs.length === 0) return;
  const whole = as.length + bs.length > table.ids >> 2;
  const [aIds, bIds, ids] = whole
    ? [as.map((i) => aId(layout, i)), bs.map((j) => bId(layout, j)), table.ids]
    : renumber(layout, as, bs);
  const weight = (at: number): number =>
    8 + Math.min(table.lengths[aId(layout, as[at]!)]! >> 3, 24);
  const match = matchByPatience(aIds, bIds, ids, weight, meter);
  for (let at = 0; at < match.length; at++) {
    if (match[at] !== -1) setEqual(layout, as[at]!, bs[match[at]!]!);
  }
}

/** Small ids keep the scratch arrays of a small region small. */
function renumber(
  layout: Layout,
  as: Int32Array,
  bs: Int32Array,
): [a: Int32Array, b: Int32Array, ids: number] {
  const small = new Map<number, number>();
  const smallId = (id: number): number => {
    let known = small.get(id);
    if (known === undefined) small.set(id, (known = small.size));
    return known;
  };
  const aIds = as.map((i) => smallId(aId(layout, i)));
  const bIds = bs.map((j) => smallId(bId(layout, j)));
  return [aIds, bIds, small.size];
}

function strong(count: number, weak: (line: number) => number): Int32Array {
  const lines = new Int32Array(count);
  let kept = 0;
  for (let line = 0; line < count; line++) if (weak(line) === 0) lines[kept++] = line;
  return lines.subarray(0, kept);
}

/** Blank lines and whatever else is free on both sides of a gap, in order. */
function matchRest(layout: Layout, meter: Meter): void {
  const matcher = new IdMatcher(layout.table.ids);
  for (const gap of gapsOf(layout)) {
    const as: number[] = [];
    const bs: number[] = [];
    for (let i = gap.i0; i < gap.i1; i++) if (layout.aUse[i] === FREE) as.push(i);
    for (let j = gap.j0; j < gap.j1; j++) if (layout.bUse[j] === FREE) bs.push(j);
    matchFree(layout, as, bs, matcher, meter);
  }
}

function matchFree(
  layout: Layout,
  as: readonly number[],
  bs: readonly number[],
  matcher: IdMatcher,
  meter: Meter,
): void {
  let [from, aTo, bTo] = [0, as.length, bs.length];
  const same = (x: number, y: number): boolean => aId(layout, as[x]!) === bId(layout, bs[y]!);
  // Mostly it is one blank line on each side.
  while (from < aTo && from < bTo && same(from, from)) setEqual(layout, as[from]!, bs[from++]!);
  while (from < aTo && from < bTo && same(aTo - 1, bTo - 1))
    setEqual(layout, as[--aTo]!, bs[--bTo]!);
  if (from === aTo || from === bTo) return;
  const aIds = Int32Array.from(as, (i) => aId(layout, i));
  const bIds = Int32Array.from(bs, (j) => bId(layout, j));
  const match = new Int32Array(as.length).fill(-1);
  matcher.match(aIds, from, aTo, bIds, from, bTo, match, meter);
  for (let at = from; at < aTo; at++) {
    if (match[at] !== -1) setEqual(layout, as[at]!, bs[match[at]!]!);
  }
}
