import type { Meter } from "./meter.js";

/**
 * Longest common subsequence of two id sequences by the divide-and-conquer of
 * E. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), section 4b,
 * with two bounds: past `COST_CAP` edits in one search it splits at the furthest point reached
 * (not minimal any more, still correct), and with the meter empty it leaves the rest unmatched.
 */
const COST_CAP = 256;
const FAR = 0x3fffffff;

interface Search {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly forward: Int32Array;
  readonly backward: Int32Array;
  readonly offset: number;
  readonly meter: Meter;
  splitA: number;
  splitB: number;
}

/** Writes `match[i] = j` for every pair found; `match` is left alone elsewhere. */
export function matchByMyers(
  a: Int32Array,
  aFrom: number,
  aTo: number,
  b: Int32Array,
  bFrom: number,
  bTo: number,
  match: Int32Array,
  meter: Meter,
): void {
  const size = aTo - aFrom + (bTo - bFrom) + 5;
  const search: Search = {
    a,
    b,
    forward: new Int32Array(size),
    backward: new Int32Array(size),
    // Diagonals are x - y; the lowest is aFrom - bTo.
    offset: bTo - aFrom + 2,
    meter,
    splitA: 0,
    splitB: 0,
  };
  const stack = [aFrom, aTo, bFrom, bTo];
  while (stack.length > 0) {
    let bHi = stack.pop()!;
    let bLo = stack.pop()!;
    let aHi = stack.pop()!;
    let aLo = stack.pop()!;
    while (aLo < aHi && bLo < bHi && a[aLo] === b[bLo]) match[aLo++] = bLo++;
    while (aLo < aHi && bLo < bHi && a[aHi - 1] === b[bHi - 1]) match[--aHi] = --bHi;
    if (aLo === aHi || bLo === bHi) continue;
    if (!findSplit(search, aLo, aHi, bLo, bHi)) continue;
    const { splitA, splitB } = search;
    stack.push(aLo, splitA, bLo, splitB, splitA, aHi, splitB, bHi);
  }
}

/** A point on a shortest (or, past the cap, a good) path from one corner to the other. */
function findSplit(s: Search, aLo: number, aHi: number, bLo: number, bHi: number): boolean {
  const { a, b, forward, backward, offset, meter } = s;
  const low = aLo - bHi;
  const high = aHi - bLo;
  const forwardStart = aLo - bLo;
  const backwardStart = aHi - bHi;
  const odd = ((forwardStart - backwardStart) & 1) !== 0;
  let fMin = forwardStart;
  let fMax = forwardStart;
  let bMin = backwardStart;
  let bMax = backwardStart;
  forward[forwardStart + offset] = aLo;
  backward[backwardStart + offset] = aHi;

  for (let cost = 1; ; cost++) {
    // A diagonal outside the rectangle is never entered again: the band shrinks there instead of growing.
    if (fMin > low) forward[--fMin - 1 + offset] = -1;
    else ++fMin;
    if (fMax < high) forward[++fMax + 1 + offset] = -1;
    else --fMax;
    let walked = 0;
    for (let k = fMax; k >= fMin; k -= 2) {
      const left = forward[k - 1 + offset]!;
      const right = forward[k + 1 + offset]!;
      let x = left >= right ? left + 1 : right;
      const from = x;
      let y = x - k;
      while (x < aHi && y < bHi && a[x] === b[y]) {
        x++;
        y++;
      }
      walked += x - from;
      forward[k + offset] = x;
      if (odd && k >= bMin && k <= bMax && backward[k + offset]! <= x) {
        s.splitA = x;
        s.splitB = y;
        return true;
      }
    }
    if (bMin > low) backward[--bMin - 1 + offset] = FAR;
    else ++bMin;
    if (bMax < high) backward[++bMax + 1 + offset] = FAR;
    else --bMax;
    for (let k = bMax; k >= bMin; k -= 2) {
      const left = backward[k - 1 + offset]!;
      const right = backward[k + 1 + offset]!;
      let x = left < right ? left : right - 1;
      const from = x;
      let y = x - k;
      while (x > aLo && y > bLo && a[x - 1] === b[y - 1]) {
        x--;
        y--;
      }
      walked += from - x;
      backward[k + offset] = x;
      if (!odd && k >= fMin && k <= fMax && x <= forward[k + offset]!) {
        s.splitA = x;
        s.splitB = y;
        return true;
      }
    }
    if (!meter.spend(((fMax - fMin + bMax - bMin) >> 1) + walked + 2)) {
      meter.refuse();
      return false;
    }
    if (cost >= COST_CAP) {
      furthest(s, aLo, aHi, bLo, bHi, fMin, fMax, bMin, bMax);
      return true;
    }
  }
}

function furthest(
  s: Search,
  aLo: number,
  aHi: number,
  bLo: number,
  bHi: number,
  fMin: number,
  fMax: number,
  bMin: number,
  bMax: number,
): void {
  let bestForward = -1;
  let bestBackward = -1;
  let [fx, fy, bx, by] = [aLo, bLo, aHi, bHi];
  for (let k = fMax; k >= fMin; k -= 2) {
    const x = Math.min(s.forward[k + s.offset]!, aHi, bHi + k);
    const gain = x - aLo + (x - k - bLo);
    if (x >= aLo && x - k >= bLo && gain > bestForward) [bestForward, fx, fy] = [gain, x, x - k];
  }
  for (let k = bMax; k >= bMin; k -= 2) {
    const x = Math.max(s.backward[k + s.offset]!, aLo, bLo + k);
    const gain = aHi - x + (bHi - (x - k));
    if (x <= aHi && x - k <= bHi && gain > bestBackward) [bestBackward, bx, by] = [gain, x, x - k];
  }
  [s.splitA, s.splitB] = bestForward >= bestBackward ? [fx, fy] : [bx, by];
}
