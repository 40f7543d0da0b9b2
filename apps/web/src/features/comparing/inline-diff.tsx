import { toRows, type Diff, type InlineRow } from "@stet/history";
import type { CompareHeading_RevisionFragment } from "./compare-view.generated.js";
import { RevisionHeading } from "./compare-view.js";
import { numberChanges } from "./number-changes.js";
import { Fold, moveAnchor, MoveNote } from "./move-and-fold.js";
import { Segments, signOf } from "#ui/diff/index.js";

type End = CompareHeading_RevisionFragment & { markdown: string };

/** One text in reading order, with what was taken out and put in. */
export function InlineDiff({
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
  const rows = toRows(base.markdown, head.markdown, diff, { view: "inline" });
  const change = numberChanges(rows);
  return (
    <>
      <div className="inline-headings">
        <RevisionHeading revision={base} pageUrl={page.url} />
        <RevisionHeading revision={head} pageUrl={page.url} />
      </div>
      <table className="diff inline">
        <caption className="visually-hidden">
          Both texts in one, with what was taken out and put in
        </caption>
        <colgroup>
          <col className="line-column" />
          <col className="line-column" />
          <col />
        </colgroup>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Line in revision {base.number}</th>
            <th scope="col">Line in revision {head.number}</th>
            <th scope="col">Text</th>
          </tr>
        </thead>
        <tbody lang={page.locale}>
          {rows.map((row, index) =>
            row.kind === "fold" ? (
              <tr key={`fold ${row.aLine}`} className="folded">
                <td colSpan={3}>
                  <Fold text={base.markdown} line={row.aLine} lines={row.lines} />
                </td>
              </tr>
            ) : (
              <Row
                key={`${row.op} ${row.aLine} ${row.bLine}`}
                row={row}
                change={change.get(index)}
              />
            ),
          )}
        </tbody>
      </table>
    </>
  );
}

function Row({ row, change }: { row: InlineRow; change: number | undefined }) {
  return (
    <tr
      className={row.kind}
      id={change === undefined ? undefined : `change-${change}`}
      tabIndex={change === undefined ? undefined : -1}
    >
      <td className="line" id={moveAnchor(row.move)}>
        {row.aLine}
      </td>
      <td className="line">{row.bLine}</td>
      <td className="text" data-sign={signOf(row.kind) || undefined}>
        {row.move?.first && <MoveNote move={row.move} />}
        <Segments segments={row.segments} />
      </td>
    </tr>
  );
}
