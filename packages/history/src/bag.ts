import { isUnspacedScript, isWordUnit } from "./scripts.js";

/**
 * The words of a stretch of text as a weighted set: keys are 32-bit hashes in ascending order, a weight is
 * the characters that key covers. Unspaced scripts give one key per pair of neighbouring characters.
 * Similarity by shared characters does not depend on word dictionaries, so it is the same everywhere.
 */
export interface Bag {
  readonly keys: Int32Array;
  readonly weights: Int32Array;
  readonly total: number;
}

/** Lines longer than this are compared by their first and last halves of it; enough to recognise them. */
const BAG_CHARACTERS = 8192;

const foundKeys: number[] = [];
const foundWeights: number[] = [];
let scratch = new Float64Array(256);

export function bagOf(text: string, start: number, end: number): Bag {
  foundKeys.length = 0;
  foundWeights.length = 0;
  if (end - start <= BAG_CHARACTERS) collect(text, start, end);
  else {
    collect(text, start, start + BAG_CHARACTERS / 2);
    collect(text, end - BAG_CHARACTERS / 2, end);
  }
  return pack();
}

function collect(text: string, start: number, end: number): void {
  let hash = 0;
  let length = 0;
  let before = 0;
  for (let at = start; at < end; at++) {
    let code = text.charCodeAt(at);
    const word = isWordUnit(code);
    const unspaced = word && isUnspacedScript(code);
    if (word && !unspaced) {
      if (code >= 65 && code <= 90) code += 32;
      hash = (Math.imul(hash, 0x01000193) + code + 0x9e37) | 0;
      length++;
    } else {
      if (length > 0) add(hash, length);
      hash = 0;
      length = 0;
    }
    if (unspaced) {
      add((Math.imul(before, 0x01000193) ^ code) | 0, 1);
      before = code;
    } else before = 0;
  }
  if (length > 0) add(hash, length);
}

function add(hash: number, weight: number): void {
  // Spread the bits: neighbouring hashes of short words must not collide.
  let key = hash ^ (hash >>> 15);
  key = Math.imul(key, 0x2c1b3c6d);
  key ^= key >>> 12;
  foundKeys.push(key | 0);
  foundWeights.push(weight);
}

function pack(): Bag {
  const n = foundKeys.length;
  if (scratch.length < n) scratch = new Float64Array(2 * n);
  const sorted = scratch.subarray(0, n);
  for (let at = 0; at < n; at++)
    sorted[at] = foundKeys[at]! * 0x8000 + Math.min(foundWeights[at]!, 0x7fff);
  sorted.sort();
  const keys = new Int32Array(n);
  const weights = new Int32Array(n);
  let kept = -1;
  let total = 0;
  for (let at = 0; at < n; at++) {
    const key = Math.floor(sorted[at]! / 0x8000);
    const weight = sorted[at]! - key * 0x8000;
    if (kept < 0 || keys[kept] !== key) keys[++kept] = key;
    weights[kept]! += weight;
    total += weight;
  }
  return { keys: keys.subarray(0, kept + 1), weights: weights.subarray(0, kept + 1), total };
}

/** Characters of words that both have. */
export function commonWeight(a: Bag, b: Bag): number {
  let common = 0;
  let i = 0;
  let j = 0;
  while (i < a.keys.length && j < b.keys.length) {
    const x = a.keys[i]!;
    const y = b.keys[j]!;
    if (x === y) common += Math.min(a.weights[i++]!, b.weights[j++]!);
    else if (x < y) i++;
    else j++;
  }
  return common;
}

/** Shared characters, 0 to 1 (Dice). */
export function similarity(a: Bag, b: Bag): number {
  const all = a.total + b.total;
  return all === 0 ? 0 : (2 * commonWeight(a, b)) / all;
}

/** The words of several stretches together. */
export function union(bags: readonly Bag[]): Bag {
  if (bags.length === 1) return bags[0]!;
  const size = bags.reduce((sum, bag) => sum + bag.keys.length, 0);
  const all = new Float64Array(size);
  let at = 0;
  for (const bag of bags)
    for (let k = 0; k < bag.keys.length; k++)
      all[at++] = bag.keys[k]! * 0x200000 + Math.min(bag.weights[k]!, 0x1fffff);
  all.sort();
  const keys = new Int32Array(size);
  const weights = new Int32Array(size);
  let kept = -1;
  let total = 0;
  for (const entry of all) {
    const key = Math.floor(entry / 0x200000);
    const weight = entry - key * 0x200000;
    if (kept < 0 || keys[kept] !== key) keys[++kept] = key;
    weights[kept]! += weight;
    total += weight;
  }
  return { keys: keys.subarray(0, kept + 1), weights: weights.subarray(0, kept + 1), total };
}
