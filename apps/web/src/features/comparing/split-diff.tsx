import { toRows, type Cell, type Diff, type FoldRow, type SplitRow } from "@stet/history";
import type { CompareHeading_RevisionFragment } from "./compare-view.generated.js";
import { RevisionHeading } from "./compare-view.js";
import { numberChanges } from "./number-changes.js";
import { Fold, moveAnchor, MoveNote } from "./move-and-fold.js";
import { Segments, signOf } from "#ui/diff/index.js";

type End = CompareHeading_RevisionFragment & { markdown: string };

/** Old on one side, new on the other; on a narrow screen one above the other. */
export function SplitDiff({
  page,
  base,
  head,
  diff,
}: {
  page: { url: string; locale: string };
  base: End;
  head: End;
  diff: Diff;
}) {
  const rows = toRows(base.markdown, head.markdown, diff, { view: "split" });
  const change = numberChanges(rows);
  return (
    <table className="diff split">
      <caption className="visually-hidden">The two texts side by side</caption>
      <colgroup>
        <col className="line-column" />
        <col />
        <col className="line-column" />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th scope="colgroup" colSpan={2}>
            <RevisionHeading revision={base} pageUrl={page.url} />
          </th>
          <th scope="colgroup" colSpan={2}>
            <RevisionHeading revision={head} pageUrl={page.url} />
          </th>
        </tr>
      </thead>
      <tbody lang={page.locale}>
        {rows.map((row, index) =>
          row.kind === "fold" ? (
            <FoldedRow key={`fold ${row.aLine}`} row={row} text={base.markdown} />
          ) : (
            <Row
              key={`${row.op} ${row.left?.line} ${row.right?.line}`}
              row={row}
              change={change.get(index)}
            />
          ),
        )}
      </tbody>
    </table>
  );
}

function FoldedRow({ row, text }: { row: FoldRow; text: string }) {
  return (
    <tr className="folded">
      <td colSpan={4}>
        <Fold text={text} line={row.aLine} lines={row.lines} />
      </td>
    </tr>
  );
}

function Row({ row, change }: { row: SplitRow; change: number | undefined }) {
  const isMoved = row.move !== undefined;
  return (
    <tr
      className={row.kind}
      id={change === undefined ? undefined : `change-${change}`}
      tabIndex={change === undefined ? undefined : -1}
    >
      <Side cell={row.left} row={row} side="left" isMoved={isMoved} />
      <Side cell={row.right} row={row} side="right" isMoved={isMoved} />
    </tr>
  );
}

function Side({
  cell,
  row,
  side,
  isMoved,
}: {
  cell: Cell | null;
  row: SplitRow;
  side: "left" | "right";
  isMoved: boolean;
}) {
  if (!cell) {
    return (
      <>
        <td className="line">{"\u00a0"}</td>
        <td className={`text ${side} nothing`}>{"\u00a0"}</td>
      </>
    );
  }
  return (
    <>
      <td className={`line ${side}`} id={isMoved ? moveAnchor(row.move) : undefined}>
        {cell.line}
      </td>
      <td className={`text ${side}`} data-sign={signOf(row.kind, side) || undefined}>
        {row.move?.first && <MoveNote move={row.move} />}
        <Segments segments={cell.segments} />
        {cell.terminator === "none" && <span className="terminator">no line break at the end</span>}
      </td>
    </>
  );
}
