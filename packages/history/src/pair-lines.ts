import { commonWeight, union, type Bag } from "./bag.js";
import { findLikenesses, type Likeness } from "./candidates.js";
import { heaviestChain } from "./heaviest-chain.js";
import { addGroup, aId, bId, FREE, gapsOf, type Layout, type Pairing } from "./layout.js";
import { findReflows } from "./reflow.js";
import type { Meter } from "./meter.js";

/** A part of a split paragraph has at least this share of its words from the whole. */
const PART_OF_WHOLE = 0.6;
/** And the parts together are at least this similar to the whole. */
const PARTS_TOGETHER = 0.6;
/** Lines at the ends of a run that may turn out to belong to something else. */
const MOST_DROPPED = 8;
/** One line between the same neighbours on both sides: less likeness is enough to see it as edited. */
const LEAST_ALONE = 0.25;
const GAP_COST = 40;
const LINE_COST = 15;

/** Inside every gap: which free lines became which, in order, one to one, split or joined. */
export function pairLines(layout: Layout, least: number, meter: Meter): void {
  for (const gap of gapsOf(layout)) {
    const as = freeLines(layout.aUse, gap.i0, gap.i1, (i) => layout.table.weak[aId(layout, i)]!);
    const bs = freeLines(layout.bUse, gap.j0, gap.j1, (j) => layout.table.weak[bId(layout, j)]!);
    if (as.length === 0 || bs.length === 0) continue;
    // A hundred thousand gaps of one line each cost time too, long before their words do.
    if (!meter.spend(GAP_COST + LINE_COST * (as.length + bs.length))) {
      meter.refuse();
      return;
    }
    const aBags = as.map((i) => layout.table.bag(aId(layout, i)));
    const bBags = bs.map((j) => layout.table.bag(bId(layout, j)));
    const sequences = { as, bs, aBags, bBags, aUse: layout.aUse, bUse: layout.bUse };
    const isAlone = as.length === 1 && bs.length === 1;
    const pairings = pairSequences(
      sequences,
      isAlone ? Math.min(least, LEAST_ALONE) : least,
      meter,
    ).concat(findReflows(layout, gap, as, bs, aBags, bBags, meter));
    for (const pairing of heaviestChain(pairings)) addGroup(layout, pairing);
  }
}

/** The free lines (or blocks) of a gap: their places, their words, and the claims on every place. */
export interface Sequences {
  readonly as: readonly number[];
  readonly bs: readonly number[];
  readonly aBags: readonly Bag[];
  readonly bBags: readonly Bag[];
  readonly aUse: Uint8Array;
  readonly bUse: Uint8Array;
}

/** Everything in A that could have become something in B, one to one, split or joined; not yet a consistent choice. */
export function pairSequences(
  { as, bs, aBags, bBags, aUse, bUse }: Sequences,
  least: number,
  meter: Meter,
  isAllowed: (pair: Likeness) => boolean = () => true,
): Pairing[] {
  const likenesses = findLikenesses(aBags, bBags, Math.min(least, PART_OF_WHOLE), meter).filter(
    isAllowed,
  );
  return [
    ...onePairings(likenesses, as, bs, least),
    ...partings(likenesses, aBags, bBags, as, bs, bUse, meter),
    ...joinings(likenesses, aBags, bBags, as, bs, aUse, meter),
  ];
}

function freeLines(
  use: Uint8Array,
  from: number,
  to: number,
  weak: (line: number) => number,
): number[] {
  const lines: number[] = [];
  for (let line = from; line < to; line++)
    if (use[line] === FREE && weak(line) === 0) lines.push(line);
  return lines;
}

function onePairings(
  likenesses: readonly Likeness[],
  as: readonly number[],
  bs: readonly number[],
  least: number,
): Pairing[] {
  return likenesses
    .filter((pair) => pair.similarity >= least)
    .map(({ i, j, common, similarity }) => ({
      i0: as[i]!,
      i1: as[i]! + 1,
      j0: bs[j]!,
      j1: bs[j]! + 1,
      value: common * similarity,
      shape: "line",
    }));
}

function partings(
  likenesses: readonly Likeness[],
  aBags: readonly Bag[],
  bBags: readonly Bag[],
  as: readonly number[],
  bs: readonly number[],
  bUse: Uint8Array,
  meter: Meter,
): Pairing[] {
  const single = bestSingles(likenesses, (pair) => pair.i);
  const parts = partsByWhole(
    likenesses,
    (pair) => pair.i,
    (pair) => pair.j,
    bBags,
  );
  return [...parts].flatMap(([i, members]) =>
    runsOf(members, bs, bUse).flatMap((run) => {
      const whole = fitParts(aBags[i]!, run, bBags, single.get(i)!, meter);
      if (whole === undefined) return [];
      const [first, last] = [bs[whole.run[0]!]!, bs[whole.run.at(-1)!]!];
      return [
        {
          i0: as[i]!,
          i1: as[i]! + 1,
          j0: first,
          j1: last + 1,
          value: whole.value,
          shape: "split" as const,
        },
      ];
    }),
  );
}

