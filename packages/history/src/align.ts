import { gaps, pair, type Pairs } from "./align-pairs.js";
import { alignSimilar } from "./align-similar.js";
import type {
  AlignBlock,
  AlignedBlock,
  Alignment,
  AlignOptions,
  BlockChange,
  KnownBlock,
  RemovedBlock,
} from "./align-types.js";
import { IdMatcher } from "./match-ids.js";
import { Meter } from "./meter.js";
import { matchByPatience } from "./patience.js";
import { textHash } from "./text-hash.js";

/** Grows when the same blocks could get other ids. */
export const ALIGN_VERSION = 1;

const LINE_BUDGET = 10_000_000;
const PAIR_BUDGET = 6_000_000;

/**
 * Gives every block of a revision its identity: unchanged, moved, edited, split and joined blocks keep the id they
 * had, blocks whose text was here before get it back, the rest get new ids that depend on nothing but the input.
 */
export function align(
  before: readonly KnownBlock[],
  after: readonly AlignBlock[],
  options: AlignOptions,
): Alignment {
  const aHashes = before.map((block, i) => options.hashes?.[i] ?? textHash(block.text, block.kind));
  const bHashes = after.map((block) => textHash(block.text, block.kind));
  const lines = new Meter(LINE_BUDGET);
  const likeness = new Meter(PAIR_BUDGET);
  const pairs: Pairs = {
    from: new Int32Array(after.length).fill(-1),
    to: new Int32Array(before.length).fill(-1),
    change: after.map(() => "new"),
    similarity: after.map(() => 0),
    origins: new Map(),
  };
  alignSame(before, after, aHashes, bHashes, pairs, lines);

  const ids: (string | undefined)[] = after.map((_, j) => idBefore(before, pairs, j));
  restore(before, bHashes, ids, pairs, options.past);
  alignSimilar(before, after, pairs, likeness, (j) => ids[j] === undefined);
  const blocks = after.map((_, j): AlignedBlock => {
    const id = ids[j] ?? idBefore(before, pairs, j) ?? (options.newId ?? derivedId)(j);
    return {
      id,
      textHash: bHashes[j]!,
      change: pairs.change[j]!,
      similarity: Math.round(pairs.similarity[j]! * 1000) / 1000,
      from: pairs.from[j] === -1 ? null : pairs.from[j]!,
      origins: pairs.origins.get(j) ?? [],
    };
  });
  const removed = before.flatMap(({ id }, i): RemovedBlock[] =>
    pairs.to[i] === -1 ? [{ id, textHash: aHashes[i]!, from: i }] : [],
  );
  return { blocks, removed, degraded: lines.refused + likeness.refused > 0 };

  function derivedId(ordinal: number): string {
    return `${options.revision}.${ordinal}`;
  }
}

function idBefore(before: readonly KnownBlock[], pairs: Pairs, j: number): string | undefined {
  return pairs.from[j] === -1 ? undefined : before[pairs.from[j]!]!.id;
}

/** Every text that is on both sides is paired, in three rounds: in order under its headings, in order, anywhere. */
function alignSame(
  before: readonly KnownBlock[],
  after: readonly AlignBlock[],
  aHashes: readonly string[],
  bHashes: readonly string[],
  pairs: Pairs,
  meter: Meter,
): void {
  const [aPlaced, bPlaced, placed] = intern(
    before,
    after,
    (block, hash) => `${block.kind}\0${hash}\0${(block.headingPath ?? []).join("\0")}`,
    aHashes,
    bHashes,
  );
  const weight = (i: number): number => 8 + Math.min(before[i]!.text.length >> 3, 64);
  const match = matchByPatience(aPlaced, bPlaced, placed, weight, meter);
  for (let i = 0; i < match.length; i++) if (match[i] !== -1) pair(pairs, i, match[i]!, "same", 1);

  const [aIds, bIds, count] = intern(
    before,
    after,
    (block, hash) => `${block.kind}\0${hash}`,
    aHashes,
    bHashes,
  );
  const matcher = new IdMatcher(count);
  for (const [i0, i1, j0, j1] of gaps(pairs)) {
    const found = new Int32Array(before.length).fill(-1);
    matcher.match(aIds, i0, i1, bIds, j0, j1, found, meter);
    for (let i = i0; i < i1; i++)
      if (found[i] !== -1 && pairs.to[i] === -1) pair(pairs, i, found[i]!, "same", 1);
  }
  pairMoved(before, after, aIds, bIds, pairs);
  // A paragraph that became a heading, an item that became a paragraph: the text is the same, the kind is not.
  const [aText, bText] = intern(before, after, (_, hash) => hash, aHashes, bHashes);
  pairMoved(before, after, aText, bText, pairs, "edited");
}

function intern(
  before: readonly KnownBlock[],
  after: readonly AlignBlock[],
  keyOf: (block: AlignBlock, hash: string) => string,
  aHashes: readonly string[],
  bHashes: readonly string[],
): [a: Int32Array, b: Int32Array, count: number] {
  const known = new Map<string, number>();
  const idOf = (key: string): number => {
    const id = known.get(key) ?? known.size;
    known.set(key, id);
    return id;
  };
  const a = Int32Array.from(before, (block, i) => idOf(keyOf(block, aHashes[i]!)));
  const b = Int32Array.from(after, (block, j) => idOf(keyOf(block, bHashes[j]!)));
  return [a, b, known.size];
}

/** Equal blocks left over stand somewhere else now; of several, the one under the same headings or after the same block. */
function pairMoved(
  before: readonly KnownBlock[],
  after: readonly AlignBlock[],
  aIds: Int32Array,
  bIds: Int32Array,
  pairs: Pairs,
  change: BlockChange = "moved",
): void {
  const free = new Map<number, number[]>();
  for (let i = 0; i < aIds.length; i++) {
    if (pairs.to[i] !== -1) continue;
    const list = free.get(aIds[i]!);
    if (list === undefined) free.set(aIds[i]!, [i]);
    else list.push(i);
  }
  for (let j = 0; j < bIds.length; j++) {
    const list = pairs.from[j] === -1 ? free.get(bIds[j]!) : undefined;
    if (list === undefined || list.length === 0) continue;
    const path = (after[j]!.headingPath ?? []).join("\0");
    let best = 0;
    let bestScore = -1;
    for (let at = 0; at < Math.min(list.length, 64); at++) {
      const i = list[at]!;
      const sameHeadings = (before[i]!.headingPath ?? []).join("\0") === path;
      const sameNeighbour = j > 0 && i > 0 && pairs.from[j - 1] === i - 1;
      const score = (sameNeighbour ? 2 : 0) + (sameHeadings ? 1 : 0);
      if (score > bestScore) [best, bestScore] = [at, score];
    }
    const [i] = list.splice(best, 1);
    pair(pairs, i!, j, change, 1);
  }
}

function restore(
  before: readonly KnownBlock[],
  bHashes: readonly string[],
  ids: (string | undefined)[],
  pairs: Pairs,
  past: AlignOptions["past"],
): void {
  if (past === undefined) return;
  const taken = new Set(before.map((block) => block.id));
  for (let j = 0; j < bHashes.length; j++) {
    if (ids[j] !== undefined) continue;
    const id = past.get(bHashes[j]!)?.find((candidate) => !taken.has(candidate));
    if (id === undefined) continue;
    taken.add(id);
    ids[j] = id;
    pairs.change[j] = "restored";
    pairs.similarity[j] = 1;
  }
}
