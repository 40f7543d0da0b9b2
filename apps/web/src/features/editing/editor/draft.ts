/** A text that is not saved yet, as this device keeps it. */
export interface Draft {
  base: string;
  markdown: string;
  /** ISO time of the last change. */
  at: string;
}

const PREFIX = "stet-draft:";

/** One page's draft in the browser's storage. Storage that is full or forbidden throws on `keep`. */
export class DraftStore {
  readonly #key: string;

  /** `subject` is the page's id, or the place of a new page. */
  constructor(
    subject: string,
    readonly storage: Storage,
  ) {
    this.#key = PREFIX + subject;
  }

  /** The newest draft of this page, whatever revision it started from. */
  find(): Draft | undefined {
    const kept = this.storage.getItem(this.#key);
    if (kept === null) return undefined;
    try {
      const draft: unknown = JSON.parse(kept);
      return isDraft(draft) ? draft : undefined;
    } catch {
      // Not ours, or cut short: there is nothing in it to give back.
      return undefined;
    }
  }

  keep(draft: Draft): void {
    this.storage.setItem(this.#key, JSON.stringify(draft));
  }

  /** Only after the API has acknowledged the text, or when the writer throws it away. */
  discard(): void {
    this.storage.removeItem(this.#key);
  }
}

function isDraft(value: unknown): value is Draft {
  return (
    typeof value === "object" &&
    value !== null &&
    "base" in value &&
    typeof value.base === "string" &&
    "markdown" in value &&
    typeof value.markdown === "string"
  );
}
