import type { Span } from "./span.js";

/** A revision as blame sees it. `id` is the caller's. */
export interface BlameRevision {
  readonly id: string;
  readonly text: string;
}

/** Line owners as runs: `[lines, index into owners]`. Plain JSON, small, byte-equal when rebuilt. */
export interface Blame {
  readonly version: number;
  readonly revision: string;
  readonly owners: readonly string[];
  readonly runs: readonly (readonly [lines: number, owner: number])[];
}

export interface BlameOptions {
  /** Moved blocks keep their owners; default true. */
  readonly moves?: boolean;
}

/** A run of consecutive lines by one revision; `line` is 0-based. */
export interface BlameRun {
  readonly line: number;
  readonly lines: number;
  readonly revision: string;
}

/** Who wrote a stretch of a selection. The stretches tile the selection. */
export interface WordOwner extends Span {
  readonly revision: string;
}
