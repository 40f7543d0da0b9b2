import type { ConflictChunk, MergeResult } from "@stet/history";
import { useEffect, useState } from "react";
import type { Conflict } from "../editor-data.js";
import { ConflictChoice, type Choice } from "./conflict-choice.js";
import type { TextWorker } from "./text-worker.js";

type Unclean = Extract<MergeResult, { clean: false }>;

/** Where two edits touch the same lines, the writer decides, place by place; all else is merged already. */
export function ConflictForm({
  conflict,
  locale,
  worker,
  onResolved,
}: {
  conflict: Conflict;
  locale: string;
  worker: TextWorker;
  onResolved: (text: string) => void;
}) {
  const { base, mine, theirs } = conflict;
  const [result, setResult] = useState<Unclean>();
  const [choices, setChoices] = useState<readonly Choice[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const question = { base: base.markdown, mine, theirs: theirs.markdown };
    const whole = (): Unclean => wholeTextConflict(question);
    void worker.ask("merge", question).then(
      (answer) => isCurrent && setResult(answer.clean ? whole() : answer),
      () => isCurrent && setResult(whole()),
    );
    return () => {
      isCurrent = false;
    };
  }, [base, mine, theirs, worker]);

  if (!result) return <p className="hint">Comparing…</p>;
  const { conflicts } = result;
  const isDecided = conflicts.every((_, index) => choices[index] !== undefined);
  return (
    <div className="save-body">
      <p>
        {theirs.author} saved revision {theirs.number}
        {theirs.message !== "" && <> (“{theirs.message}”)</>} while you were writing. Nothing was
        overwritten.{" "}
        {conflicts.length === 1
          ? "In one place both of you changed the same lines:"
          : `In ${conflicts.length} places both of you changed the same lines:`}
      </p>
      <ol className="conflicts">
        {conflicts.map((chunk, index) => (
          <li key={chunk.at.base.start}>
            <ConflictChoice
              chunk={chunk}
              number={index + 1}
              author={theirs.author}
              locale={locale}
              choice={choices[index]}
              onChoose={(choice) =>
                setChoices(
                  (before) =>
                    conflicts.map((_, at) => (at === index ? choice : before[at])) as Choice[],
                )
              }
            />
          </li>
        ))}
      </ol>
      <p className="form-actions">
        <button
          type="button"
          className="button primary"
          disabled={!isDecided}
          onClick={() => onResolved(resolved(result, choices))}
        >
          Go on with this text
        </button>
        {!isDecided && <span className="hint">Choose in each place first.</span>}
      </p>
    </div>
  );
}

function resolved(result: Unclean, choices: readonly Choice[]): string {
  let at = 0;
  let text = "";
  for (const chunk of result.chunks) {
    if (chunk.kind === "conflict") {
      text += choices[at]?.text ?? chunk.mine;
      at += 1;
    } else {
      text += chunk.text;
    }
  }
  return text;
}

/** When the places cannot be told apart here, the whole text is one place: nothing is decided unseen. */
function wholeTextConflict({
  base,
  mine,
  theirs,
}: {
  base: string;
  mine: string;
  theirs: string;
}): Unclean {
  const side = (text: string) => ({
    start: 0,
    end: text.length,
    line: 0,
    lines: text.split("\n").length,
  });
  const chunk: ConflictChunk = {
    kind: "conflict",
    reason: "both-changed",
    at: { base: side(base), mine: side(mine), theirs: side(theirs) },
    base,
    mine,
    theirs,
    proposal: null,
  };
  return { clean: false, conflicts: [chunk], chunks: [chunk] };
}
