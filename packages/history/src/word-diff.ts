import type { WordOp } from "./diff-types.js";
import { bagOf, type Bag } from "./bag.js";
import { findLikenesses } from "./candidates.js";
import { heaviestChain } from "./heaviest-chain.js";
import type { Meter } from "./meter.js";
import { IdMatcher } from "./match-ids.js";
import { matchByPatience } from "./patience.js";
import { tidyChanges, type TokenChange } from "./tidy-words.js";
import { cutTokens, endsSentence, type Cuts } from "./tokens.js";

/** Longer stretches are compared sentence by sentence first. */
const SENTENCES_ABOVE = 600;
/** Up to this many changed sentences in a row are compared word by word at once. */
const FEW_SENTENCES = 12;
const SENTENCE_LEAST = 0.4;

/**
 * The words that changed between `[aStart, aEnd)` of A and `[bStart, bEnd)` of B; the result tiles both.
 * Past the budget it is one `replace`.
 */
export function diffWords(
  a: string,
  aStart: number,
  aEnd: number,
  b: string,
  bStart: number,
  bEnd: number,
  meter: Meter,
): WordOp[] {
  const prefix = sharedStart(a, aStart, aEnd, b, bStart, bEnd);
  const suffix = sharedEnd(a, aStart + prefix, aEnd, b, bStart + prefix, bEnd);
  const inner = diffTrimmed(
    a,
    aStart + prefix,
    aEnd - suffix,
    b,
    bStart + prefix,
    bEnd - suffix,
    meter,
  );
  return fillEqual(inner, aStart, aEnd, bStart, bEnd);
}

interface Changed {
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
}

function diffTrimmed(
  a: string,
  aStart: number,
  aEnd: number,
  b: string,
  bStart: number,
  bEnd: number,
  meter: Meter,
): Changed[] {
  if (aStart === aEnd && bStart === bEnd) return [];
  const whole = { a0: aStart, a1: aEnd, b0: bStart, b1: bEnd };
  if (aStart === aEnd || bStart === bEnd) return [whole];
  if (!meter.spend((aEnd - aStart + bEnd - bStart) >> 2)) {
    meter.refuse();
    return [whole];
  }
  const aCuts = cutTokens(a, aStart, aEnd);
  const bCuts = cutTokens(b, bStart, bEnd);
  const { aIds, bIds, ids } = intern(a, aCuts, b, bCuts);
  const match = new Int32Array(aIds.length).fill(-1);
  if (aIds.length + bIds.length <= SENTENCES_ABOVE) {
    new IdMatcher(ids).match(aIds, 0, aIds.length, bIds, 0, bIds.length, match, meter);
  } else {
    matchBySentence(a, aCuts, aIds, b, bCuts, bIds, ids, match, meter);
  }
  return tidyChanges(a, aCuts, b, bCuts, changesOf(match, bIds.length)).map((change) => ({
    a0: aCuts[change.a0]!,
    a1: aCuts[change.a1]!,
    b0: bCuts[change.b0]!,
    b1: bCuts[change.b1]!,
  }));
}

function intern(
  a: string,
  aCuts: Cuts,
  b: string,
  bCuts: Cuts,
): { aIds: Int32Array; bIds: Int32Array; ids: number } {
  const known = new Map<string, number>();
  const idsOf = (text: string, cuts: Cuts): Int32Array => {
    const ids = new Int32Array(cuts.length - 1);
    for (let t = 0; t < ids.length; t++) {
      const token = text.slice(cuts[t], cuts[t + 1]);
      let id = known.get(token);
      if (id === undefined) known.set(token, (id = known.size));
      ids[t] = id;
    }
    return ids;
  };
  const aIds = idsOf(a, aCuts);
  const bIds = idsOf(b, bCuts);
  return { aIds, bIds, ids: known.size };
}

