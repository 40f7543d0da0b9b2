import { diff } from "@stet/history";

/** Lines one text has that the other has not; moved lines count on both sides, as in `git diff`. */
export function lineCounts(before: string, after: string): { added: number; removed: number } {
  const counts = { added: 0, removed: 0 };
  if (before === after) return counts;
  const [from, to] = changedParts(before, after);
  for (const op of diff(from, to, { moves: false, words: false }).ops) {
    if (op.kind === "equal") continue;
    counts.added += op.b.lines;
    counts.removed += op.a.lines;
  }
  return counts;
}

/** Both texts without the whole lines that they begin and end with alike, which is most of them in most edits. */
function changedParts(before: string, after: string): [before: string, after: string] {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  start = before.slice(0, start).lastIndexOf("\n") + 1;
  let tail = 0;
  const rest = most - start;
  const [beforeEnd, afterEnd] = [before.length - 1, after.length - 1];
  while (tail < rest && before.charCodeAt(beforeEnd - tail) === after.charCodeAt(afterEnd - tail))
    tail += 1;
  const lineStart = before.indexOf("\n", before.length - tail) + 1;
  const kept = lineStart === 0 ? 0 : before.length - lineStart;
  return [before.slice(start, before.length - kept), after.slice(start, after.length - kept)];
}
