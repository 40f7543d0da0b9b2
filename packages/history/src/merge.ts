import { frontMatterLines, hasDoubleKeys, mergeKeys } from "./front-matter.js";
import { rangeText, side, splitLines, type Lines } from "./lines.js";
import { chunksOf, type DraftChunk, type Sides } from "./merge-chunks.js";
import { doubtsOf } from "./merge-guards.js";
import { hunksOf } from "./merge-hunks.js";
import type {
  ChunkPlace,
  ConflictChunk,
  ConflictReason,
  MergeChunk,
  MergeResult,
  SettledChunk,
} from "./merge-types.js";
import { proposeWords } from "./merge-words.js";
import type { Side } from "./span.js";

/**
 * Merges two texts that both come from `base`. Clean only where whole lines decide it safely; everything else
 * is a conflict chunk, at most with a proposal. Swapping the sides swaps the result, nothing more.
 */
export function merge(base: string, mine: string, theirs: string): MergeResult {
  const sides: Sides = {
    base: splitLines(base),
    mine: splitLines(mine),
    theirs: splitLines(theirs),
  };
  // One side is as it was, or both are alike: nothing to weigh, whatever the texts contain.
  const chunks =
    mine === base || theirs === base || mine === theirs
      ? [wholeChunk(sides, base, mine)]
      : mergeBoth(sides);
  const conflicts = chunks.filter((chunk) => chunk.kind === "conflict");
  if (conflicts.length > 0) return { clean: false, conflicts, chunks };
  const settled = chunks.filter((chunk) => chunk.kind !== "conflict");
  return { clean: true, text: settled.map((chunk) => chunk.text).join(""), chunks: settled };
}

/** The merge was clean or has another number of conflicts than there are texts. */
export class ResolutionMismatch extends Error {
  readonly code = "RESOLUTION_MISMATCH";

  constructor(
    readonly expected: number,
    readonly given: number,
  ) {
    super(
      `The merge has ${expected} conflicts, but ${given} texts were given. Give one text for each conflict, in order.`,
    );
    this.name = "ResolutionMismatch";
  }
}

/**
 * The merged text with one text for each conflict, in order.
 * @throws ResolutionMismatch when the numbers differ.
 */
export function resolveMerge(result: MergeResult, texts: readonly string[]): string {
  const expected = result.clean ? 0 : result.conflicts.length;
  if (expected !== texts.length) throw new ResolutionMismatch(expected, texts.length);
  let next = 0;
  return result.chunks
    .map((chunk) => (chunk.kind === "conflict" ? texts[next++]! : chunk.text))
    .join("");
}

function wholeChunk(
  { base, mine, theirs }: Sides,
  baseText: string,
  mineText: string,
): SettledChunk {
  const isMine = mineText !== baseText;
  const kind = !isMine
    ? theirs.text === baseText
      ? "same"
      : "theirs"
    : theirs.text === mineText
      ? "both"
      : "mine";
  return {
    kind,
    text: isMine ? mineText : theirs.text,
    at: {
      base: side(base, 0, base.count),
      mine: side(mine, 0, mine.count),
      theirs: side(theirs, 0, theirs.count),
    },
  };
}

function mergeBoth(sides: Sides): MergeChunk[] {
  const drafts = chunksOf(
    sides,
    hunksOf(sides.base, sides.mine),
    hunksOf(sides.base, sides.theirs),
  );
  const doubts = doubtsOf(sides, drafts);
  const decided = drafts.map((draft, index): DraftChunk => {
    const reason = doubts.get(index);
    return reason === undefined || draft.kind === "conflict"
      ? draft
      : { ...draft, kind: "conflict", reason };
  });
  return withFrontMatter(sides, decided).map((draft) =>
    "at" in draft ? draft : finish(sides, draft),
  );
}

function finish(sides: Sides, draft: DraftChunk): MergeChunk {
  const at = placeOf(sides, draft);
  const base = rangeText(sides.base, draft.b0, draft.b1);
  const mine = rangeText(sides.mine, draft.m0, draft.m1);
  const theirs = rangeText(sides.theirs, draft.t0, draft.t1);
  if (draft.kind !== "conflict")
    return { kind: draft.kind, at, text: draft.kind === "theirs" ? theirs : mine };
  const proposal =
    mine === base ? theirs : theirs === base ? mine : proposeWords(base, mine, theirs);
  return {
    kind: "conflict",
    reason: draft.reason ?? "both-changed",
    at,
    base,
    mine,
    theirs,
    proposal,
  };
}

