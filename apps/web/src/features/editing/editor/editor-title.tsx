import type { EditorData } from "../editor-data.js";

export function EditorTitle({ data }: { data: EditorData }) {
  return (
    <h1 className="editor-title">
      {data.page ? (
        <>
          <span className="of">Edit</span> <span lang={data.locale}>{data.page.title}</span>
        </>
      ) : (
        "New page"
      )}
    </h1>
  );
}
