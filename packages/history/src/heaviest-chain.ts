/** A rectangle of A lines by B lines with the worth of taking it. */
export interface Candidate {
  readonly i0: number;
  readonly i1: number;
  readonly j0: number;
  readonly j1: number;
  readonly value: number;
}

/**
 * The heaviest set of candidates that keeps order on both sides and does not overlap:
 * a longest increasing subsequence with weights, by a Fenwick tree of prefix maxima. O(n log n).
 */
export function heaviestChain<T extends Candidate>(candidates: readonly T[]): T[] {
  const n = candidates.length;
  // Nothing crosses: the whole list is the chain. On ordinary edits this is nearly always so.
  if (isChain(candidates)) return candidates.slice();
  const byStart = order(
    candidates,
    (c) => c.i0 * 2,
    (c) => c.j0,
  );
  const byEnd = order(
    candidates,
    (c) => c.i1 * 2,
    (c) => c.j1,
  );
  let columns = 0;
  for (const c of candidates) if (c.j1 > columns) columns = c.j1;

  const total = new Float64Array(n);
  const previous = new Int32Array(n).fill(-1);
  // Fenwick over j1: the best chain ending at or before a column, as 1 + index of its last candidate.
  const tree = new Int32Array(columns + 2);
  let ended = 0;
  for (const c of byStart) {
    const { i0, j0, value } = candidates[c]!;
    while (ended < n && candidates[byEnd[ended]!]!.i1 <= i0) {
      const done = byEnd[ended++]!;
      for (let at = candidates[done]!.j1 + 1; at < tree.length; at += at & -at) {
        if (tree[at] === 0 || total[tree[at]! - 1]! < total[done]!) tree[at] = done + 1;
      }
    }
    let best = -1;
    for (let at = j0 + 1; at > 0; at -= at & -at) {
      const last = tree[at]! - 1;
      if (last >= 0 && (best < 0 || total[last]! > total[best]!)) best = last;
    }
    total[c] = value + (best < 0 ? 0 : total[best]!);
    previous[c] = best;
  }
  let last = byStart[0]!;
  for (const c of byStart) if (total[c]! > total[last]!) last = c;
  const chain: T[] = [];
  for (let at = last; at !== -1; at = previous[at]!) chain.push(candidates[at]!);
  return chain.reverse();
}

function isChain(candidates: readonly Candidate[]): boolean {
  for (let at = 1; at < candidates.length; at++) {
    const [before, after] = [candidates[at - 1]!, candidates[at]!];
    if (after.i0 < before.i1 || after.j0 < before.j1) return false;
  }
  return true;
}

function order<T>(
  items: readonly T[],
  first: (item: T) => number,
  second: (item: T) => number,
): number[] {
  return items
    .map((_, index) => index)
    .sort(
      (x, y) =>
        first(items[x]!) - first(items[y]!) || second(items[x]!) - second(items[y]!) || x - y,
    );
}
