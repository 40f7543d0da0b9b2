import { useSyncExternalStore } from "react";
import type { EditorData } from "../editor-data.js";
import { LiveEditor } from "./live-editor.js";
import { PlainEditor } from "./plain-editor.js";

const never = () => () => {};

/**
 * The editor. The server renders a plain form that saves by itself; once React has taken over, the
 * same text is in CodeMirror beside its preview. `typed` is what was typed before that.
 */
export function Editor({ data, typed }: { data: EditorData; typed?: string | undefined }) {
  const isLive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return isLive ? <LiveEditor data={data} typed={typed} /> : <PlainEditor data={data} />;
}
