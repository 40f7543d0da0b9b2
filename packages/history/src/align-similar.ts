import { bagOf, commonWeight, union, type Bag } from "./bag.js";
import type { AlignBlock, KnownBlock } from "./align-types.js";
import { gaps, pair, type Pairs } from "./align-pairs.js";
import { findLikenesses } from "./candidates.js";
import { heaviestChain } from "./heaviest-chain.js";
import type { Meter } from "./meter.js";
import { pairSequences } from "./pair-lines.js";
import { normaliseBlock } from "./text-hash.js";

const EDITED_LEAST = 0.5;
/** A block of another kind has to be more alike. */
const OTHER_KIND_LEAST = 0.8;
const MOVED_LEAST = 0.6;
const MOVED_CHARACTERS = 20;
/** Up to this length letters are compared too: "Install" and "Installing" share no word. */
const SHORT = 60;

/** Pairs blocks whose text changed: in place, split, joined, then elsewhere. */
export function alignSimilar(
  before: readonly KnownBlock[],
  after: readonly AlignBlock[],
  pairs: Pairs,
  meter: Meter,
  isOpen: (j: number) => boolean,
): void {
  const aBags = cachedBags(before);
  const bBags = cachedBags(after);
  const sameKind = (i: number, j: number): boolean => before[i]!.kind === after[j]!.kind;
  const aUse = Uint8Array.from(pairs.to, (j) => (j === -1 ? 0 : 1));
  const bUse = Uint8Array.from(pairs.from, (i, j) => (i === -1 && isOpen(j) ? 0 : 1));
  for (const [i0, i1, j0, j1] of gaps(pairs)) {
    const as = range(i0, i1).filter((i) => pairs.to[i] === -1);
    const bs = range(j0, j1).filter((j) => pairs.from[j] === -1 && isOpen(j));
    if (as.length === 0 || bs.length === 0) continue;
    const sequences = {
      as,
      bs,
      aBags: as.map(aBags),
      bBags: bs.map(bBags),
      aUse,
      bUse,
    };
    const found = pairSequences(
      sequences,
      EDITED_LEAST,
      meter,
      (one) => sameKind(as[one.i]!, bs[one.j]!) || one.similarity >= OTHER_KIND_LEAST,
    );
    for (const { i0: a0, i1: a1, j0: b0, j1: b1 } of heaviestChain(found)) take(a0, a1, b0, b1);
    pairShort(before, after, pairs, as, bs, sameKind);
  }
  pairElsewhere(before, after, pairs, meter, aBags, bBags, isOpen);

  function take(a0: number, a1: number, b0: number, b1: number): void {
    const left = range(a0, a1).filter((i) => pairs.to[i] === -1);
    const right = range(b0, b1).filter((j) => pairs.from[j] === -1);
    const x = union(left.map(aBags));
    const y = union(right.map(bBags));
    // The first keeps the id; the others say where their text is from.
    pair(
      pairs,
      left[0]!,
      right[0]!,
      "edited",
      (2 * commonWeight(x, y)) / Math.max(1, x.total + y.total),
    );
    for (const j of right.slice(1)) pairs.origins.set(j, [before[left[0]!]!.id]);
    if (left.length > 1)
      pairs.origins.set(
        right[0]!,
        left.slice(1).map((i) => before[i]!.id),
      );
  }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}

function cachedBags(blocks: readonly AlignBlock[]): (index: number) => Bag {
  const bags = new Map<number, Bag>();
  return (index) => {
    let bag = bags.get(index);
    if (bag === undefined) {
      const { text } = blocks[index]!;
      bags.set(index, (bag = bagOf(text, 0, text.length)));
    }
    return bag;
  };
}

/** Headings and other short blocks, by pairs of letters. */
function pairShort(
  before: readonly KnownBlock[],
  after: readonly AlignBlock[],
  pairs: Pairs,
  as: readonly number[],
  bs: readonly number[],
  sameKind: (i: number, j: number) => boolean,
): void {
  const left = as.filter((i) => pairs.to[i] === -1 && before[i]!.text.length <= SHORT);
  const right = bs.filter(
    (j) => pairs.from[j] === -1 && !pairs.origins.has(j) && after[j]!.text.length <= SHORT,
  );
  if (left.length === 0 || right.length === 0 || left.length * right.length > 2500) return;
  const fits = left.flatMap((i) =>
    right
      .filter((j) => sameKind(i, j))
      .map((j) => ({
        i,
        j,
        likeness: letterLikeness(
          normaliseBlock(before[i]!.text, before[i]!.kind),
          normaliseBlock(after[j]!.text, after[j]!.kind),
        ),
      }))
      .filter((fit) => fit.likeness >= EDITED_LEAST)
      .map(({ i: a, j: b, likeness }) => ({ i0: a, i1: a + 1, j0: b, j1: b + 1, value: likeness })),
  );
  for (const { i0, j0, value } of heaviestChain(fits)) pair(pairs, i0, j0, "edited", value);
}

function letterLikeness(a: string, b: string): number {
  const seen = new Map<string, number>();
  for (let at = 0; at + 1 < a.length; at++) {
    const two = a.slice(at, at + 2).toLowerCase();
    seen.set(two, (seen.get(two) ?? 0) + 1);
  }
  let shared = 0;
  for (let at = 0; at + 1 < b.length; at++) {
    const two = b.slice(at, at + 2).toLowerCase();
    const left = seen.get(two) ?? 0;
    if (left === 0) continue;
    seen.set(two, left - 1);
    shared++;
  }
  const all = Math.max(0, a.length - 1) + Math.max(0, b.length - 1);
  return all === 0 ? 0 : (2 * shared) / all;
}

function pairElsewhere(
  before: readonly KnownBlock[],
  after: readonly AlignBlock[],
  pairs: Pairs,
  meter: Meter,
  aBags: (i: number) => Bag,
  bBags: (j: number) => Bag,
  isOpen: (j: number) => boolean,
): void {
  const as = range(0, before.length).filter(
    (i) => pairs.to[i] === -1 && aBags(i).total >= MOVED_CHARACTERS,
  );
  const bs = range(0, after.length).filter(
    (j) =>
      pairs.from[j] === -1 &&
      isOpen(j) &&
      !pairs.origins.has(j) &&
      bBags(j).total >= MOVED_CHARACTERS,
  );
  const found = findLikenesses(as.map(aBags), bs.map(bBags), MOVED_LEAST, meter)
    .filter(
      ({ i, j, similarity }) =>
        similarity >= MOVED_LEAST && before[as[i]!]!.kind === after[bs[j]!]!.kind,
    )
    .toSorted(
      (x, y) => y.common * y.similarity - x.common * x.similarity || x.i - y.i || x.j - y.j,
    );
  for (const { i, j, similarity } of found) {
    if (pairs.to[as[i]!] === -1 && pairs.from[bs[j]!] === -1)
      pair(pairs, as[i]!, bs[j]!, "moved-edited", similarity);
  }
}
