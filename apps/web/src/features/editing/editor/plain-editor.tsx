import type { EditorData } from "../editor-data.js";
import { AnswerNotice } from "./answer-notice.js";
import { EditorTitle } from "./editor-title.js";

/** A form that works anywhere: text, preview, summary, save. */
export function PlainEditor({ data }: { data: EditorData }) {
  const { answer } = data;
  return (
    <form className="plain-editor" method="post">
      <EditorTitle data={data} />
      <AnswerNotice answer={answer} />
      <input type="hidden" name="base" value={data.base} />
      <input type="hidden" name="key" value={data.idempotencyKey} />
      {answer.kind === "preview" && (
        <section className="plain-preview" aria-labelledby="preview">
          <h2 id="preview">Preview</h2>
          <div
            className="prose"
            lang={data.locale}
            dangerouslySetInnerHTML={{ __html: answer.html }}
          />
        </section>
      )}
      {!data.page && (
        <p className="field">
          <label htmlFor="path">Path</label>
          <input id="path" name="path" type="text" defaultValue={data.path} required />
        </p>
      )}
      <p className="field">
        <label htmlFor="markdown">Text, in Markdown</label>
        <textarea
          id="markdown"
          name="markdown"
          rows={24}
          lang={data.locale}
          defaultValue={data.markdown}
        />
      </p>
      {answer.kind === "conflict" && (
        <p className="field">
          <label htmlFor="theirs">
            What {answer.conflict.theirs.author} saved (revision {answer.conflict.theirs.number})
          </label>
          <textarea
            id="theirs"
            rows={16}
            lang={data.locale}
            readOnly
            defaultValue={answer.conflict.theirs.markdown}
          />
        </p>
      )}
      <p className="field">
        <label htmlFor="message">Summary: what you changed, and why</label>
        <input
          id="message"
          name="message"
          type="text"
          maxLength={500}
          defaultValue={data.message}
        />
      </p>
      {data.page && (
        <p className="choice">
          <input
            id="minor"
            name="minor"
            type="checkbox"
            value="yes"
            defaultChecked={data.isMinor}
          />
          <label htmlFor="minor">Minor: nothing a reader would do differently</label>
        </p>
      )}
      <p className="form-actions">
        <button type="submit" className="button primary" name="action" value="save">
          {data.page ? "Save" : "Create the page"}
        </button>
        <button type="submit" className="button" name="action" value="preview">
          Preview
        </button>
        <a href={data.address}>Leave without saving</a>
      </p>
    </form>
  );
}
