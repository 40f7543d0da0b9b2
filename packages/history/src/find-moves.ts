import { findLikenesses } from "./candidates.js";
import { growBlocks, type MovePoint } from "./grow-blocks.js";
import { aId, bId, FREE, MOVED, type Layout, type MovedBlock } from "./layout.js";
import type { Meter } from "./meter.js";

const LEAST_LINE = 0.5;
/** A text that occurs more often than this on a side is never a seed. */
const MOST_COPIES = 8;
const LINE_COST = 8;

/**
 * Claims the blocks that went elsewhere (P. Heckel, "A technique for isolating differences between files", 1978,
 * has the idea for exact lines; here edited lines count too, by shared words).
 * With `exactOnly` the blocks are found but not edited lines: used to keep them out of pairing.
 */
export function findMoves(layout: Layout, meter: Meter, exactOnly: boolean): MovedBlock[] {
  const as = freeStrong(layout.aUse, layout.aCount, (i) => layout.table.weak[aId(layout, i)]!);
  const bs = freeStrong(layout.bUse, layout.bCount, (j) => layout.table.weak[bId(layout, j)]!);
  if (as.length === 0 || bs.length === 0) return [];
  if (!meter.spend(LINE_COST * (as.length + bs.length))) {
    meter.refuse();
    return [];
  }
  const exact = exactPoints(layout, as, bs);
  const points = exactOnly ? exact : exact.concat(likePoints(layout, as, bs, exact, meter));
  return growBlocks(layout, points, meter);
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

function exactPoints(layout: Layout, as: readonly number[], bs: readonly number[]): MovePoint[] {
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
  const points: MovePoint[] = [];
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
  exact: readonly MovePoint[],
  meter: Meter,
): MovePoint[] {
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
