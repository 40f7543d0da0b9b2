import {
  defaultKeymap,
  history,
  historyKeymap,
  indentLess,
  indentMore,
} from "@codemirror/commands";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState, type Extension } from "@codemirror/state";
import {
  drawSelection,
  dropCursor,
  EditorView,
  highlightActiveLine,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { lineEndOf } from "../line-ends.js";
import { continueMarkup, surround } from "./markdown-commands.js";
import { markdown } from "./markdown-language.js";

export interface SourceEditor {
  /** The exact text, with the line ends it came with. */
  text(): string;
  /** Puts another text in its place, as one step that can be undone. */
  replace(text: string): void;
  focus(): void;
  /** The 1-based line at the top of the view, with the part of it that is scrolled away. */
  topLine(): number;
  showLine(line: number): void;
  goTo(line: number): void;
  destroy(): void;
}

export interface SourceEditorOptions {
  parent: HTMLElement;
  text: string;
  label: string;
  describedBy: string;
  locale: string;
  nonce: string | undefined;
  onChange(): void;
  onScroll(): void;
  onSave(): void;
}

/** CodeMirror over the exact source: nothing is rewritten that nobody touched. */
export function createSourceEditor(options: SourceEditorOptions): SourceEditor {
  const { parent, text } = options;
  const view = new EditorView({
    parent,
    state: EditorState.create({ doc: text, extensions: extensions(options) }),
  });
  const onScroll = () => options.onScroll();
  view.scrollDOM.addEventListener("scroll", onScroll, { passive: true });
  return {
    text: () => view.state.sliceDoc(),
    replace(next) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } });
    },
    focus: () => view.focus(),
    topLine() {
      const top = view.scrollDOM.scrollTop;
      const block = view.lineBlockAtHeight(top);
      const line = view.state.doc.lineAt(block.from).number;
      return line + (block.height > 0 ? Math.max(0, top - block.top) / block.height : 0);
    },
    showLine(line) {
      const number = Math.min(view.state.doc.lines, Math.max(1, Math.floor(line)));
      const block = view.lineBlockAt(view.state.doc.line(number).from);
      view.scrollDOM.scrollTop = block.top + (line - number) * block.height;
    },
    goTo(line) {
      const { from } = view.state.doc.line(Math.min(view.state.doc.lines, Math.max(1, line)));
      view.dispatch({
        selection: { anchor: from },
        effects: EditorView.scrollIntoView(from, { y: "center" }),
      });
      view.focus();
    },
    destroy: () => view.destroy(),
  };
}

function extensions(options: SourceEditorOptions): Extension[] {
  const save = () => {
    options.onSave();
    return true;
  };
  return [
    EditorState.lineSeparator.of(lineEndOf(options.text)),
    options.nonce === undefined ? [] : EditorView.cspNonce.of(options.nonce),
    lineNumbers(),
    history(),
    drawSelection(),
    dropCursor(),
    highlightSpecialChars(),
    highlightActiveLine(),
    highlightSelectionMatches(),
    search({ top: true }),
    markdown(),
    EditorView.lineWrapping,
    EditorState.tabSize.of(4),
    EditorView.contentAttributes.of({
      "aria-label": options.label,
      "aria-describedby": options.describedBy,
      lang: options.locale,
      // It scrolls, and nothing in it takes the focus but itself.
      tabindex: "0",
      spellcheck: "true",
      autocapitalize: "sentences",
    }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) options.onChange();
    }),
    keymap.of([
      { key: "Mod-s", run: save, preventDefault: true },
      { key: "Mod-Enter", run: save },
      { key: "Mod-b", run: surround("**") },
      { key: "Mod-i", run: surround("*") },
      { key: "Enter", run: continueMarkup },
      // Escape, then Tab, leaves the editor: CodeMirror lets one Tab through after Escape.
      { key: "Tab", run: indentMore, shift: indentLess },
      ...searchKeymap,
      ...historyKeymap,
      ...defaultKeymap,
    ]),
  ];
}
