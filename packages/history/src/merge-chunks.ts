import type { Hunk } from "./merge-hunks.js";
import { rangeText, type Lines } from "./lines.js";
import type { ConflictReason } from "./merge-types.js";

export interface Sides {
  readonly base: Lines;
  readonly mine: Lines;
  readonly theirs: Lines;
}

/** A stretch of all three texts, by lines; drafts are settled or turned into conflicts by the guards. */
export interface DraftChunk {
  readonly kind: "same" | "mine" | "theirs" | "both" | "conflict";
  readonly reason?: ConflictReason;
  readonly b0: number;
  readonly b1: number;
  readonly m0: number;
  readonly m1: number;
  readonly t0: number;
  readonly t1: number;
}

/** Chunks (by index) that line merging would settle but a person has to see. */
export type Doubts = Map<number, ConflictReason>;

/**
 * The three-way rule of diff3 (S. Khanna, K. Kunal, B. Pierce, "A Formal Investigation of Diff3", 2007):
 * changes of the two sides that overlap in base form one chunk. As in git, touching counts as overlapping.
 */
export function chunksOf(
  sides: Sides,
  mine: readonly Hunk[],
  theirs: readonly Hunk[],
): DraftChunk[] {
  const chunks: DraftChunk[] = [];
  let [base, m, t] = [0, 0, 0];
  let [x, y] = [0, 0];
  while (x < mine.length || y < theirs.length) {
    const group = takeGroup(mine, theirs, x, y);
    const { b0, b1 } = group;
    // Outside its hunks a side runs parallel to base.
    const m0 = m + (b0 - base);
    const t0 = t + (b0 - base);
    if (b0 > base) chunks.push({ kind: "same", b0: base, b1: b0, m0: m, m1: m0, t0: t, t1: t0 });
    const m1 = m0 + (b1 - b0) + growth(mine, x, group.x);
    const t1 = t0 + (b1 - b0) + growth(theirs, y, group.y);
    const place = { b0, b1, m0, m1, t0, t1 };
    if (group.x === x) chunks.push({ kind: "theirs", ...place });
    else if (group.y === y) chunks.push({ kind: "mine", ...place });
    else if (group.reason !== "duplicate-run" && sameLines(sides, place))
      chunks.push({ kind: "both", ...place });
    else chunks.push({ kind: "conflict", reason: group.reason, ...place });
    [base, m, t, x, y] = [b1, m1, t1, group.x, group.y];
  }
  const rest = sides.base.count - base;
  if (rest > 0) {
    chunks.push({
      kind: "same",
      b0: base,
      b1: base + rest,
      m0: m,
      m1: m + rest,
      t0: t,
      t1: t + rest,
    });
  }
  return chunks;
}

interface Group {
  readonly b0: number;
  readonly b1: number;
  /** The first hunk of each side after the group. */
  readonly x: number;
  readonly y: number;
  readonly reason: ConflictReason;
}

function takeGroup(mine: readonly Hunk[], theirs: readonly Hunk[], x: number, y: number): Group {
  const first =
    x < mine.length && (y >= theirs.length || mine[x]!.reach <= theirs[y]!.reach)
      ? mine[x]!
      : theirs[y]!;
  let b0 = first.b0;
  let b1 = first.b1;
  // How far the group reaches up: hunks that could stand higher pull in what is there.
  let overlap = false;
  let repeats = false;
  let [nextX, nextY] = [x, y];
  if (first === mine[x]) nextX++;
  else nextY++;
  let [mineFrom, mineTo] = first === mine[x] ? [first.b0, first.b1] : [-1, -1];
  let [theirsFrom, theirsTo] = first === mine[x] ? [-1, -1] : [first.b0, first.b1];
  for (;;) {
    const a = mine[nextX];
    const b = theirs[nextY];
    const isMine = a !== undefined && a.reach <= b1;
    const next = isMine ? a : b !== undefined && b.reach <= b1 ? b : undefined;
    if (next === undefined) break;
    if (next.b0 > b1) repeats = true;
    const [from, to] = isMine ? [theirsFrom, theirsTo] : [mineFrom, mineTo];
    if (from !== -1 && next.b0 < to && from < next.b1) overlap = true;
    if (from !== -1 && next.b0 === next.b1 && from === to && from === next.b0) overlap = true;
    b0 = Math.min(b0, next.b0);
    b1 = Math.max(b1, next.b1);
    if (isMine) {
      [mineFrom, mineTo] = [mineFrom === -1 ? next.b0 : mineFrom, next.b1];
      nextX++;
    } else {
      [theirsFrom, theirsTo] = [theirsFrom === -1 ? next.b0 : theirsFrom, next.b1];
      nextY++;
    }
  }
  const ambiguous = [...mine.slice(x, nextX), ...theirs.slice(y, nextY)].some(
    (hunk) => hunk.reach < hunk.b0,
  );
  const both = nextX > x && nextY > y;
  const reason =
    both && (repeats || ambiguous) ? "duplicate-run" : overlap ? "both-changed" : "adjacent";
  return { b0, b1, x: nextX, y: nextY, reason };
}

function growth(hunks: readonly Hunk[], from: number, to: number): number {
  let lines = 0;
  for (let at = from; at < to; at++) {
    const { b0, b1, s0, s1 } = hunks[at]!;
    lines += s1 - s0 - (b1 - b0);
  }
  return lines;
}

function sameLines(
  sides: Sides,
  { m0, m1, t0, t1 }: Pick<DraftChunk, "m0" | "m1" | "t0" | "t1">,
): boolean {
  return rangeText(sides.mine, m0, m1) === rangeText(sides.theirs, t0, t1);
}
