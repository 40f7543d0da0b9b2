import { createRoot } from "react-dom/client";
import "./editor/editor.css";
import { LiveEditor } from "./editor/live-editor.js";
import type { EditorData } from "./editor-data.js";

const root = document.getElementById("editor");
const source = document.getElementById("editor-data")?.textContent;
const field = root?.querySelector<HTMLTextAreaElement>("textarea[name=markdown]");
if (root && source && field) {
  const data = JSON.parse(source) as Omit<EditorData, "markdown"> & { markdown?: string };
  // The text stands in the form already; it comes a second time only when a form cannot hold it exactly.
  const markdown = data.markdown ?? field.defaultValue;
  // Typed, or restored by the browser, before we came.
  const typed = field.value === field.defaultValue ? undefined : field.value;
  // The browser hides a nonce from markup; the attribute's property still has it.
  const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce ?? data.nonce;
  createRoot(root).render(<LiveEditor data={{ ...data, markdown, nonce }} typed={typed} />);
}
