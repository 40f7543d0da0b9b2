import type { InnerOp } from "./diff-types.js";
import type { Cell, Segment } from "./rows-types.js";
import type { Side, Span } from "./span.js";

/** The stretches of one side that only this side has, in order. */
export function changedSpans(ops: readonly InnerOp[], which: "a" | "b"): Span[] {
  const own = which === "a" ? "delete" : "insert";
  return ops.flatMap((op): Span[] => {
    if (op.kind === own) return [op[which]];
    if (op.kind !== "replace") return [];
    return op.words
      .filter((word) => word.kind === own || word.kind === "replace")
      .map((word) => word[which]);
  });
}

/** The lines of a side as cells, with the given stretches marked. */
export function paintLines(
  text: string,
  side: Side,
  spans: readonly Span[],
  change: "inserted" | "deleted",
): Cell[] {
  const cells: Cell[] = [];
  let at = side.start;
  let next = 0;
  for (let line = 0; line < side.lines; line++) {
    const newline = text.indexOf("\n", at);
    const lineEnd = newline === -1 || newline >= side.end ? side.end : newline + 1;
    const textEnd = withoutTerminator(text, at, lineEnd);
    const segments: Segment[] = [];
    const push = (kind: Segment["change"], from: number, to: number): void => {
      const end = Math.min(to, textEnd);
      if (end > from) segments.push({ change: kind, text: text.slice(from, end) });
    };
    let from = at;
    while (next < spans.length && spans[next]!.start < lineEnd) {
      const span = spans[next]!;
      const start = Math.max(span.start, at);
      push("kept", from, start);
      push(change, start, Math.min(span.end, lineEnd));
      from = Math.max(from, Math.min(span.end, lineEnd));
      if (span.end > lineEnd) break;
      next++;
    }
    push("kept", from, lineEnd);
    const terminator = terminatorOf(text, textEnd, lineEnd);
    cells.push({
      line: side.line + line + 1,
      segments,
      ...(terminator === undefined ? {} : { terminator }),
    });
    at = lineEnd;
  }
  return cells;
}

export function withoutTerminator(text: string, start: number, end: number): number {
  if (end > start && text.charCodeAt(end - 1) === 10) {
    return end - 1 > start && text.charCodeAt(end - 2) === 13 ? end - 2 : end - 1;
  }
  return end;
}

function terminatorOf(text: string, textEnd: number, lineEnd: number): "none" | "crlf" | undefined {
  if (textEnd === lineEnd) return "none";
  return text.charCodeAt(textEnd) === 13 ? "crlf" : undefined;
}
