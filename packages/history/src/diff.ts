import { buildLayout } from "./build-layout.js";
import { buildOps, opContext } from "./build-ops.js";
import type { Diff, DiffBudget, DiffOp, DiffOptions } from "./diff-types.js";
import { commonPrefixLines, commonSuffixLines, side, splitLines, type Lines } from "./lines.js";
import { tabulate } from "./line-table.js";
import { degradations, Meter } from "./meter.js";
import { summarise } from "./summary.js";

/** Grows with every change of the output: it is part of a cache key. */
export const DIFF_VERSION = 1;

/** Chosen so that no input of a megabyte takes longer than a second on the reference machine. */
export const DEFAULT_BUDGET: DiffBudget = {
  lines: 6_000_000,
  pairs: 4_000_000,
  words: 8_000_000,
  moves: 4_000_000,
};

/**
 * Compares two texts: lines, then lines that became other lines (also split and joined), moved blocks, and words.
 * The result is plain JSON and the same on every machine; what the budget did not allow is in `degraded`.
 */
export function diff(a: string, b: string, options: DiffOptions = {}): Diff {
  const budget = { ...DEFAULT_BUDGET, ...options.budget };
  const meters = {
    lines: new Meter(budget.lines),
    pairs: new Meter(budget.pairs),
    words: new Meter(budget.words),
    moves: new Meter(budget.moves),
  };
  const aLines = splitLines(a);
  const bLines = splitLines(b);
  const prefix = a === b ? aLines.count : commonPrefixLines(aLines, bLines);
  const suffix = a === b ? 0 : commonSuffixLines(aLines, bLines, prefix);
  const aTo = aLines.count - suffix;
  const bTo = bLines.count - suffix;

  let ops: DiffOp[] = [];
  let moves: Diff["moves"] = [];
  if (prefix < aTo || prefix < bTo) {
    const table = tabulate(aLines, bLines, prefix, aTo, prefix, bTo);
    const layout = buildLayout(table, meters, options.moves ?? true);
    ({ ops, moves } = buildOps(layout, opContext(table, meters, options.words ?? true)));
  }
  ops = withSharedEnds(aLines, bLines, prefix, suffix, ops);
  return {
    version: DIFF_VERSION,
    a: { length: a.length, lines: aLines.count },
    b: { length: b.length, lines: bLines.count },
    ops,
    moves,
    summary: summarise(a, b, ops, moves),
    degraded: degradations(meters),
    removed: textOf(a, ops, "a"),
    added: textOf(b, ops, "b"),
  };
}

function withSharedEnds(
  a: Lines,
  b: Lines,
  prefix: number,
  suffix: number,
  ops: DiffOp[],
): DiffOp[] {
  let from = prefix;
  let aTo = a.count - suffix;
  let bTo = b.count - suffix;
  const inner = ops.slice();
  // Two equal ops never stand side by side.
  const first = inner[0];
  if (prefix > 0 && first?.kind === "equal") {
    from += first.a.lines;
    inner.shift();
  }
  const last = inner.at(-1);
  if (suffix > 0 && last?.kind === "equal") {
    aTo -= last.a.lines;
    bTo -= last.b.lines;
    inner.pop();
  }
  if (from > 0) inner.unshift({ kind: "equal", a: side(a, 0, from), b: side(b, 0, from) });
  if (suffix > 0) inner.push({ kind: "equal", a: side(a, aTo, a.count), b: side(b, bTo, b.count) });
  return inner;
}

function textOf(text: string, ops: readonly DiffOp[], which: "a" | "b"): string {
  let all = "";
  for (const op of ops) if (op.kind !== "equal") all += text.slice(op[which].start, op[which].end);
  return all;
}
