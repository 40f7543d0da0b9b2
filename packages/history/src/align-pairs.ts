import type { BlockChange } from "./align-types.js";

/** What is decided so far; `from[j]` is the ordinal before, or -1. */
export interface Pairs {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly change: BlockChange[];
  readonly similarity: number[];
  readonly origins: Map<number, string[]>;
}

export function pair(
  pairs: Pairs,
  i: number,
  j: number,
  change: BlockChange,
  similarity: number,
): void {
  pairs.from[j] = i;
  pairs.to[i] = j;
  pairs.change[j] = change;
  pairs.similarity[j] = similarity;
}

/** Stretches of unpaired blocks on both sides between two blocks that stayed in order. */
export function gaps(pairs: Pairs): [i0: number, i1: number, j0: number, j1: number][] {
  const found: [number, number, number, number][] = [];
  let [i, j] = [0, 0];
  for (let at = 0; at <= pairs.to.length; at++) {
    const other = at === pairs.to.length ? pairs.from.length : pairs.to[at]!;
    // Moved blocks do not bound a gap.
    if (other === -1 || (at < pairs.to.length && (other < j || isOutOfOrder(pairs, other))))
      continue;
    if (at > i && other > j) found.push([i, at, j, other]);
    [i, j] = [at + 1, other + 1];
  }
  return found;
}

function isOutOfOrder(pairs: Pairs, j: number): boolean {
  return pairs.change[j] === "moved" || pairs.change[j] === "moved-edited";
}
