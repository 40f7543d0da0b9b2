import type { Diff, DiffOp, InnerOp, Move, WordOp } from "./diff-types.js";

/** The text is not the one the diff was made from. */
export class DiffMismatch extends Error {
  readonly code = "DIFF_MISMATCH";

  constructor(
    /** Where in the given text it differs. */
    readonly offset: number,
    what: string,
  ) {
    super(`${what} Compare again with the text you have.`);
    this.name = "DiffMismatch";
  }
}

/**
 * Makes B from A and their diff.
 * @throws DiffMismatch when `a` is not the text that was compared.
 */
export function apply(a: string, diff: Diff): string {
  if (a.length !== diff.a.length) {
    throw new DiffMismatch(
      Math.min(a.length, diff.a.length),
      `The text has ${a.length} characters, the diff is for ${diff.a.length}.`,
    );
  }
  let result = "";
  let added = 0;
  let removed = 0;
  for (const op of diff.ops) {
    if (op.kind === "equal") {
      result += a.slice(op.a.start, op.a.end);
      continue;
    }
    const size = op.a.end - op.a.start;
    if (a.slice(op.a.start, op.a.end) !== diff.removed.slice(removed, removed + size)) {
      throw new DiffMismatch(op.a.start, `Line ${op.a.line + 1} is not what the diff removes.`);
    }
    removed += size;
    result += diff.added.slice(added, added + op.b.end - op.b.start);
    added += op.b.end - op.b.start;
  }
  return result;
}

/** The diff from B to A. */
export function invert(diff: Diff): Diff {
  const { summary } = diff;
  return {
    ...diff,
    a: diff.b,
    b: diff.a,
    ops: inOrder(diff.ops.map(invertOp)),
    moves: diff.moves.map(invertMove),
    summary: {
      ...summary,
      lines: {
        ...summary.lines,
        added: summary.lines.removed,
        removed: summary.lines.added,
        changed: linesOf(diff.ops),
        moved: diff.moves.reduce((sum, move) => sum + move.from.lines, 0),
      },
      words: { ...summary.words, added: summary.words.removed, removed: summary.words.added },
      splits: summary.joins,
      joins: summary.splits,
    },
    removed: diff.added,
    added: diff.removed,
  };
}

function linesOf(ops: readonly DiffOp[]): number {
  return ops.reduce((sum, op) => sum + (op.kind === "replace" ? op.a.lines : 0), 0);
}

function invertOp(op: DiffOp): DiffOp {
  if (op.kind === "moved-from") return { ...op, kind: "moved-to", a: op.b, b: op.a };
  if (op.kind === "moved-to") return { ...op, kind: "moved-from", a: op.b, b: op.a };
  return invertInner(op);
}

const SHAPES = { line: "line", split: "join", join: "split", reflow: "reflow" } as const;

function invertInner(op: InnerOp): InnerOp {
  switch (op.kind) {
    case "equal":
      return { ...op, a: op.b, b: op.a };
    case "insert":
      return { ...op, kind: "delete", a: op.b, b: op.a };
    case "delete":
      return { ...op, kind: "insert", a: op.b, b: op.a };
    case "replace":
      return { ...op, a: op.b, b: op.a, shape: SHAPES[op.shape], words: op.words.map(invertWord) };
  }
}

function invertWord(word: WordOp): WordOp {
  const kind = word.kind === "insert" ? "delete" : word.kind === "delete" ? "insert" : word.kind;
  return { kind, a: word.b, b: word.a };
}

function invertMove(move: Move): Move {
  return { ...move, from: move.to, to: move.from, ops: inOrder(move.ops.map(invertInner)) };
}

/**
 * Between two ops that have both sides, what goes comes before what comes, as `diff` has it;
 * otherwise the empty sides would not stand where they belong.
 */
function inOrder<T extends DiffOp>(ops: readonly T[]): T[] {
  const ordered: T[] = [];
  let from = 0;
  for (let at = 0; at <= ops.length; at++) {
    const op = ops[at];
    if (op !== undefined && op.kind !== "equal" && op.kind !== "replace") continue;
    const run = ops.slice(from, at);
    const goes = run.filter((one) => one.kind === "delete" || one.kind === "moved-from");
    const comes = run.filter((one) => one.kind === "insert" || one.kind === "moved-to");
    const bPlace = comes[0]?.b;
    const aPlace = goes.at(-1)?.a;
    ordered.push(
      ...goes.map((one) =>
        bPlace === undefined
          ? one
          : { ...one, b: { start: bPlace.start, end: bPlace.start, line: bPlace.line, lines: 0 } },
      ),
      ...comes.map((one) =>
        aPlace === undefined
          ? one
          : {
              ...one,
              a: { start: aPlace.end, end: aPlace.end, line: aPlace.line + aPlace.lines, lines: 0 },
            },
      ),
    );
    if (op !== undefined) ordered.push(op);
    from = at + 1;
  }
  return ordered;
}
