import type { EditorData } from "../editor-data.js";
import { fromForm } from "../line-ends.js";
import { DraftKeeper } from "./draft-keeper.js";
import { DraftStore, type Draft } from "./draft.js";
import { PreviewPane } from "./preview-pane.js";
import { Scheduled } from "./scheduled.js";
import { followEachOther } from "./scroll-sync.js";
import type { SourceEditor } from "./source-editor.js";
import { TextWorker } from "./text-worker.js";

const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });

export interface EditorElements {
  host: HTMLElement;
  /** Holds the text until CodeMirror has arrived. */
  fallback: HTMLTextAreaElement;
  scroller: HTMLElement;
  content: HTMLElement;
}

/** What the screen shows of a session; a new object whenever it changes. */
export interface SessionState {
  isReady: boolean;
  /** The revision the text stands on. */
  base: string;
  draftWords: string;
  restoredWords: string | undefined;
}

/** One edit, from opening to saving: source, preview and draft. Knows nothing of React. */
export class EditorSession {
  readonly worker = new TextWorker();
  /** The text the session begins with: the draft this device kept, what was typed already, or the page's. */
  readonly start: string;
  readonly #drafts: DraftKeeper;
  readonly #listeners = new Set<() => void>();
  #state: SessionState;
  #editor: SourceEditor | undefined;
  #elements: EditorElements | undefined;

  constructor(
    readonly data: EditorData,
    typed: string | undefined,
  ) {
    const store = new DraftStore(data.page?.id ?? `new:${data.space}`, localStorage);
    const isAnswer = data.answer.kind !== "none" || typed !== undefined;
    const draft = isAnswer ? undefined : store.find();
    this.start =
      draft?.markdown ?? (typed === undefined ? data.markdown : fromForm(typed, data.markdown));
    this.#state = {
      isReady: false,
      base: draft?.base ?? data.base,
      draftWords: "",
      restoredWords: draft && wordsFor(draft, data),
    };
    this.#drafts = new DraftKeeper(store, this.#draft, this.#reportDraft);
    if (draft || isAnswer) this.#drafts.changed();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  state = (): SessionState => this.#state;

  text = (): string => this.#editor?.text() ?? this.#early();

  /** The text before CodeMirror has it. A field turns all line ends into one kind, so an untouched one is not asked. */
  #early(): string {
    const fallback = this.#elements?.fallback;
    const isTouched = fallback !== undefined && fallback.value !== fallback.defaultValue;
    return isTouched ? fromForm(fallback.value, this.start) : this.start;
  }

  /** Brings the screen to life; the answer takes it down again. */
  open(elements: EditorElements, onSave: () => void): () => void {
    this.#elements = elements;
    const pane = new PreviewPane(elements.scroller, elements.content);
    const scroll = followEachOther(() => this.#editor, pane);
    elements.scroller.addEventListener("scroll", scroll.fromPreview, { passive: true });
    const unwatch = this.#drafts.watchWindow();
    let isOpen = true;
    const preview = new Scheduled(async () => {
      const { space, locale, defaultLocale, filePath, spaces, locales } = this.data;
      const context = { space, locale, defaultLocale, filePath, spaces, locales };
      const answer = await this.worker.ask("preview", { markdown: this.text(), context });
      if (isOpen) pane.update(answer);
    });
    const start = async () => {
      const { createSourceEditor } = await import("./source-editor.js");
      if (!isOpen) return;
      this.#editor = createSourceEditor({
        parent: elements.host,
        text: this.#early(),
        label: "Text, in Markdown",
        describedBy: "editor-hint",
        locale: this.data.locale,
        nonce: this.data.nonce,
        onChange: () => {
          this.#drafts.changed();
          preview.request();
        },
        onScroll: scroll.fromSource,
        onSave,
      });
      this.#show({ isReady: true });
      this.#editor.focus();
      preview.request(0);
    };
    void start();
    return () => {
      isOpen = false;
      preview.cancel();
      unwatch();
      this.worker.stop();
      this.#editor?.destroy();
    };
  }

  focus(): void {
    this.#editor?.focus();
  }

  goTo(line: number): void {
    this.#editor?.goTo(line);
  }

  /** Another text, standing on another revision: the outcome of a conflict. */
  rebase(text: string, base: string): void {
    this.#show({ base });
    this.#editor?.replace(text);
    this.#drafts.changed();
  }

  saved(): void {
    this.#drafts.forget();
  }

  throwDraftAway(): void {
    this.#editor?.replace(this.data.markdown);
    this.#drafts.forget();
    this.#show({ base: this.data.base, restoredWords: undefined, draftWords: "" });
    this.focus();
  }

  #draft = (): Draft => ({
    base: this.#state.base,
    markdown: this.text(),
    at: new Date().toISOString(),
  });

  #reportDraft = (outcome: "kept" | "full"): void => {
    const draftWords =
      outcome === "kept"
        ? `Draft kept on this device, ${clock.format(new Date())}`
        : "This device has no room for a draft. Save soon.";
    this.#show({ draftWords });
  };

  #show(change: Partial<SessionState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

function wordsFor(draft: Draft, data: EditorData): string {
  const when = clock.format(new Date(draft.at));
  return draft.base === data.base
    ? `This is your unsaved text from ${when}, as this device kept it.`
    : `This is your unsaved text from ${when}. The page has changed since; saving brings both together, or asks you.`;
}
