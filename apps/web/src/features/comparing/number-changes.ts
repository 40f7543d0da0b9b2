import type { FoldRow, RowKind } from "@stet/history";

/** Row index to number of the change that starts there, from 1: where “next change” leads. */
export function numberChanges(
  rows: readonly (FoldRow | { kind: RowKind; op: number })[],
): Map<number, number> {
  const starts = new Map<number, number>();
  let last = -1;
  for (const [index, row] of rows.entries()) {
    if (row.kind === "fold" || row.kind === "equal" || row.op === last) continue;
    last = row.op;
    starts.set(index, starts.size + 1);
  }
  return starts;
}