/** Equal sentences anchor; inside the gaps words are compared. */
function matchBySentence(
  a: string,
  aCuts: Cuts,
  aIds: Int32Array,
  b: string,
  bCuts: Cuts,
  bIds: Int32Array,
  ids: number,
  match: Int32Array,
  meter: Meter,
): void {
  const known = new Map<string, number>();
  const left = sentences(a, aCuts, known);
  const right = sentences(b, bCuts, known);
  const lengthOf = (s: number): number => 1 + left.starts[s + 1]! - left.starts[s]!;
  const found = matchByPatience(left.ids, right.ids, known.size, lengthOf, meter);
  const matcher = new IdMatcher(ids);
  const aBag = (at: number): Bag =>
    bagOf(a, aCuts[left.starts[at]!]!, aCuts[left.starts[at + 1]!]!);
  const bBag = (at: number): Bag =>
    bagOf(b, bCuts[right.starts[at]!]!, bCuts[right.starts[at + 1]!]!);
  let s = 0;
  let t = 0;
  for (let next = 0; next <= found.length; next++) {
    const other = next === found.length ? right.ids.length : found[next]!;
    if (other === -1) continue;
    matchSentences(s, next, t, other);
    if (next === found.length) break;
    const shift = right.starts[other]! - left.starts[next]!;
    for (let token = left.starts[next]!; token < left.starts[next + 1]!; token++)
      match[token] = token + shift;
    s = next + 1;
    t = other + 1;
  }

  /** Of many edited sentences each finds its counterpart first: one search over all their words would be quadratic. */
  function matchSentences(s0: number, s1: number, t0: number, t1: number): void {
    if (s1 - s0 + t1 - t0 <= FEW_SENTENCES) return matchTokens(s0, s1, t0, t1);
    const aBags = Array.from({ length: s1 - s0 }, (_, at) => aBag(s0 + at));
    const bBags = Array.from({ length: t1 - t0 }, (_, at) => bBag(t0 + at));
    const alike = findLikenesses(aBags, bBags, SENTENCE_LEAST, meter)
      .filter((pair) => pair.similarity >= SENTENCE_LEAST)
      .map(({ i, j, common, similarity }) => ({
        i0: i,
        i1: i + 1,
        j0: j,
        j1: j + 1,
        value: common * similarity,
      }));
    let [i, j] = [0, 0];
    for (const pair of heaviestChain(alike)) {
      matchRest(s0 + i, s0 + pair.i0, t0 + j, t0 + pair.j0);
      matchTokens(s0 + pair.i0, s0 + pair.i1, t0 + pair.j0, t0 + pair.j1);
      [i, j] = [pair.i1, pair.j1];
    }
    matchRest(s0 + i, s1, t0 + j, t1);
  }

  function matchRest(s0: number, s1: number, t0: number, t1: number): void {
    if (s1 - s0 + t1 - t0 <= FEW_SENTENCES) matchTokens(s0, s1, t0, t1);
  }

  function matchTokens(s0: number, s1: number, t0: number, t1: number): void {
    const [aFrom, aTo] = [left.starts[s0]!, left.starts[s1]!];
    const [bFrom, bTo] = [right.starts[t0]!, right.starts[t1]!];
    if (aFrom < aTo && bFrom < bTo) matcher.match(aIds, aFrom, aTo, bIds, bFrom, bTo, match, meter);
  }
}

function sentences(
  text: string,
  cuts: Cuts,
  known: Map<string, number>,
): { ids: Int32Array; starts: number[] } {
  const starts = [0];
  for (let t = 0; t < cuts.length - 1; t++) {
    if (endsSentence(text, cuts[t]!) || t === cuts.length - 2) starts.push(t + 1);
  }
  const ids = new Int32Array(starts.length - 1);
  for (let s = 0; s < ids.length; s++) {
    const sentence = text.slice(cuts[starts[s]!], cuts[starts[s + 1]!]);
    let id = known.get(sentence);
    if (id === undefined) known.set(sentence, (id = known.size));
    ids[s] = id;
  }
  return { ids, starts };
}

function changesOf(match: Int32Array, bCount: number): TokenChange[] {
  const changes: TokenChange[] = [];
  let i = 0;
  let j = 0;
  for (let at = 0; at <= match.length; at++) {
    const other = at === match.length ? bCount : match[at]!;
    if (other === -1) continue;
    if (at > i || other > j) changes.push({ a0: i, a1: at, b0: j, b1: other });
    i = at + 1;
    j = other + 1;
  }
  return changes;
}

function fillEqual(
  changes: readonly Changed[],
  aStart: number,
  aEnd: number,
  bStart: number,
  bEnd: number,
): WordOp[] {
  const ops: WordOp[] = [];
  let at = aStart;
  let bt = bStart;
  for (const { a0, a1, b0, b1 } of changes) {
    if (a0 > at) ops.push({ kind: "equal", a: { start: at, end: a0 }, b: { start: bt, end: b0 } });
    const kind = a0 === a1 ? "insert" : b0 === b1 ? "delete" : "replace";
    ops.push({ kind, a: { start: a0, end: a1 }, b: { start: b0, end: b1 } });
    at = a1;
    bt = b1;
  }
  if (aEnd > at)
    ops.push({ kind: "equal", a: { start: at, end: aEnd }, b: { start: bt, end: bEnd } });
  return ops;
}

/** Shared characters at the start, back to a space before a plain letter, where every kind of cut is allowed. */
function sharedStart(
  a: string,
  aStart: number,
  aEnd: number,
  b: string,
  bStart: number,
  bEnd: number,
): number {
  const limit = Math.min(aEnd - aStart, bEnd - bStart);
  let n = 0;
  while (n < limit && a.charCodeAt(aStart + n) === b.charCodeAt(bStart + n)) n++;
  while (n > 0 && !(isSafeCut(a, aStart + n, aEnd) && isSafeCut(b, bStart + n, bEnd))) n--;
  return n;
}

function sharedEnd(
  a: string,
  aStart: number,
  aEnd: number,
  b: string,
  bStart: number,
  bEnd: number,
): number {
  const limit = Math.min(aEnd - aStart, bEnd - bStart);
  let n = 0;
  while (n < limit && a.charCodeAt(aEnd - 1 - n) === b.charCodeAt(bEnd - 1 - n)) n++;
  // The cut must be safe in both texts, so the character before it counts too: it is shared, or n shrinks past it.
  while (n > 0 && !(isSafeCut(a, aEnd - n, aEnd) && isSafeCut(b, bEnd - n, bEnd))) n--;
  return n;
}

function isSafeCut(text: string, at: number, end: number): boolean {
  if (at >= end) return false;
  const code = text.charCodeAt(at);
  const letter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return letter && text.charCodeAt(at - 1) === 32;
}
