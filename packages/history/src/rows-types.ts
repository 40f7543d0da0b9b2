/** A stretch of a line, in reading order. */
export interface Segment {
  readonly change: "kept" | "inserted" | "deleted";
  readonly text: string;
}

/** The other end of a moved block, for a link such as "moved from line 12". */
export interface MoveLink {
  readonly id: number;
  /** `from`: this row left; the other end is in B. `to`: this row arrived; the other end is in A. */
  readonly end: "from" | "to";
  /** First and last line of the other end, 1-based. */
  readonly otherLine: number;
  readonly otherLastLine: number;
  /** True on the first row of the block. */
  readonly first: boolean;
  readonly exact: boolean;
}

/** One line of one side; `text` excludes the line terminator, `line` is 1-based. */
export interface Cell {
  readonly line: number;
  readonly segments: readonly Segment[];
  /** Set in changed rows when the line does not end with a plain LF: the change may be just that. */
  readonly terminator?: "none" | "crlf";
}

/** Unchanged rows left out; ask again with a larger `context`, or read `lines` lines from both texts. */
export interface FoldRow {
  readonly kind: "fold";
  readonly aLine: number;
  readonly bLine: number;
  readonly lines: number;
}

export type RowKind = "equal" | "insert" | "delete" | "replace" | "moved-from" | "moved-to";

/** A row of the side-by-side view; a missing side is an empty cell. */
export interface SplitRow {
  readonly kind: RowKind;
  /** The op this row belongs to: rows with the same number form one change. */
  readonly op: number;
  readonly left: Cell | null;
  readonly right: Cell | null;
  readonly move?: MoveLink;
}

/** A row of the inline view: both line numbers (1-based, null where the side has no line starting here). */
export interface InlineRow {
  readonly kind: RowKind;
  readonly op: number;
  readonly aLine: number | null;
  readonly bLine: number | null;
  readonly segments: readonly Segment[];
  readonly move?: MoveLink;
}

export interface RowsOptions<View extends "split" | "inline"> {
  readonly view: View;
  /** Unchanged lines kept around a change; `Infinity` folds nothing. Default 3. */
  readonly context?: number;
}
