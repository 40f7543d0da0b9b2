import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { EditorData } from "../editor-data.js";
import { AnswerNotice } from "./answer-notice.js";
import { DraftNotice } from "./draft-notice.js";
import { EditorSession } from "./editor-session.js";
import { EditorTitle } from "./editor-title.js";
import { PaneToggle, type Panes } from "./pane-toggle.js";
import { SaveDialog } from "./save-dialog.js";
import { isSaveKey } from "./save-key.js";

/** The editor with its preview, its draft on this device, and the dialog that saves. `typed` came before it did. */
export function LiveEditor({ data, typed }: { data: EditorData; typed: string | undefined }) {
  const [session] = useState(() => new EditorSession(data, typed));
  const { isReady, base, draftWords, restoredWords } = useSyncExternalStore(
    session.subscribe,
    session.state,
  );
  const [panes, setPanes] = useState<Panes>("split");
  const [isSaving, setIsSaving] = useState(false);
  const [path, setPath] = useState(data.path);
  const host = useRef<HTMLDivElement>(null);
  const fallback = useRef<HTMLTextAreaElement>(null);
  const scroller = useRef<HTMLElement>(null);
  const content = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!host.current || !fallback.current || !scroller.current || !content.current)
      return undefined;
    const elements = {
      host: host.current,
      fallback: fallback.current,
      scroller: scroller.current,
      content: content.current,
    };
    return session.open(elements, () => setIsSaving(true));
  }, [session]);
  useSaveKeys(() => setIsSaving(true));

  return (
    <form
      className="live-editor"
      data-panes={panes}
      onSubmit={(event) => {
        event.preventDefault();
        setIsSaving(true);
      }}
    >
      <div className="editor-bar">
        <EditorTitle data={data} />
        <p className="draft-state" role="status">
          {draftWords}
        </p>
        <PaneToggle panes={panes} onChange={setPanes} />
        <button type="submit" className="button primary" aria-keyshortcuts="Control+S">
          {data.page ? "Save…" : "Create…"}
        </button>
      </div>
      <AnswerNotice answer={data.answer} />
      {restoredWords && (
        <DraftNotice words={restoredWords} onThrowAway={() => session.throwDraftAway()} />
      )}
      {!data.page && (
        <p className="field editor-path">
          <label htmlFor="path">Path</label>
          <input
            id="path"
            type="text"
            value={path}
            required
            onChange={(event) => setPath(event.target.value)}
          />
        </p>
      )}
      <div className="panes">
        <div className="source-pane">
          <div className="source-host" ref={host}>
            <textarea
              aria-label="Text, in Markdown"
              lang={data.locale}
              defaultValue={session.start}
              ref={fallback}
              hidden={isReady}
            />
          </div>
        </div>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls must be reachable by keyboard. */}
        <section className="preview-pane" ref={scroller} aria-label="Preview" tabIndex={0}>
          <div className="prose" lang={data.locale} ref={content} />
        </section>
      </div>
      <p className="editor-hint" id="editor-hint">
        <kbd>Esc</kbd> then <kbd>Tab</kbd> leaves the text. <kbd>Ctrl</kbd>+<kbd>S</kbd> saves.{" "}
        <a href="?plain=1">Use a plain text field</a>
      </p>
      {isSaving && (
        <SaveDialog
          session={session}
          base={base}
          path={path}
          onClose={() => {
            setIsSaving(false);
            session.focus();
          }}
          onGoToLine={(line) => {
            setIsSaving(false);
            session.goTo(line);
          }}
        />
      )}
    </form>
  );
}

/** Ctrl+S and Ctrl+Enter, wherever the focus is. */
function useSaveKeys(onSave: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isSaveKey(event) || document.querySelector("dialog[open]"))
        return;
      event.preventDefault();
      onSave();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  });
}
