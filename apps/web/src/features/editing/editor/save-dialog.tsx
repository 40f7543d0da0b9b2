import { useEffect, useRef, useState } from "react";
import { Icon } from "#ui/icon.js";
import type { Conflict } from "../editor-data.js";
import { newIdempotencyKey, saveText, type SaveResult } from "./api.js";
import { ChangesPreview } from "./changes-preview.js";
import { ConflictForm } from "./conflict-form.js";
import { SaveFailure } from "./save-failure.js";
import type { EditorSession } from "./editor-session.js";
import { isSaveKey } from "./save-key.js";

interface SaveDialogProps {
  session: EditorSession;
  base: string;
  path: string;
  onClose: () => void;
  onGoToLine: (line: number) => void;
}

/** Before saving: what changed, against which revision, and why; afterwards, whatever the API said. */
export function SaveDialog(props: SaveDialogProps) {
  const { session } = props;
  const { data, worker } = session;
  const dialog = useRef<HTMLDialogElement>(null);
  const summary = useRef<HTMLInputElement>(null);
  const [result, setResult] = useState<SaveResult>();
  const [isBusy, setIsBusy] = useState(false);
  const [conflict, setConflict] = useState<Conflict>();
  /** The text the next save is based on, and its number: the page's, or theirs after a conflict. */
  const [ground, setGround] = useState({
    base: props.base,
    text: data.markdown,
    number: data.page?.number,
  });
  const [message, setMessage] = useState(data.message);
  const [isMinor, setIsMinor] = useState(data.isMinor);
  const [text, setText] = useState(session.text);
  // A repeated attempt at the same save counts once; another text is another attempt.
  const [key, setKey] = useState(newIdempotencyKey);

  useEffect(() => {
    dialog.current?.showModal();
    summary.current?.focus();
  }, []);

  const save = async () => {
    setIsBusy(true);
    setResult(undefined);
    const answer = await saveText({
      data,
      base: ground.base,
      path: props.path,
      markdown: text,
      message,
      isMinor,
      idempotencyKey: key,
    });
    setIsBusy(false);
    setResult(answer);
    if (answer.kind === "saved") {
      session.saved();
      location.assign(answer.address);
    }
    if (answer.kind !== "failed") setKey(newIdempotencyKey());
    if (answer.kind === "conflict") setConflict(answer.conflict);
  };

  return (
    <dialog
      ref={dialog}
      className="save-dialog"
      aria-labelledby="save-title"
      onClose={props.onClose}
      onKeyDown={(event) => {
        if (!isSaveKey(event)) return;
        event.preventDefault();
        if (!conflict && !isBusy) void save();
      }}
    >
      <header>
        <h2 id="save-title">
          {conflict ? "Two edits meet" : data.page ? "Save the page" : "Create the page"}
        </h2>
        <button type="button" className="icon-button" onClick={() => dialog.current?.close()}>
          <Icon name="close" />
          <span className="visually-hidden">Back to the text</span>
        </button>
      </header>
      {conflict ? (
        <ConflictForm
          conflict={conflict}
          locale={data.locale}
          worker={worker}
          onResolved={(merged) => {
            session.rebase(merged, conflict.theirs.id);
            setGround({
              base: conflict.theirs.id,
              text: conflict.theirs.markdown,
              number: conflict.theirs.number,
            });
            setText(merged);
            setKey(newIdempotencyKey());
            setResult(undefined);
            setConflict(undefined);
          }}
        />
      ) : (
        <div className="save-body">
          {result && <SaveFailure result={result} onGoToLine={props.onGoToLine} />}
          <div className="field">
            <label htmlFor="message">Summary: what you changed, and why</label>
            <input
              ref={summary}
              id="message"
              type="text"
              maxLength={500}
              value={message}
              onChange={(event) => setMessage(event.target.value)}
            />
          </div>
          {data.page && (
            <p className="choice">
              <input
                id="minor"
                type="checkbox"
                checked={isMinor}
                onChange={(event) => setIsMinor(event.target.checked)}
              />
              <label htmlFor="minor">Minor: nothing a reader would do differently</label>
            </p>
          )}
          <p className="form-actions">
            <button
              type="button"
              className="button primary"
              disabled={isBusy}
              onClick={() => void save()}
            >
              {isBusy ? "Saving…" : data.page ? "Save" : "Create the page"}
            </button>
            <button type="button" className="button" onClick={() => dialog.current?.close()}>
              Back to the text
            </button>
          </p>
          {data.page && (
            <ChangesPreview
              before={ground.text}
              after={text}
              number={ground.number ?? 0}
              worker={worker}
              locale={data.locale}
            />
          )}
        </div>
      )}
    </dialog>
  );
}
