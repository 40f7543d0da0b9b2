import { aId, bId, FREE, MOVED, type Layout, type MovedBlock } from "./layout.js";
import type { Meter } from "./meter.js";
import { countWords } from "./scripts.js";

/** A line of A and a line of B that could be the same line in another place. */
export interface MovePoint {
  readonly i: number;
  readonly j: number;
  readonly common: number;
  readonly similarity: number;
}

/** Shared characters a moved block has at least; a shorter one reads better as deleted and inserted. */
const LEAST_CHARACTERS = 20;
const LEAST_WORDS = 3;
const LEAST_BLOCK = 0.6;
/** One edited line alone has to be more alike: chance resemblance is common. */
const LEAST_SINGLE = 0.72;
/** Lines a moved block may have gained or lost between two lines that match. */
const REACH = 4;
/** A page with more moved blocks was sorted or rewritten; links between hundreds of rows help nobody. */
const MOST_MOVES = 300;

/** From the best points outward; what is claimed by a better block is out of reach for the next. */
export function growBlocks(
  layout: Layout,
  points: readonly MovePoint[],
  meter: Meter,
): MovedBlock[] {
  const byLine = new Map<number, MovePoint[]>();
  for (const point of points) {
    const list = byLine.get(point.i);
    if (list === undefined) byLine.set(point.i, [point]);
    else list.push(point);
  }
  const grown = [];
  const used = new Set<MovePoint>();
  const seeds = points.toSorted((x, y) => worth(y) - worth(x) || x.i - y.i || x.j - y.j);
  const aTaken = layout.aUse.slice();
  const bTaken = layout.bUse.slice();
  for (const seed of seeds) {
    if (used.has(seed) || aTaken[seed.i] !== FREE || bTaken[seed.j] !== FREE) continue;
    const chain = [seed];
    extend(seed, 1);
    extend(seed, -1);
    for (const point of chain) used.add(point);
    grown.push(chain.toSorted((x, y) => x.i - y.i));

    function extend(from: MovePoint, step: 1 | -1): void {
      for (
        let at = nextPoint(byLine, from, step, aTaken, bTaken, layout);
        at;
        at = nextPoint(byLine, at, step, aTaken, bTaken, layout)
      ) {
        chain.push(at);
      }
    }
  }

  const blocks: MovedBlock[] = [];
  const weight = (chain: readonly MovePoint[]): number =>
    chain.reduce((sum, point) => sum + point.common, 0);
  for (const chain of grown.toSorted(
    (x, y) => weight(y) - weight(x) || x[0]!.i - y[0]!.i || x[0]!.j - y[0]!.j,
  )) {
    for (const piece of freePieces(chain, aTaken, bTaken)) {
      const block = judge(layout, piece);
      if (block === undefined) continue;
      if (blocks.length === MOST_MOVES) {
        meter.refuse();
        return blocks;
      }
      aTaken.fill(MOVED, block.i0, block.i1);
      bTaken.fill(MOVED, block.j0, block.j1);
      blocks.push(block);
    }
  }
  return blocks;
}

function worth(point: MovePoint): number {
  return point.common * point.similarity;
}

/** A better block may have taken lines of this chain, or lines between them: what is left, cut there. */
function freePieces(
  chain: readonly MovePoint[],
  aTaken: Uint8Array,
  bTaken: Uint8Array,
): MovePoint[][] {
  const pieces: MovePoint[][] = [];
  let last: MovePoint | undefined;
  for (const point of chain) {
    if (!isFree(aTaken, point.i, point.i) || !isFree(bTaken, point.j, point.j)) continue;
    if (last !== undefined && isFree(aTaken, last.i, point.i) && isFree(bTaken, last.j, point.j))
      pieces.at(-1)!.push(point);
    else pieces.push([point]);
    last = point;
  }
  return pieces;
}

function isFree(taken: Uint8Array, first: number, last: number): boolean {
  for (let line = first; line <= last; line++) if (taken[line] !== FREE) return false;
  return true;
}

/** The nearest point further along both sides with only free lines between. */
function nextPoint(
  byLine: ReadonlyMap<number, readonly MovePoint[]>,
  from: MovePoint,
  step: 1 | -1,
  aTaken: Uint8Array,
  bTaken: Uint8Array,
  layout: Layout,
): MovePoint | undefined {
  let best: MovePoint | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  let skippedA = 0;
  for (let i = from.i + step; i >= 0 && i < layout.aCount && aTaken[i] === FREE; i += step) {
    for (const point of byLine.get(i) ?? []) {
      const distance = (point.j - from.j) * step;
      if (distance <= 0 || distance > 4 * REACH) continue;
      const skippedB = strongBetween(layout, from.j, point.j, step, bTaken);
      if (skippedB < 0 || skippedB > REACH) continue;
      const cost = skippedA + skippedB - point.similarity;
      if (cost < bestCost) {
        best = point;
        bestCost = cost;
      }
    }
    if (layout.table.weak[aId(layout, i)] === 0 && ++skippedA > REACH) break;
    if (Math.abs(i - from.i) > 4 * REACH || bestCost <= skippedA - 1) break;
  }
  return best;
}

/** Word-bearing lines strictly between two lines of B, or -1 when one is taken. */
function strongBetween(
  layout: Layout,
  from: number,
  to: number,
  step: 1 | -1,
  taken: Uint8Array,
): number {
  let strong = 0;
  for (let j = from + step; j !== to; j += step) {
    if (taken[j] !== FREE) return -1;
    if (layout.table.weak[bId(layout, j)] === 0) strong++;
  }
  return taken[to] === FREE ? strong : -1;
}

function judge(layout: Layout, chain: readonly MovePoint[]): MovedBlock | undefined {
  const first = chain[0]!;
  const last = chain.at(-1)!;
  const common = chain.reduce((sum, point) => sum + point.common, 0);
  let all = 0;
  for (let i = first.i; i <= last.i; i++) all += layout.table.bag(aId(layout, i)).total;
  for (let j = first.j; j <= last.j; j++) all += layout.table.bag(bId(layout, j)).total;
  const similarity = all === 0 ? 0 : (2 * common) / all;
  const exact = chain.every((point) => point.similarity === 1);
  const single = chain.length === 1 && !exact;
  if (common < LEAST_CHARACTERS || similarity < (single ? LEAST_SINGLE : LEAST_BLOCK))
    return undefined;
  const { b } = layout.table;
  const base = layout.table.bFrom + layout.bBase;
  if (countWords(b.text, b.starts[base + first.j]!, b.starts[base + last.j + 1]!) < LEAST_WORDS)
    return undefined;
  return { i0: first.i, i1: last.i + 1, j0: first.j, j1: last.j + 1, similarity };
}
