import type { ChangeKind, DiffOp, DiffSummary, InnerOp, Move } from "./diff-types.js";
import { countWords } from "./scripts.js";

export function summarise(
  a: string,
  b: string,
  ops: readonly DiffOp[],
  moves: readonly Move[],
): DiffSummary {
  const lines = { added: 0, removed: 0, changed: 0, moved: 0, unchanged: 0 };
  const words = { added: 0, removed: 0, moved: 0 };
  const kinds: Record<ChangeKind, number> = {
    prose: 0,
    command: 0,
    link: 0,
    number: 0,
    formatting: 0,
  };
  let splits = 0;
  let joins = 0;

  for (const op of ops) {
    if (op.kind === "equal") lines.unchanged += op.b.lines;
    else if (op.kind === "insert") lines.added += op.b.lines;
    else if (op.kind === "delete") lines.removed += op.a.lines;
    else if (op.kind === "replace") lines.changed += op.b.lines;
    if (op.kind !== "moved-from" && op.kind !== "moved-to") count(op);
  }
  for (const move of moves) {
    lines.moved += move.to.lines;
    for (const op of move.ops) {
      count(op);
      if (op.kind === "equal") words.moved += countWords(b, op.b.start, op.b.end);
      else if (op.kind === "replace") {
        for (const word of op.words) {
          if (word.kind === "equal") words.moved += countWords(b, word.b.start, word.b.end);
        }
      }
    }
  }
  return { lines, words, moves: moves.length, splits, joins, kinds };

  function count(op: InnerOp): void {
    if (op.kind === "equal") return;
    for (const kind of op.changes) kinds[kind]++;
    if (op.kind === "insert") words.added += countWords(b, op.b.start, op.b.end);
    else if (op.kind === "delete") words.removed += countWords(a, op.a.start, op.a.end);
    else {
      if (op.shape === "split") splits++;
      else if (op.shape === "join") joins++;
      for (const word of op.words) {
        if (word.kind === "equal") continue;
        words.added += countWords(b, word.b.start, word.b.end);
        words.removed += countWords(a, word.a.start, word.a.end);
      }
    }
  }
}