function joinings(
  likenesses: readonly Likeness[],
  aBags: readonly Bag[],
  bBags: readonly Bag[],
  as: readonly number[],
  bs: readonly number[],
  aUse: Uint8Array,
  meter: Meter,
): Pairing[] {
  const single = bestSingles(likenesses, (pair) => pair.j);
  const parts = partsByWhole(
    likenesses,
    (pair) => pair.j,
    (pair) => pair.i,
    aBags,
  );
  return [...parts].flatMap(([j, members]) =>
    runsOf(members, as, aUse).flatMap((run) => {
      const whole = fitParts(bBags[j]!, run, aBags, single.get(j)!, meter);
      if (whole === undefined) return [];
      const [first, last] = [as[whole.run[0]!]!, as[whole.run.at(-1)!]!];
      return [
        {
          i0: first,
          i1: last + 1,
          j0: bs[j]!,
          j1: bs[j]! + 1,
          value: whole.value,
          shape: "join" as const,
        },
      ];
    }),
  );
}

/** For each whole, the positions (ascending) of lines that are mostly made of its words. */
function partsByWhole(
  likenesses: readonly Likeness[],
  whole: (pair: Likeness) => number,
  part: (pair: Likeness) => number,
  partBags: readonly Bag[],
): Map<number, number[]> {
  const parts = new Map<number, number[]>();
  for (const pair of likenesses) {
    if (pair.common < PART_OF_WHOLE * partBags[part(pair)]!.total) continue;
    const list = parts.get(whole(pair));
    if (list === undefined) parts.set(whole(pair), [part(pair)]);
    else list.push(part(pair));
  }
  for (const [key, list] of parts) {
    if (list.length < 2) parts.delete(key);
    else list.sort((x, y) => x - y);
  }
  return parts;
}

/** Cuts positions into runs that follow one another with nothing but free lines without words between them. */
function runsOf(members: readonly number[], lines: readonly number[], use: Uint8Array): number[][] {
  const runs: number[][] = [];
  let run: number[] = [];
  for (const member of members) {
    const last = run.at(-1);
    if (
      last !== undefined &&
      (member !== last + 1 || !allFree(use, lines[last]!, lines[member]!))
    ) {
      if (run.length > 1) runs.push(run);
      run = [];
    }
    run.push(member);
  }
  if (run.length > 1) runs.push(run);
  return runs;
}

function allFree(use: Uint8Array, from: number, to: number): boolean {
  for (let line = from; line < to; line++) if (use[line] !== FREE) return false;
  return true;
}

function bestSingles(
  likenesses: readonly Likeness[],
  whole: (pair: Likeness) => number,
): Map<number, number> {
  const best = new Map<number, number>();
  for (const pair of likenesses) {
    if (pair.similarity > (best.get(whole(pair)) ?? 0)) best.set(whole(pair), pair.similarity);
  }
  return best;
}

/** Drops parts at the ends while that makes the rest fit better; undefined when one line alone fits as well. */
function fitParts(
  whole: Bag,
  run: readonly number[],
  bags: readonly Bag[],
  single: number,
  meter: Meter,
): { run: readonly number[]; value: number } | undefined {
  let best = run;
  let fit = fitOf(whole, best, bags);
  for (let dropped = 0; best.length > 2 && dropped < MOST_DROPPED; dropped++) {
    if (!meter.spend(2 * (best.length + whole.keys.length))) {
      meter.refuse();
      return undefined;
    }
    const shorter = [best.slice(1), best.slice(0, -1)].map((r) => ({
      r,
      fit: fitOf(whole, r, bags),
    }));
    const better =
      shorter[0]!.fit.similarity >= shorter[1]!.fit.similarity ? shorter[0]! : shorter[1]!;
    if (better.fit.similarity <= fit.similarity) break;
    best = better.r;
    fit = better.fit;
  }
  if (fit.similarity < PARTS_TOGETHER || fit.similarity < single + 0.04) return undefined;
  return { run: best, value: fit.common * fit.similarity };
}

function fitOf(
  whole: Bag,
  run: readonly number[],
  bags: readonly Bag[],
): { common: number; similarity: number } {
  const parts = union(run.map((at) => bags[at]!));
  const common = commonWeight(whole, parts);
  return { common, similarity: (2 * common) / (whole.total + parts.total) };
}
