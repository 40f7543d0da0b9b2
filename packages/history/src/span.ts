/** A half-open range of UTF-16 offsets in one text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whole lines of one text: the offsets, the first line (0-based) and how many. Empty sides still have a place. */
export interface Side extends Span {
  readonly line: number;
  readonly lines: number;
}
