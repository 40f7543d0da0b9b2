import { renderToString } from "react-dom/server";
import { localAddress, type ViewProps } from "#routing/index.js";
import { PageBar } from "#ui/page-frame/index.js";
import type { EditorData } from "./editor-data.js";
import { Editor } from "./editor/editor.js";
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

/** The part that React takes over in the browser, with the data it starts from. */
function EditorRoot({ data }: { data: EditorData }) {
  const json = JSON.stringify(data).replaceAll("<", "\\u003c");
  return (
    <>
      <div
        id="editor"
        dangerouslySetInnerHTML={{ __html: renderToString(<Editor data={data} />) }}
      />
      <script type="application/json" id="editor-data" dangerouslySetInnerHTML={{ __html: json }} />
    </>
  );
}
