import type { BlameRevision, WordOwner } from "./blame-types.js";
import { diff } from "./diff.js";
import type { Diff, InnerOp } from "./diff-types.js";
import type { Span } from "./span.js";

/** A stretch of the selection whose author is still open, and where it stands in the revision looked at. */
interface Open {
  /** Offset in the last revision. */
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Who wrote each word of a selection of the last revision (revisions oldest first). Walks back from there, so it
 * costs only the revisions it needs. Moved words keep their author; a text that was there before gets its authors
 * back (the token ownership of F. Flöck and M. Acosta, "WikiWho", 2014, on demand instead of stored).
 */
export function attributeWords(revisions: readonly BlameRevision[], selection: Span): WordOwner[] {
  const firstWith = new Map<string, number>();
  for (const [at, { text }] of revisions.entries())
    if (!firstWith.has(text)) firstWith.set(text, at);
  const owners: WordOwner[] = [];
  const last = revisions.at(-1);
  if (last === undefined) return owners;
  let open: Open[] = [clip(selection, last.text)].filter(({ start, end }) => end > start);
  let at = revisions.length - 1;
  while (open.length > 0) {
    // The same bytes stood here before: everything since is undone.
    at = firstWith.get(revisions[at]!.text)!;
    const { id, text } = revisions[at]!;
    const before = at === 0 ? undefined : revisions[at - 1]!.text;
    const next: Open[] = [];
    const kept = before === undefined ? [] : keptSpans(diff(before, text));
    for (const stretch of open) split(stretch, kept, id, owners, next);
    open = next;
    at--;
  }
  return joinNeighbours(owners.toSorted((x, y) => x.start - y.start));
}

function clip(selection: Span, text: string): Open {
  const start = Math.max(0, Math.min(selection.start, text.length));
  return { at: start, start, end: Math.max(start, Math.min(selection.end, text.length)) };
}

interface Kept {
  readonly start: number;
  readonly end: number;
  readonly shift: number;
}

/** Stretches of B that A has too, by their place in B. */
function keptSpans(changes: Diff): Kept[] {
  const kept: Kept[] = [];
  const add = (op: InnerOp): void => {
    if (op.kind === "equal")
      kept.push({ start: op.b.start, end: op.b.end, shift: op.a.start - op.b.start });
    if (op.kind !== "replace") return;
    for (const word of op.words) {
      if (word.kind === "equal")
        kept.push({ start: word.b.start, end: word.b.end, shift: word.a.start - word.b.start });
    }
  };
  for (const op of changes.ops) {
    if (op.kind === "moved-to") changes.moves[op.move]!.ops.forEach(add);
    else if (op.kind !== "moved-from") add(op);
  }
  return kept;
}

function split(
  stretch: Open,
  kept: readonly Kept[],
  revision: string,
  owners: WordOwner[],
  next: Open[],
): void {
  let from = stretch.start;
  const own = (to: number): void => {
    if (to > from)
      owners.push({
        start: stretch.at + from - stretch.start,
        end: stretch.at + to - stretch.start,
        revision,
      });
  };
  for (let at = firstAfter(kept, from); at < kept.length && kept[at]!.start < stretch.end; at++) {
    const { start, end, shift } = kept[at]!;
    const lower = Math.max(from, start);
    const upper = Math.min(stretch.end, end);
    own(lower);
    next.push({ at: stretch.at + lower - stretch.start, start: lower + shift, end: upper + shift });
    from = upper;
  }
  own(stretch.end);
}

function firstAfter(kept: readonly Kept[], offset: number): number {
  let [low, high] = [0, kept.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (kept[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

function joinNeighbours(owners: readonly WordOwner[]): WordOwner[] {
  const joined: WordOwner[] = [];
  for (const owner of owners) {
    const last = joined.at(-1);
    if (last !== undefined && last.end === owner.start && last.revision === owner.revision) {
      joined[joined.length - 1] = { ...last, end: owner.end };
    } else joined.push(owner);
  }
  return joined;
}
