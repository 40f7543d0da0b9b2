import { commonWeight, type Bag } from "./bag.js";
import type { Meter } from "./meter.js";

/** A line of A and a line of B that share words; `i` and `j` index the two bag lists. */
export interface Likeness {
  readonly i: number;
  readonly j: number;
  readonly common: number;
  readonly similarity: number;
}

/** Up to this many cells every pair is compared; above it only those that share an uncommon word. */
const DENSE_CELLS = 900;
/** A word on more lines than this does not tell lines apart. */
const COMMON_WORD = 24;
const BEST_KEPT = 4;

/** Pairs that share at least `least` of either line's word characters, found without comparing all with all. */
export function findLikenesses(
  as: readonly Bag[],
  bs: readonly Bag[],
  least: number,
  meter: Meter,
): Likeness[] {
  return as.length * bs.length <= DENSE_CELLS
    ? compareAll(as, bs, least, meter)
    : compareLikely(as, bs, least, meter);
}

function compareAll(
  as: readonly Bag[],
  bs: readonly Bag[],
  least: number,
  meter: Meter,
): Likeness[] {
  const found: Likeness[] = [];
  for (let i = 0; i < as.length; i++) {
    for (let j = 0; j < bs.length; j++) {
      if (!meter.spend(as[i]!.keys.length + bs[j]!.keys.length)) {
        meter.refuse();
        return found;
      }
      consider(as, bs, i, j, least, found);
    }
  }
  return found;
}

function compareLikely(
  as: readonly Bag[],
  bs: readonly Bag[],
  least: number,
  meter: Meter,
): Likeness[] {
  const postings = new Map<number, number[]>();
  for (let j = 0; j < bs.length; j++) {
    const keys = bs[j]!.keys;
    meter.spend(keys.length + 8);
    for (const key of keys) {
      const list = postings.get(key);
      if (list === undefined) postings.set(key, [j]);
      else if (list.length <= COMMON_WORD) list.push(j);
    }
  }
  const found: Likeness[] = [];
  const score = new Int32Array(bs.length);
  const touched: number[] = [];
  for (let i = 0; i < as.length; i++) {
    const { keys, weights } = as[i]!;
    touched.length = 0;
    for (let k = 0; k < keys.length; k++) {
      const list = postings.get(keys[k]!);
      if (list === undefined || list.length > COMMON_WORD) continue;
      for (const j of list) {
        if (score[j] === 0) touched.push(j);
        score[j]! += Math.min(weights[k]!, 64);
      }
    }
    // Lines made of common words only (a table, a list of near-identical lines): look across.
    const across = Math.floor((i * bs.length) / as.length);
    for (let j = Math.max(0, across - 1); j <= Math.min(bs.length - 1, across + 1); j++) {
      if (score[j] === 0) touched.push(j);
      score[j]! += 1;
    }
    const best = bestOf(touched, score, across);
    for (const j of touched) score[j] = 0;
    let cost = keys.length + touched.length + 8;
    for (const j of best) cost += keys.length + bs[j]!.keys.length;
    if (!meter.spend(cost)) {
      meter.refuse();
      return found;
    }
    for (const j of best) consider(as, bs, i, j, least, found);
  }
  return found;
}

function bestOf(touched: readonly number[], score: Int32Array, across: number): number[] {
  const best: number[] = [];
  for (const j of touched) {
    let place = best.length;
    while (place > 0 && isBetter(j, best[place - 1]!, score, across)) place--;
    if (place < BEST_KEPT) {
      best.splice(place, 0, j);
      if (best.length > BEST_KEPT) best.pop();
    }
  }
  return best;
}

function isBetter(j: number, than: number, score: Int32Array, across: number): boolean {
  const difference = score[j]! - score[than]!;
  return difference > 0 || (difference === 0 && Math.abs(j - across) < Math.abs(than - across));
}

function consider(
  as: readonly Bag[],
  bs: readonly Bag[],
  i: number,
  j: number,
  least: number,
  found: Likeness[],
): void {
  const a = as[i]!;
  const b = bs[j]!;
  const smaller = Math.min(a.total, b.total);
  if (smaller === 0) return;
  const common = commonWeight(a, b);
  // Against the smaller line, so that a part of a split paragraph is found too.
  if (common < least * smaller) return;
  found.push({ i, j, common, similarity: (2 * common) / (a.total + b.total) });
}
