import { localAddress, type ViewProps } from "#routing/index.js";
import { PageBar } from "#ui/page-frame/index.js";
import type { EditorData } from "./editor-data.js";
import { PlainEditor } from "./editor/plain-editor.js";
import type { Editing, Writing } from "./routes.js";

export function EditorView({ data: { page, editor } }: ViewProps<Editing>) {
  return (
    <main id="main" className="editing">
      <PageBar page={page} current="edit" />
      <EditorRoot data={editor} />
    </main>
  );
}

export function NewPageView({ data: { space, editor } }: ViewProps<Writing>) {
  return (
    <main id="main" className="editing">
      <div className="page-bar">
        <nav className="breadcrumbs" aria-label="Breadcrumbs">
          <ol>
            <li>
              <a href={localAddress(space.url)}>{space.name}</a>
            </li>
          </ol>
        </nav>
      </div>
      <EditorRoot data={editor} />
    </main>
  );
}

/** A form that works as it is; where there is JavaScript, the editor takes its place and its data. */
function EditorRoot({ data }: { data: EditorData }) {
  // HTML makes one line end of all kinds; only a text with others has to be sent beside the form.
  const { markdown, ...rest } = data;
  const json = JSON.stringify(markdown.includes("\r") ? data : rest).replaceAll("<", "\\u003c");
  return (
    <>
      <div id="editor">
        <PlainEditor data={data} />
      </div>
      <script type="application/json" id="editor-data" dangerouslySetInnerHTML={{ __html: json }} />
    </>
  );
}
