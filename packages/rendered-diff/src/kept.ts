import type { Diff, InnerOp } from "@stet/history";

/** Source that both texts have, by its places in both. */
export interface Kept {
  readonly a: number;
  readonly b: number;
  readonly length: number;
  readonly move: number | undefined;
}

/** In the order of A; what moved says so. */
export function keptOf(diff: Diff): Kept[] {
  const kept: Kept[] = [];
  const add = (op: InnerOp, move: number | undefined): void => {
    if (op.kind === "equal")
      kept.push({ a: op.a.start, b: op.b.start, length: op.a.end - op.a.start, move });
    if (op.kind !== "replace") return;
    for (const word of op.words) {
      if (word.kind === "equal")
        kept.push({ a: word.a.start, b: word.b.start, length: word.a.end - word.a.start, move });
    }
  };
  for (const op of diff.ops) {
    if (op.kind === "moved-from") {
      const move = diff.moves[op.move];
      for (const inner of move?.ops ?? []) add(inner, op.move);
    } else if (op.kind !== "moved-to") add(op, undefined);
  }
  return kept;
}
