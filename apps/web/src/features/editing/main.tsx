import { hydrateRoot } from "react-dom/client";
import { Editor } from "./editor/editor.js";
import type { EditorData } from "./editor-data.js";
import "./editor/editor.css";

const root = document.getElementById("editor");
const source = document.getElementById("editor-data")?.textContent;
if (root && source) {
  const data = JSON.parse(source) as EditorData;
  // The browser hides a nonce from scripts that read the JSON late; the attribute of our own script still has it.
  const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce ?? data.nonce;
  // Typed, or restored by the browser, before we came.
  const field = root.querySelector<HTMLTextAreaElement>("textarea[name=markdown]");
  const typed = field && field.value !== field.defaultValue ? field.value : undefined;
  hydrateRoot(root, <Editor data={{ ...data, nonce }} typed={typed} />);
}
