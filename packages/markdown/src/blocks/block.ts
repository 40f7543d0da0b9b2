export type BlockKind =
  | "frontmatter"
  | "heading"
  | "paragraph"
  | "list"
  | "code"
  | "table"
  | "quote"
  | "callout"
  | "html"
  | "rule"
  | "math"
  | "footnote"
  | "definition"
  | "blank";

/**
 * A top-level block of a page: whole source lines, terminators included. Blank lines belong to the
 * block before them; only blank lines at the very start of a text are a block of their own.
 */
export interface Block {
  kind: BlockKind;
  /** Half-open range in UTF-16 units. */
  start: number;
  end: number;
  /** Half-open range of 0-based lines. */
  startLine: number;
  endLine: number;
  /** Where the text of the block ends: `end` without the blank lines after it. */
  textEnd: number;
  /** Headings: 1 to 6. */
  level?: number;
  /** Code: the info string as written, entities and escapes decoded. */
  info?: string;
  /** Callouts: note, tip, info, important, warning, caution or danger. */
  callout?: string;
  /** Lists: whether the list is numbered. */
  ordered?: boolean;
}
