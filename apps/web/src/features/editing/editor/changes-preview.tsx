import { useEffect, useState } from "react";
import { count } from "#ui/count.js";
import { DiffRows } from "./diff-rows.js";
import type { TextWorker } from "./text-worker.js";
import type { TextAnswers } from "./text-worker-types.js";

/** What saving would change, computed beside the typing. */
export function ChangesPreview({
  before,
  after,
  number,
  worker,
  locale,
}: {
  before: string;
  after: string;
  number: number;
  worker: TextWorker;
  locale: string;
}) {
  const [changes, setChanges] = useState<TextAnswers["compare"] | "failed">();
  useEffect(() => {
    let isCurrent = true;
    worker.ask("compare", { before, after }).then(
      (answer) => isCurrent && setChanges(answer),
      () => isCurrent && setChanges("failed"),
    );
    return () => {
      isCurrent = false;
    };
  }, [before, after, worker]);

  return (
    <section className="changes-preview" aria-labelledby="changes-title">
      <h3 id="changes-title">What changes against revision {number}</h3>
      {changes === undefined && <p className="hint">Comparing…</p>}
      {changes === "failed" && <p className="hint">The comparison did not work; saving does.</p>}
      {typeof changes === "object" && (
        <>
          <p className="hint">{sentence(changes.summary)}</p>
          <DiffRows rows={changes.rows} locale={locale} />
        </>
      )}
    </section>
  );
}

function sentence({ lines, moves }: TextAnswers["compare"]["summary"]): string {
  const parts = [
    lines.changed > 0 ? `${count(lines.changed, "line")} changed` : "",
    lines.added > 0 ? `${count(lines.added, "line")} added` : "",
    lines.removed > 0 ? `${count(lines.removed, "line")} removed` : "",
    moves > 0 ? `${count(moves, "passage")} moved` : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? "Nothing: the text is the same." : `${parts.join(", ")}.`;
}
