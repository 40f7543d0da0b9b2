import type { ReplaceOp } from "./diff-types.js";
import type { InlineRow, Segment } from "./rows-types.js";

/** A replace in reading order: kept, deleted and inserted words in one flow, a new row at every line end of either side. */
export function inlineReplace(a: string, b: string, op: ReplaceOp, index: number): InlineRow[] {
  const rows: InlineRow[] = [];
  let segments: Segment[] = [];
  let aLine: number | null = null;
  let bLine: number | null = null;
  let aNext = op.a.line + 1;
  let bNext = op.b.line + 1;
  // A line number belongs to the row in which the line's first character stands.
  let aStarts = true;
  let bStarts = true;

  for (const word of op.words) {
    if (word.kind === "equal") flow("kept", b.slice(word.b.start, word.b.end));
    else {
      flow("deleted", a.slice(word.a.start, word.a.end));
      flow("inserted", b.slice(word.b.start, word.b.end));
    }
  }
  flush();
  return rows;

  function flow(change: Segment["change"], text: string): void {
    let from = 0;
    while (from < text.length) {
      if (change !== "inserted" && aStarts) {
        aLine = aNext++;
        aStarts = false;
      }
      if (change !== "deleted" && bStarts) {
        bLine = bNext++;
        bStarts = false;
      }
      const newline = text.indexOf("\n", from);
      const end = newline === -1 ? text.length : newline;
      const shown = newline > from && text.charCodeAt(newline - 1) === 13 ? end - 1 : end;
      if (shown > from) segments.push({ change, text: text.slice(from, shown) });
      if (newline === -1) return;
      flush();
      if (change !== "inserted") aStarts = true;
      if (change !== "deleted") bStarts = true;
      from = newline + 1;
    }
  }

  function flush(): void {
    if (segments.length > 0 || aLine !== null || bLine !== null) {
      rows.push({ kind: "replace", op: index, aLine, bLine, segments });
    }
    segments = [];
    aLine = null;
    bLine = null;
  }
}
