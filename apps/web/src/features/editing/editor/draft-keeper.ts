import type { Draft, DraftStore } from "./draft.js";

// At most this long is typing nowhere but in the window.
const KEEP_AFTER_MS = 600;

/** Writes the unsaved text to this device, within a second of typing and when the window goes away. */
export class DraftKeeper {
  #isDirty = false;
  #timer = 0;

  constructor(
    readonly store: DraftStore,
    readonly current: () => Draft,
    readonly report: (outcome: "kept" | "full") => void,
  ) {}

  get isDirty(): boolean {
    return this.#isDirty;
  }

  /** The text has changed, or is another than the page's from the start. */
  changed(): void {
    this.#isDirty = true;
    if (this.#timer === 0) this.#timer = window.setTimeout(this.keep, KEEP_AFTER_MS);
  }

  keep = (): void => {
    clearTimeout(this.#timer);
    this.#timer = 0;
    if (!this.#isDirty) return;
    try {
      this.store.keep(this.current());
      this.report("kept");
    } catch {
      this.report("full");
    }
  };

  /** The API has the text, or the writer does not want it. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#isDirty = false;
    this.store.discard();
  }

  /** Asks before the window closes over unsaved text. */
  watchWindow(): () => void {
    const onLeave = (event: BeforeUnloadEvent) => {
      this.keep();
      if (this.#isDirty) event.preventDefault();
    };
    window.addEventListener("beforeunload", onLeave);
    window.addEventListener("pagehide", this.keep);
    return () => {
      window.removeEventListener("beforeunload", onLeave);
      window.removeEventListener("pagehide", this.keep);
    };
  }
}
