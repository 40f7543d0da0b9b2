import type { Span } from "./span.js";

/**
 * Where a range of A is in B. `kept` and `moved`: the same text (elsewhere for `moved`).
 * `edited`: the surviving part of it, or what it became. `gone`: only the place where it was.
 */
export interface MappedPosition {
  readonly verdict: "kept" | "moved" | "edited" | "gone";
  readonly span: Span;
  /** Share of the range's characters that survive, 0 to 1. */
  readonly kept: number;
}
