import type { Diff, DiffOp, Side, WordOp } from "../src/index.js";

/** A diff as a person would write it down, for golden files: `replace split 3 > 3-5: The quick [-brown-]{+red+} fox`. */
export function digest(a: string, b: string, diff: Diff): unknown {
  return {
    ops: diff.ops.map((op) => lineOf(a, b, op)),
    moves: diff.moves.map((move) => ({
      from: linesOf(move.from),
      to: linesOf(move.to),
      exact: move.exact,
      ops: move.ops.map((op) => lineOf(a, b, op)),
    })),
    summary: diff.summary,
  };
}

function lineOf(a: string, b: string, op: DiffOp): string {
  const changes = "changes" in op ? ` (${op.changes.join(", ")})` : "";
  switch (op.kind) {
    case "equal":
      return `equal ${linesOf(op.a)} > ${linesOf(op.b)}`;
    case "insert":
      return `insert ${linesOf(op.b)}${changes}: ${b.slice(op.b.start, op.b.end)}`;
    case "delete":
      return `delete ${linesOf(op.a)}${changes}: ${a.slice(op.a.start, op.a.end)}`;
    case "replace":
      return `replace ${op.shape} ${linesOf(op.a)} > ${linesOf(op.b)}${changes}: ${op.words.map((word) => wordOf(a, b, word)).join("")}`;
    case "moved-from":
      return `moved-from ${linesOf(op.a)} #${op.move}`;
    case "moved-to":
      return `moved-to ${linesOf(op.b)} #${op.move}`;
  }
}

function wordOf(a: string, b: string, word: WordOp): string {
  if (word.kind === "equal") return a.slice(word.a.start, word.a.end);
  const gone = word.a.end > word.a.start ? `[-${a.slice(word.a.start, word.a.end)}-]` : "";
  const come = word.b.end > word.b.start ? `{+${b.slice(word.b.start, word.b.end)}+}` : "";
  return gone + come;
}

function linesOf(side: Side): string {
  return side.lines === 1 ? `${side.line + 1}` : `${side.line + 1}-${side.line + side.lines}`;
}
