import { matchByMyers } from "./myers.js";
import type { Meter } from "./meter.js";

/**
 * Bounded Myers over two ranges after dropping the ids only one side has: they cannot be part of a common
 * subsequence, and without them a total rewrite costs nothing. `ids` bounds the ids (dense from 0).
 */
export class IdMatcher {
  readonly #countA: Int32Array;
  readonly #countB: Int32Array;

  constructor(ids: number) {
    this.#countA = new Int32Array(ids);
    this.#countB = new Int32Array(ids);
  }

  match(
    a: Int32Array,
    aFrom: number,
    aTo: number,
    b: Int32Array,
    bFrom: number,
    bTo: number,
    match: Int32Array,
    meter: Meter,
  ): void {
    const countA = this.#countA;
    const countB = this.#countB;
    for (let i = aFrom; i < aTo; i++) countA[a[i]!]!++;
    for (let j = bFrom; j < bTo; j++) countB[b[j]!]!++;
    const placesA = shared(a, aFrom, aTo, countB);
    const placesB = shared(b, bFrom, bTo, countA);
    for (let i = aFrom; i < aTo; i++) countA[a[i]!] = 0;
    for (let j = bFrom; j < bTo; j++) countB[b[j]!] = 0;
    if (placesA.length === 0 || placesB.length === 0) return;
    const keptA = placesA.map((i) => a[i]!);
    const keptB = placesB.map((j) => b[j]!);
    const found = new Int32Array(keptA.length).fill(-1);
    matchByMyers(keptA, 0, keptA.length, keptB, 0, keptB.length, found, meter);
    for (let k = 0; k < found.length; k++) {
      if (found[k] !== -1) match[placesA[k]!] = placesB[found[k]!]!;
    }
  }
}

function shared(ids: Int32Array, from: number, to: number, other: Int32Array): Int32Array {
  const places = new Int32Array(to - from);
  let kept = 0;
  for (let at = from; at < to; at++) if (other[ids[at]!]! > 0) places[kept++] = at;
  return places.subarray(0, kept);
}
