import { heaviestChain } from "./heaviest-chain.js";
import { IdMatcher } from "./match-ids.js";
import type { Meter } from "./meter.js";

/**
 * Matches two id sequences: ids unique on both sides anchor (patience diff, B. Cohen), recursively inside the
 * gaps, and what has no unique id goes to bounded Myers. Ids are dense, from 0 to `ids - 1`; `weight` makes
 * heavy entries stay and light ones move. Returns `match[i] = j` or -1.
 */
export function matchByPatience(
  a: Int32Array,
  b: Int32Array,
  ids: number,
  weight: (index: number) => number,
  meter: Meter,
): Int32Array {
  const match = new Int32Array(a.length).fill(-1);
  const seenA = new Int32Array(ids);
  const seenB = new Int32Array(ids);
  const whereB = new Int32Array(ids);
  const matcher = new IdMatcher(ids);
  const anchorsA = new Int32Array(Math.min(a.length, b.length));
  const anchorsB = new Int32Array(anchorsA.length);
  const stack = [0, a.length, 0, b.length];
  while (stack.length > 0) {
    let bHi = stack.pop()!;
    let bLo = stack.pop()!;
    let aHi = stack.pop()!;
    let aLo = stack.pop()!;
    while (aLo < aHi && bLo < bHi && a[aLo] === b[bLo]) match[aLo++] = bLo++;
    while (aLo < aHi && bLo < bHi && a[aHi - 1] === b[bHi - 1]) match[--aHi] = --bHi;
    if (aLo === aHi || bLo === bHi) continue;
    if (!meter.spend(aHi - aLo + bHi - bLo)) {
      meter.refuse();
      continue;
    }
    for (let i = aLo; i < aHi; i++) seenA[a[i]!]!++;
    for (let j = bLo; j < bHi; j++) {
      seenB[b[j]!]!++;
      whereB[b[j]!] = j;
    }
    let count = 0;
    let crosses = false;
    for (let i = aLo; i < aHi; i++) {
      const id = a[i]!;
      if (seenA[id] !== 1 || seenB[id] !== 1) continue;
      const j = whereB[id]!;
      if (count > 0 && j < anchorsB[count - 1]!) crosses = true;
      anchorsA[count] = i;
      anchorsB[count++] = j;
    }
    for (let i = aLo; i < aHi; i++) seenA[a[i]!] = 0;
    for (let j = bLo; j < bHi; j++) seenB[b[j]!] = 0;

    if (count === 0) {
      matcher.match(a, aLo, aHi, b, bLo, bHi, match, meter);
      continue;
    }
    // Where nothing crosses, which is nearly always, every anchor holds.
    if (crosses) count = keepHeaviest(anchorsA, anchorsB, count, bLo, weight);
    let fromA = aLo;
    let fromB = bLo;
    for (let at = 0; at < count; at++) {
      const i = anchorsA[at]!;
      const j = anchorsB[at]!;
      match[i] = j;
      if (fromA < i && fromB < j) stack.push(fromA, i, fromB, j);
      fromA = i + 1;
      fromB = j + 1;
    }
    stack.push(fromA, aHi, fromB, bHi);
  }
  return match;
}

/** Moves the anchors of the heaviest chain to the front of both arrays and returns how many they are. */
function keepHeaviest(
  anchorsA: Int32Array,
  anchorsB: Int32Array,
  count: number,
  bLo: number,
  weight: (index: number) => number,
): number {
  const candidates = Array.from({ length: count }, (_, at) => {
    const i = anchorsA[at]!;
    const j = anchorsB[at]! - bLo;
    return { i0: i, i1: i + 1, j0: j, j1: j + 1, value: weight(i) };
  });
  const chain = heaviestChain(candidates);
  for (const [at, { i0, j0 }] of chain.entries()) {
    anchorsA[at] = i0;
    anchorsB[at] = j0 + bLo;
  }
  return chain.length;
}
