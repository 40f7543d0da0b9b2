import type { ConflictChunk } from "@stet/history";
import { useId } from "react";

export interface Choice {
  kind: "mine" | "theirs" | "both" | "own";
  text: string;
}

/** One place where two edits touch: mine, theirs, both, or words of one's own. */
export function ConflictChoice({
  chunk,
  number,
  author,
  locale,
  choice,
  onChoose,
}: {
  chunk: ConflictChunk;
  number: number;
  author: string;
  locale: string;
  choice: Choice | undefined;
  onChoose: (choice: Choice) => void;
}) {
  const id = useId();
  const options: { kind: Choice["kind"]; label: string; text: string }[] = [
    { kind: "mine", label: "Yours", text: chunk.mine },
    { kind: "theirs", label: author, text: chunk.theirs },
    { kind: "both", label: "Both, yours first", text: chunk.mine + chunk.theirs },
    {
      kind: "own",
      label: chunk.proposal === null ? "Other words" : "A proposal, to edit",
      text: choice?.kind === "own" ? choice.text : (chunk.proposal ?? chunk.mine),
    },
  ];
  return (
    <fieldset className="conflict" lang="en">
      <legend>
        Place {number}, line {chunk.at.mine.line + 1}
      </legend>
      <div className="conflict-before">
        <p className="hint">It was</p>
        <pre lang={locale}>{chunk.base === "" ? "nothing here" : chunk.base}</pre>
      </div>
      {options.map(({ kind, label, text }) => (
        <div
          key={kind}
          className="conflict-option"
          data-chosen={choice?.kind === kind || undefined}
        >
          <p className="choice">
            <input
              type="radio"
              id={`${id}-${kind}`}
              name={`${id}-choice`}
              checked={choice?.kind === kind}
              onChange={() => onChoose({ kind, text })}
            />
            <label htmlFor={`${id}-${kind}`}>{label}</label>
          </p>
          {kind === "own"
            ? choice?.kind === "own" && (
                <textarea
                  aria-label={`Text for place ${number}`}
                  lang={locale}
                  rows={Math.min(12, text.split("\n").length + 1)}
                  value={text}
                  onChange={(event) => onChoose({ kind: "own", text: event.target.value })}
                />
              )
            : kind !== "both" && <pre lang={locale}>{text === "" ? "(taken out)" : text}</pre>}
        </div>
      ))}
    </fieldset>
  );
}
