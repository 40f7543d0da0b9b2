import { countWords } from "./scripts.js";
import { findLikenesses } from "./candidates.js";
import { aId, bId, FREE, MOVED, type Layout, type MovedBlock } from "./layout.js";
import type { Meter } from "./meter.js";

/** A line of A and a line of B that could be the same line in another place. */
interface Point {
  readonly i: number;
  readonly j: number;
  readonly common: number;
  readonly similarity: number;
}

/** Shared characters a moved block has at least; a shorter one reads better as deleted and inserted. */
const LEAST_CHARACTERS = 20;
const LEAST_WORDS = 3;
const LEAST_LINE = 0.5;
const LEAST_BLOCK = 0.6;
/** One edited line alone has to be more alike: chance resemblance is common. */
const LEAST_SINGLE = 0.72;
/** A text that occurs more often than this on a side is never a seed. */
const MOST_COPIES = 8;
/** Lines a moved block may have gained or lost between two lines that match. */
const REACH = 4;

/**
 * Claims the blocks that went elsewhere (P. Heckel, "A technique for isolating differences between files", 1978,
 * has the idea for exact lines; here edited lines count too, by shared words).
 * With `exactOnly` the blocks are found but not edited lines: used to keep them out of pairing.
 */
export function findMoves(layout: Layout, meter: Meter, exactOnly: boolean): MovedBlock[] {
  const as = freeStrong(layout.aUse, layout.aCount, (i) => layout.table.weak[aId(layout, i)]!);
  const bs = freeStrong(layout.bUse, layout.bCount, (j) => layout.table.weak[bId(layout, j)]!);
  if (as.length === 0 || bs.length === 0) return [];
  const points = exactPoints(layout, as, bs);
  if (!exactOnly) points.push(...likePoints(layout, as, bs, points, meter));
  return growBlocks(layout, points);
}

export function claimMoves(layout: Layout, blocks: readonly MovedBlock[]): void {
  for (const block of blocks) {
    layout.aUse.fill(MOVED, block.i0, block.i1);
    layout.bUse.fill(MOVED, block.j0, block.j1);
    layout.moves.push(block);
  }
}

export function releaseMoves(layout: Layout): void {
  for (const block of layout.moves) {
    layout.aUse.fill(FREE, block.i0, block.i1);
    layout.bUse.fill(FREE, block.j0, block.j1);
  }
  layout.moves = [];
}

function freeStrong(use: Uint8Array, count: number, weak: (line: number) => number): number[] {
  const lines: number[] = [];
  for (let line = 0; line < count; line++)
    if (use[line] === FREE && weak(line) === 0) lines.push(line);
  return lines;
}

function exactPoints(layout: Layout, as: readonly number[], bs: readonly number[]): Point[] {
  const places = new Map<number, number[]>();
  for (const j of bs) {
    const id = bId(layout, j);
    const list = places.get(id);
    if (list === undefined) places.set(id, [j]);
    else list.push(j);
  }
  const copies = new Map<number, number>();
  for (const i of as) {
    const id = aId(layout, i);
    copies.set(id, (copies.get(id) ?? 0) + 1);
  }
  const points: Point[] = [];
  for (const i of as) {
    const id = aId(layout, i);
    const list = places.get(id);
    if (list === undefined || list.length > MOST_COPIES || copies.get(id)! > MOST_COPIES) continue;
    const common = layout.table.bag(id).total;
    for (const j of list) points.push({ i, j, common, similarity: 1 });
  }
  return points;
}

function likePoints(
  layout: Layout,
  as: readonly number[],
  bs: readonly number[],
  exact: readonly Point[],
  meter: Meter,
): Point[] {
  const takenA = new Set(exact.map((point) => point.i));
  const takenB = new Set(exact.map((point) => point.j));
  const restA = as.filter((i) => !takenA.has(i));
  const restB = bs.filter((j) => !takenB.has(j));
  if (restA.length === 0 || restB.length === 0) return [];
  const aBags = restA.map((i) => layout.table.bag(aId(layout, i)));
  const bBags = restB.map((j) => layout.table.bag(bId(layout, j)));
  return findLikenesses(aBags, bBags, LEAST_LINE, meter)
    .filter((pair) => pair.similarity >= LEAST_LINE)
    .map(({ i, j, common, similarity }) => ({ i: restA[i]!, j: restB[j]!, common, similarity }));
}

/** From the best points outward; what is claimed by a better block is out of reach for the next. */
function growBlocks(layout: Layout, points: readonly Point[]): MovedBlock[] {
  const byLine = new Map<number, Point[]>();
  for (const point of points) {
    const list = byLine.get(point.i);
    if (list === undefined) byLine.set(point.i, [point]);
    else list.push(point);
  }
  const grown = [];
  const used = new Set<Point>();
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

    function extend(from: Point, step: 1 | -1): void {
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
  const weight = (chain: readonly Point[]): number =>
    chain.reduce((sum, point) => sum + point.common, 0);
  for (const chain of grown.toSorted(
    (x, y) => weight(y) - weight(x) || x[0]!.i - y[0]!.i || x[0]!.j - y[0]!.j,
  )) {
    const free = chain.filter((point) => aTaken[point.i] === FREE && bTaken[point.j] === FREE);
    // A better block took some of its lines: what is left may have been cut in two, keep only a whole chain.
    if (free.length === 0 || (free.length < chain.length && !isContiguous(free, aTaken, bTaken)))
      continue;
    const block = judge(layout, free);
    if (block === undefined) continue;
    aTaken.fill(MOVED, block.i0, block.i1);
    bTaken.fill(MOVED, block.j0, block.j1);
    blocks.push(block);
  }
  return blocks;
}

function worth(point: Point): number {
  return point.common * point.similarity;
}

function isContiguous(chain: readonly Point[], aTaken: Uint8Array, bTaken: Uint8Array): boolean {
  const first = chain[0]!;
  const last = chain.at(-1)!;
  for (let i = first.i; i <= last.i; i++) if (aTaken[i] !== FREE) return false;
  for (let j = first.j; j <= last.j; j++) if (bTaken[j] !== FREE) return false;
  return true;
}

/** The nearest point further along both sides with only free lines between. */
function nextPoint(
  byLine: ReadonlyMap<number, readonly Point[]>,
  from: Point,
  step: 1 | -1,
  aTaken: Uint8Array,
  bTaken: Uint8Array,
  layout: Layout,
): Point | undefined {
  let best: Point | undefined;
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

function judge(layout: Layout, chain: readonly Point[]): MovedBlock | undefined {
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

/** A blank or other wordless line that left and arrived with the block belongs to it. */
export function absorbEdges(layout: Layout): void {
  for (const move of layout.moves) {
    while (
      move.i1 < layout.aCount &&
      move.j1 < layout.bCount &&
      layout.aUse[move.i1] === FREE &&
      layout.bUse[move.j1] === FREE &&
      aId(layout, move.i1) === bId(layout, move.j1)
    ) {
      layout.aUse[move.i1++] = MOVED;
      layout.bUse[move.j1++] = MOVED;
    }
    while (
      move.i0 > 0 &&
      move.j0 > 0 &&
      layout.aUse[move.i0 - 1] === FREE &&
      layout.bUse[move.j0 - 1] === FREE &&
      aId(layout, move.i0 - 1) === bId(layout, move.j0 - 1)
    ) {
      layout.aUse[--move.i0] = MOVED;
      layout.bUse[--move.j0] = MOVED;
    }
  }
}
