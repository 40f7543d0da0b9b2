import { useEffect, useState } from "react";
import { summarySentence } from "#ui/diff/index.js";
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
          <p className="hint">{summarySentence(changes.summary)}</p>
          <DiffRows rows={changes.rows} locale={locale} />
        </>
      )}
    </section>
  );
}