/** What was added twice or is ambiguous needs a choice: taking each part as proposed would keep both. */
const NEEDS_CHOICE: ReadonlySet<ConflictReason> = new Set([
  "same-addition",
  "duplicate-definition",
  "moved-and-changed",
  "duplicate-run",
]);

function propose(
  reason: ConflictReason,
  base: string,
  mine: string,
  theirs: string,
): string | null {
  if (NEEDS_CHOICE.has(reason)) return null;
  if (mine === base) return theirs;
  if (theirs === base) return mine;
  const proposal = proposeWords(base, mine, theirs);
  return reason === "front-matter" && proposal !== null && hasDoubleKeys(proposal)
    ? null
    : proposal;
}

function placeOf(sides: Sides, { b0, b1, m0, m1, t0, t1 }: DraftChunk): ChunkPlace {
  return {
    base: side(sides.base, b0, b1),
    mine: side(sides.mine, m0, m1),
    theirs: side(sides.theirs, t0, t1),
  };
}

/** Front matter of both sides is decided by key, whatever the lines say, and stands as one chunk if it changed. */
function withFrontMatter(sides: Sides, drafts: readonly DraftChunk[]): (DraftChunk | MergeChunk)[] {
  const [b, m, t] = [sides.base, sides.mine, sides.theirs].map(frontMatterLines);
  if (m === 0 || t === 0) return drafts.slice();
  const base = rangeText(sides.base, 0, b!);
  const mine = rangeText(sides.mine, 0, m!);
  const theirs = rangeText(sides.theirs, 0, t!);
  if (mine === base || theirs === base || mine === theirs) return drafts.slice();

  const head = headChunks(drafts, b!, m!, t!);
  const byLine = head?.inside.every((draft) => draft.kind !== "conflict")
    ? head.inside.map((draft) => (finish(sides, draft) as SettledChunk).text).join("")
    : undefined;
  const byKey = mergeKeys(base, mine, theirs);
  // Where lines and keys agree it is what git would do; keys alone decide what lines could not.
  if (byLine !== undefined && byKey !== null && !hasDoubleKeys(byLine)) return drafts.slice();
  const place: DraftChunk = { kind: "conflict", b0: 0, b1: b!, m0: 0, m1: m!, t0: 0, t1: t! };
  const at = placeOf(sides, place);
  const chunk: SettledChunk | ConflictChunk =
    byKey === null
      ? {
          kind: "conflict",
          reason: "front-matter",
          at,
          base,
          mine,
          theirs,
          proposal: propose("front-matter", base, mine, theirs),
        }
      : { kind: "keys", at, text: byKey };
  return [chunk, ...(head?.after ?? mergeBodies(sides, b!, m!, t!))];
}

/** A change spans the end of the front matter: the bodies are merged by themselves. */
function mergeBodies(sides: Sides, b: number, m: number, t: number): MergeChunk[] {
  const [base, mine, theirs] = [
    rangeText(sides.base, b, sides.base.count),
    rangeText(sides.mine, m, sides.mine.count),
    rangeText(sides.theirs, t, sides.theirs.count),
  ];
  const moveDown = (place: Side, lines: Lines, by: number): Side => ({
    start: place.start + lines.starts[by]!,
    end: place.end + lines.starts[by]!,
    line: place.line + by,
    lines: place.lines,
  });
  return merge(base, mine, theirs).chunks.map((chunk) => ({
    ...chunk,
    at: {
      base: moveDown(chunk.at.base, sides.base, b),
      mine: moveDown(chunk.at.mine, sides.mine, m),
      theirs: moveDown(chunk.at.theirs, sides.theirs, t),
    },
  }));
}

/** Chunks of the front matter and of the body, cut where all three front matters end; undefined when a change spans the cut. */
function headChunks(
  drafts: readonly DraftChunk[],
  b: number,
  m: number,
  t: number,
): { inside: DraftChunk[]; after: DraftChunk[] } | undefined {
  const inside: DraftChunk[] = [];
  const after: DraftChunk[] = [];
  for (const draft of drafts) {
    const ends = [draft.b1 <= b, draft.m1 <= m, draft.t1 <= t];
    const begins = [draft.b0 >= b, draft.m0 >= m, draft.t0 >= t];
    if (begins.every(Boolean) && !(draft.b0 === b && draft.b1 === b && ends.every(Boolean)))
      after.push(draft);
    else if (ends.every(Boolean)) inside.push(draft);
    else if (
      draft.kind === "same" &&
      b - draft.b0 === m - draft.m0 &&
      b - draft.b0 === t - draft.t0
    ) {
      inside.push({ ...draft, b1: b, m1: m, t1: t });
      after.push({ ...draft, b0: b, m0: m, t0: t });
    } else return undefined;
  }
  return { inside, after };
}
