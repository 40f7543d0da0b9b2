import type { FoldRow, InlineRow } from "@stet/history";
import { count } from "#ui/count.js";
import { Segments, signOf } from "#ui/diff/index.js";

/** Changed lines with a line around them. */
export function DiffRows({
  rows,
  locale,
}: {
  rows: readonly (InlineRow | FoldRow)[];
  locale: string;
}) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls must be reachable by keyboard.
    <div className="diff-scroll" tabIndex={0} role="region" aria-label="Changed lines">
      <table className="diff inline compact">
        <tbody lang={locale}>
          {rows.map((row) =>
            row.kind === "fold" ? (
              <tr key={`fold ${row.aLine}`} className="folded">
                <td className="fold-words">{count(row.lines, "unchanged line")}</td>
              </tr>
            ) : (
              <tr key={`${row.op} ${row.aLine} ${row.bLine}`} className={row.kind}>
                <td className="text" data-sign={signOf(row.kind) || undefined}>
                  <Segments segments={row.segments} />
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}
