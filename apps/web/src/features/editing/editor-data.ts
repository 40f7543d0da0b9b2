import type { EditorErrorFragment } from "./editing.generated.js";

/** Everything the editor starts from; plain JSON, the same on the server and in the browser. */
export interface EditorData {
  /** Absent while the page does not exist yet. */
  page?: { id: string; title: string; number: number };
  /** Of the page, or of the space for a new one. */
  address: string;
  space: string;
  path: string;
  locale: string;
  defaultLocale: string;
  filePath: string;
  /** The revision the edit starts from; "" for a new page. */
  base: string;
  markdown: string;
  message: string;
  isMinor: boolean;
  idempotencyKey: string;
  spaces: readonly string[];
  locales: readonly string[];
  nonce?: string | undefined;
  /** What came of a save or preview without JavaScript. */
  answer: EditorAnswer;
}

export type EditorAnswer =
  | { kind: "none" }
  | { kind: "preview"; html: string }
  | { kind: "unchanged" }
  | { kind: "refused"; errors: readonly { message: string; line?: number }[] }
  | { kind: "conflict"; conflict: Conflict };

export interface Conflict {
  base: { id: string; number: number; markdown: string };
  theirs: { id: string; number: number; markdown: string; message: string; author: string };
  mine: string;
}

/** The edit conflict among a payload's errors, if there is one. */
export function findConflict(errors: readonly EditorErrorFragment[]): Conflict | undefined {
  for (const error of errors) {
    if (!("mine" in error)) continue;
    const { base, theirs, mine } = error;
    return { base, theirs: { ...theirs, author: theirs.author.name }, mine };
  }
  return undefined;
}

/** The other errors as the editor shows them. */
export function refusals(
  errors: readonly EditorErrorFragment[],
): { message: string; line?: number }[] {
  return errors.map((error) =>
    "line" in error && typeof error.line === "number"
      ? { message: error.message, line: error.line }
      : { message: error.message },
  );
}
