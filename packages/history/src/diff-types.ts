import type { Side, Span } from "./span.js";

/** What a change is about; `formatting` means the words stayed and only markup or white space changed. */
export type ChangeKind = "prose" | "command" | "link" | "number" | "formatting";

/** One stretch inside a `replace`; the stretches tile both of its sides and never cut a grapheme. */
export interface WordOp {
  readonly kind: "equal" | "insert" | "delete" | "replace";
  readonly a: Span;
  readonly b: Span;
}

/** Lines with the same bytes on both sides. */
export interface EqualOp {
  readonly kind: "equal";
  readonly a: Side;
  readonly b: Side;
}

/** Lines only B has; `a` is the empty place in A where they come in. */
export interface InsertOp {
  readonly kind: "insert";
  readonly a: Side;
  readonly b: Side;
  readonly changes: readonly ChangeKind[];
}

/** Lines only A has; `b` is the empty place in B where they were. */
export interface DeleteOp {
  readonly kind: "delete";
  readonly a: Side;
  readonly b: Side;
  readonly changes: readonly ChangeKind[];
}

/**
 * Lines of A that became lines of B, with the words that changed.
 * `line` is one to one, `split` one to many, `join` many to one, `reflow` many to many (a paragraph wrapped anew).
 */
export interface ReplaceOp {
  readonly kind: "replace";
  readonly shape: "line" | "split" | "join" | "reflow";
  readonly a: Side;
  readonly b: Side;
  readonly words: readonly WordOp[];
  readonly changes: readonly ChangeKind[];
}

/** Lines of A that appear elsewhere in B; the `Move` with this id has both ends and the inner edits. */
export interface MovedFromOp {
  readonly kind: "moved-from";
  readonly move: number;
  readonly a: Side;
  readonly b: Side;
}

/** Lines of B that stood elsewhere in A. */
export interface MovedToOp {
  readonly kind: "moved-to";
  readonly move: number;
  readonly a: Side;
  readonly b: Side;
}

/** What can stand inside a moved block. */
export type InnerOp = EqualOp | InsertOp | DeleteOp | ReplaceOp;

export type DiffOp = InnerOp | MovedFromOp | MovedToOp;

/** A block that went elsewhere; `ops` tile `from` in A and `to` in B. */
export interface Move {
  /** The index in `Diff.moves`. */
  readonly id: number;
  readonly from: Side;
  readonly to: Side;
  /** True when not a byte was edited on the way. */
  readonly exact: boolean;
  /** Shared words by characters, 0 to 1. */
  readonly similarity: number;
  readonly ops: readonly InnerOp[];
}

export interface DiffSummary {
  /** `changed` counts lines of B inside replaces; moved lines are counted once, in `moved`, never as added or removed. */
  readonly lines: {
    readonly added: number;
    readonly removed: number;
    readonly changed: number;
    readonly moved: number;
    readonly unchanged: number;
  };
  /** Words of replaces and of inner edits of moves included; a moved word is neither added nor removed. */
  readonly words: { readonly added: number; readonly removed: number; readonly moved: number };
  readonly moves: number;
  readonly splits: number;
  readonly joins: number;
  /** How many changed ops touch each kind. */
  readonly kinds: Readonly<Record<ChangeKind, number>>;
}

/**
 * Something the operation budget did not allow, so the result is coarser there, never wrong:
 * `lines` (a region shown as replaced), `pairs` (lines not paired), `words` (lines without inner ranges), `moves` (not searched to the end).
 */
export interface Degradation {
  readonly what: "lines" | "pairs" | "words" | "moves";
  /** How many times it happened in this comparison. */
  readonly times: number;
}

/**
 * The difference of two texts as plain JSON: ranges into both, plus the bytes that `apply` and `invert` need.
 * In `ops`, the `a` sides tile A and the `b` sides tile B, in order.
 */
export interface Diff {
  /** Of the algorithm; a cache key is (hash of A, hash of B, version). */
  readonly version: number;
  readonly a: { readonly length: number; readonly lines: number };
  readonly b: { readonly length: number; readonly lines: number };
  readonly ops: readonly DiffOp[];
  readonly moves: readonly Move[];
  readonly summary: DiffSummary;
  readonly degraded: readonly Degradation[];
  /** The bytes of A outside `equal`, in order. */
  readonly removed: string;
  /** The bytes of B outside `equal`, in order. */
  readonly added: string;
}

/** Operations each stage may spend before it gives up and says so. */
export interface DiffBudget {
  readonly lines: number;
  readonly pairs: number;
  readonly words: number;
  readonly moves: number;
}

export interface DiffOptions {
  /** Look for moved blocks; default true. */
  readonly moves?: boolean;
  /** Compute words inside replaces; default true. Without it a replace has one inner range. */
  readonly words?: boolean;
  readonly budget?: Partial<DiffBudget>;
}
