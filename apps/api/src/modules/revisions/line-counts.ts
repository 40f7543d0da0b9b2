import { diff } from "@stet/history";

/** Lines one text has that the other has not; moved lines count on both sides, as in `git diff`. */
export function lineCounts(before: string, after: string): { added: number; removed: number } {
  const counts = { added: 0, removed: 0 };
  if (before === after) return counts;
  for (const op of diff(before, after, { moves: false, words: false }).ops) {
    if (op.kind === "equal") continue;
    counts.added += op.b.lines;
    counts.removed += op.a.lines;
  }
  return counts;
}
