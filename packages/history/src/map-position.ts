import type { Diff, DiffOp, InnerOp } from "./diff-types.js";
import type { MappedPosition } from "./position-types.js";
import type { Span } from "./span.js";

/** A stretch of A that is in B byte by byte. */
interface Survivor {
  readonly a: Span;
  readonly b: Span;
  /** The index in `Diff.moves`, or -1. */
  readonly move: number;
}

/**
 * Where a range of A is in B. An anchor of a comment maps through every revision in turn; `gone` keeps a place,
 * so that the comment can still be shown beside what is there now.
 */
export function mapPosition(range: Span, diff: Diff): MappedPosition {
  const start = Math.max(0, Math.min(range.start, diff.a.length));
  const end = Math.max(start, Math.min(range.end, diff.a.length));
  if (start === end) return mapPoint(start, diff);
  const survivors = diff.ops.flatMap((op) => survivorsIn(op, diff, start, end));
  const kept = survivors.reduce((sum, { a }) => sum + a.end - a.start, 0);
  if (kept === 0) return { ...replacedBy(start, end, diff), kept: 0 };
  const inPlace = survivors.filter(({ move }) => move === -1);
  const main = mainPart(survivors, inPlace);
  const span = {
    start: Math.min(...main.map(({ b }) => b.start)),
    end: Math.max(...main.map(({ b }) => b.end)),
  };
  const share = Math.round((kept / (end - start)) * 1000) / 1000;
  const isWhole = kept === end - start && span.end - span.start === end - start;
  if (!isWhole) return { verdict: "edited", span, kept: share };
  return { verdict: inPlace.length > 0 ? "kept" : "moved", span, kept: 1 };
}

/** A range over a moved block and its neighbours follows the larger part. */
function mainPart(
  survivors: readonly Survivor[],
  inPlace: readonly Survivor[],
): readonly Survivor[] {
  const moves = new Set(survivors.map(({ move }) => move));
  const size = (list: readonly Survivor[]): number =>
    list.reduce((sum, { a }) => sum + a.end - a.start, 0);
  let best = inPlace;
  for (const id of moves) {
    const part = id === -1 ? inPlace : survivors.filter(({ move }) => move === id);
    if (size(part) > size(best)) best = part;
  }
  return best;
}

function survivorsIn(op: DiffOp, diff: Diff, start: number, end: number): Survivor[] {
  if (op.a.end <= start || op.a.start >= end) return [];
  if (op.kind === "moved-from") {
    return diff.moves[op.move]!.ops.flatMap((inner) => innerSurvivors(inner, op.move, start, end));
  }
  return op.kind === "moved-to" ? [] : innerSurvivors(op, -1, start, end);
}

function innerSurvivors(op: InnerOp, move: number, start: number, end: number): Survivor[] {
  if (op.kind === "insert" || op.kind === "delete") return [];
  const parts = op.kind === "equal" ? [op] : op.words.filter((word) => word.kind === "equal");
  return parts.flatMap(({ a, b }) => {
    const from = Math.max(a.start, start);
    const to = Math.min(a.end, end);
    if (from >= to) return [];
    const shift = b.start - a.start;
    return [{ a: { start: from, end: to }, b: { start: from + shift, end: to + shift }, move }];
  });
}

/** Nothing survives: what stands in its place, if it was replaced, or the place alone. */
function replacedBy(
  start: number,
  end: number,
  diff: Diff,
): Pick<MappedPosition, "verdict" | "span"> {
  for (const op of diff.ops) {
    if (op.a.end <= start) continue;
    const words =
      op.kind === "replace" ? op.words : op.kind === "moved-from" ? movedWords(diff, op.move) : [];
    const touched = words.filter(
      (word) => word.a.start < end && word.a.end > start && word.b.end > word.b.start,
    );
    if (touched.length > 0) {
      return {
        verdict: "edited",
        span: { start: touched[0]!.b.start, end: touched.at(-1)!.b.end },
      };
    }
    if (op.a.start >= end) break;
  }
  const { span } = mapPoint(start, diff);
  return { verdict: "gone", span };
}

function movedWords(diff: Diff, id: number): readonly { a: Span; b: Span }[] {
  return diff.moves[id]!.ops.flatMap((op) => (op.kind === "replace" ? op.words : []));
}

/** A caret: it stays beside the character before it, or the one after it when that is gone. */
function mapPoint(at: number, diff: Diff): MappedPosition {
  const before = at === 0 ? undefined : find(at - 1, diff);
  if (before !== undefined) return before.result(1);
  const after = at === diff.a.length ? undefined : find(at, diff);
  if (after !== undefined) return after.result(0);
  const op =
    diff.ops.find((candidate) => candidate.a.end >= at && candidate.a.end > candidate.a.start) ??
    diff.ops.at(-1);
  const place =
    op === undefined ? 0 : op.kind === "equal" ? op.b.start + at - op.a.start : op.b.start;
  const isEmptyStart = at === 0 && diff.a.length === 0;
  return { verdict: isEmptyStart ? "kept" : "gone", span: { start: place, end: place }, kept: 0 };
}

function find(
  character: number,
  diff: Diff,
): { result: (offset: number) => MappedPosition } | undefined {
  for (const op of diff.ops) {
    if (op.a.end <= character) continue;
    if (op.a.start > character) return undefined;
    const [survivor] = survivorsIn(op, diff, character, character + 1);
    if (survivor === undefined) return undefined;
    return {
      result: (offset) => {
        const place = survivor.b.start + offset;
        return {
          verdict: survivor.move === -1 ? "kept" : "moved",
          span: { start: place, end: place },
          kept: 1,
        };
      },
    };
  }
  return undefined;
}
