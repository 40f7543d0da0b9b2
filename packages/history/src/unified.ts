import type { Diff } from "./diff-types.js";
import { rangeText, splitLines, type Lines } from "./lines.js";

export interface UnifiedOptions {
  readonly aName?: string;
  readonly bName?: string;
  /** Unchanged lines around a change; default 3, as `patch` expects. */
  readonly context?: number;
}

/** Lines `i0…i1` of A replaced by lines `j0…j1` of B. */
interface Change {
  readonly i0: number;
  readonly i1: number;
  readonly j0: number;
  readonly j1: number;
}

/** The diff as a unified patch that `git apply` and `patch` accept; moves are deletions and insertions. Empty without changes. */
export function toUnified(a: string, b: string, diff: Diff, options: UnifiedOptions = {}): string {
  const { aName = "a/page.md", bName = "b/page.md", context = 3 } = options;
  const aLines = splitLines(a);
  const bLines = splitLines(b);
  const hunks = groupByContext(changesOf(diff), context);
  if (hunks.length === 0) return "";
  const parts = [`--- ${quoteName(aName)}\n+++ ${quoteName(bName)}\n`];
  for (const hunk of hunks) writeHunk(aLines, bLines, hunk, context, parts);
  return parts.join("");
}

function changesOf(diff: Diff): Change[] {
  const changes: Change[] = [];
  let open: { i0: number; i1: number; j0: number; j1: number } | undefined;
  for (const { kind, a, b } of diff.ops) {
    if (kind === "equal") {
      open = undefined;
      continue;
    }
    if (open === undefined)
      changes.push((open = { i0: a.line, i1: a.line, j0: b.line, j1: b.line }));
    open.i1 = Math.max(open.i1, a.line + a.lines);
    open.j1 = Math.max(open.j1, b.line + b.lines);
  }
  return changes;
}

function groupByContext(changes: readonly Change[], context: number): Change[][] {
  const hunks: Change[][] = [];
  for (const change of changes) {
    const last = hunks.at(-1)?.at(-1);
    if (last !== undefined && change.i0 - last.i1 <= 2 * context) hunks.at(-1)!.push(change);
    else hunks.push([change]);
  }
  return hunks;
}

function writeHunk(
  a: Lines,
  b: Lines,
  hunk: readonly Change[],
  context: number,
  parts: string[],
): void {
  const first = hunk[0]!;
  const last = hunk.at(-1)!;
  const before = Math.min(context, first.i0);
  const after = Math.min(context, a.count - last.i1);
  const aFrom = first.i0 - before;
  const bFrom = first.j0 - before;
  const aCount = last.i1 + after - aFrom;
  const bCount = last.j1 + after - bFrom;
  parts.push(`@@ -${range(aFrom, aCount)} +${range(bFrom, bCount)} @@\n`);
  let at = aFrom;
  for (const { i0, i1, j0, j1 } of hunk) {
    writeLines(" ", a, at, i0, parts);
    writeLines("-", a, i0, i1, parts);
    writeLines("+", b, j0, j1, parts);
    at = i1;
  }
  writeLines(" ", a, at, last.i1 + after, parts);
}

function range(from: number, count: number): string {
  // An empty range names the line before it.
  return count === 0 ? `${from},0` : count === 1 ? `${from + 1}` : `${from + 1},${count}`;
}

function writeLines(mark: string, lines: Lines, from: number, to: number, parts: string[]): void {
  for (let line = from; line < to; line++) {
    const text = rangeText(lines, line, line + 1);
    parts.push(mark, text);
    if (!text.endsWith("\n")) parts.push("\n\\ No newline at end of file\n");
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  "\n": "\\n",
  "\t": "\\t",
  "\r": "\\r",
  '"': '\\"',
  "\\": "\\\\",
};

/** Git's C-style quoting for names with control characters; a space alone needs a tab after the name. */
function quoteName(name: string): string {
  const quoted = name.replaceAll(/["\\\p{Cc}]/gu, (sign) => ESCAPES[sign] ?? octal(sign));
  return quoted === name ? (name.includes(" ") ? `${name}\t` : name) : `"${quoted}"`;
}

function octal(sign: string): string {
  return `\\${sign.charCodeAt(0).toString(8).padStart(3, "0")}`;
}
