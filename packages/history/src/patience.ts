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
    const anchors = [];
    for (let i = aLo; i < aHi; i++) {
      const id = a[i]!;
      if (seenA[id] !== 1 || seenB[id] !== 1) continue;
      const j = whereB[id]! - bLo;
      anchors.push({ i0: i, i1: i + 1, j0: j, j1: j + 1, value: weight(i) });
    }
    for (let i = aLo; i < aHi; i++) seenA[a[i]!] = 0;
    for (let j = bLo; j < bHi; j++) seenB[b[j]!] = 0;

    if (anchors.length === 0) {
      matcher.match(a, aLo, aHi, b, bLo, bHi, match, meter);
      continue;
    }
    let fromA = aLo;
    let fromB = bLo;
    for (const { i0, j0 } of heaviestChain(anchors)) {
      const j = j0 + bLo;
      match[i0] = j;
      if (fromA < i0 && fromB < j) stack.push(fromA, i0, fromB, j);
      fromA = i0 + 1;
      fromB = j + 1;
    }
    stack.push(fromA, aHi, fromB, bHi);
  }
  return match;
}
