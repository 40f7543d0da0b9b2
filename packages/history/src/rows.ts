import type { Diff, DiffOp, EqualOp, InnerOp } from "./diff-types.js";
import { inlineReplace } from "./inline-rows.js";
import { changedSpans, paintLines } from "./paint.js";
import type { Cell, FoldRow, InlineRow, MoveLink, RowsOptions, SplitRow } from "./rows-types.js";

const DEFAULT_CONTEXT = 3;

/**
 * A diff as rows for a screen, side by side or inline, with long unchanged runs folded.
 * Everything a view shows is in the rows; it needs neither text nor diff any more.
 */
export function toRows(
  a: string,
  b: string,
  diff: Diff,
  options: RowsOptions<"split">,
): (SplitRow | FoldRow)[];
export function toRows(
  a: string,
  b: string,
  diff: Diff,
  options: RowsOptions<"inline">,
): (InlineRow | FoldRow)[];
export function toRows(
  a: string,
  b: string,
  diff: Diff,
  options: RowsOptions<"split" | "inline">,
): (SplitRow | InlineRow | FoldRow)[] {
  const context = options.context ?? DEFAULT_CONTEXT;
  const toOp = options.view === "split" ? splitRows : inlineRows;
  return diff.ops.flatMap((op, index) => {
    const parts =
      op.kind === "equal" ? fold(op, context, index === 0, index === diff.ops.length - 1) : [op];
    return parts.flatMap((part): (SplitRow | InlineRow | FoldRow)[] =>
      part.kind === "fold" ? [part] : toOp(a, b, diff, part, index),
    );
  });
}

/** Cuts an unchanged run into what stays in view and what is folded away. */
function fold(
  op: EqualOp,
  context: number,
  isFirst: boolean,
  isLast: boolean,
): (EqualOp | FoldRow)[] {
  if (context === Number.POSITIVE_INFINITY) return [op];
  const head = isFirst ? 0 : context;
  const tail = isLast ? 0 : context;
  const hidden = op.a.lines - head - tail;
  // A fold takes a row itself: one hidden line is shown instead.
  if (hidden < 2) return [op];
  return [
    ...(head > 0 ? [{ ...op, a: { ...op.a, lines: head }, b: { ...op.b, lines: head } }] : []),
    {
      kind: "fold" as const,
      aLine: op.a.line + head + 1,
      bLine: op.b.line + head + 1,
      lines: hidden,
    },
    ...(tail > 0 ? [lastLines(op, tail)] : []),
  ];
}

function lastLines(op: EqualOp, count: number): EqualOp & { fromEnd: number } {
  const skip = op.a.lines - count;
  return {
    kind: "equal",
    a: { ...op.a, line: op.a.line + skip, lines: count },
    b: { ...op.b, line: op.b.line + skip, lines: count },
    fromEnd: count,
  };
}

function splitRows(a: string, b: string, diff: Diff, op: DiffOp, index: number): SplitRow[] {
  const [left, right, links] = cellsOf(a, b, diff, op);
  return Array.from({ length: Math.max(left.length, right.length) }, (_, at) => ({
    kind: op.kind,
    op: index,
    left: left[at] ?? null,
    right: right[at] ?? null,
    ...links(at),
  }));
}

function inlineRows(a: string, b: string, diff: Diff, op: DiffOp, index: number): InlineRow[] {
  if (op.kind === "replace") return inlineReplace(a, b, op, index);
  const [left, right, links] = cellsOf(a, b, diff, op);
  return Array.from({ length: Math.max(left.length, right.length) }, (_, at) => ({
    kind: op.kind,
    op: index,
    aLine: left[at]?.line ?? null,
    bLine: right[at]?.line ?? null,
    segments: (right[at] ?? left[at])!.segments,
    ...links(at),
  }));
}

type Links = (row: number) => { move?: MoveLink };

function cellsOf(
  a: string,
  b: string,
  diff: Diff,
  op: DiffOp,
): [left: Cell[], right: Cell[], links: Links] {
  const none: Links = () => ({});
  if (op.kind === "equal") {
    const lines = equalLines(a, op);
    return [plain(lines, op.a.line), plain(lines, op.b.line), none];
  }
  if (op.kind === "moved-from" || op.kind === "moved-to") {
    const move = diff.moves[op.move]!;
    const isFrom = op.kind === "moved-from";
    const other = isFrom ? move.to : move.from;
    const links: Links = (row) => ({
      move: {
        id: move.id,
        end: isFrom ? "from" : "to",
        otherLine: other.line + 1,
        otherLastLine: other.line + other.lines,
        first: row === 0,
        exact: move.exact,
      },
    });
    return isFrom
      ? [paintLines(a, op.a, changedSpans(move.ops, "a"), "deleted"), [], links]
      : [[], paintLines(b, op.b, changedSpans(move.ops, "b"), "inserted"), links];
  }
  const inner: InnerOp[] = [op];
  return [
    paintLines(a, op.a, changedSpans(inner, "a"), "deleted"),
    paintLines(b, op.b, changedSpans(inner, "b"), "inserted"),
    none,
  ];
}

function equalLines(text: string, op: EqualOp & { readonly fromEnd?: number }): string[] {
  const lines: string[] = [];
  if (op.fromEnd === undefined) {
    for (let at = op.a.start; lines.length < op.a.lines;) {
      const newline = text.indexOf("\n", at);
      const end = newline === -1 ? text.length : newline;
      lines.push(withoutReturn(text.slice(at, end)));
      at = end + 1;
    }
    return lines;
  }
  // The shown tail of a long run: walk back from its end instead of over all of it.
  for (let end = op.a.end; lines.length < op.fromEnd;) {
    const stop = text.charCodeAt(end - 1) === 10 ? end - 1 : end;
    const start = text.lastIndexOf("\n", stop - 1) + 1;
    lines.push(withoutReturn(text.slice(stop === 0 ? 0 : start, stop)));
    end = start;
  }
  return lines.reverse();
}

function withoutReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}

function plain(lines: readonly string[], first: number): Cell[] {
  return lines.map((text, at) => ({
    line: first + at + 1,
    segments: text === "" ? [] : [{ change: "kept", text }],
  }));
}
