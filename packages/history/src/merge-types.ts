import type { Side } from "./span.js";

/** Why a merge did not decide by itself. */
export type ConflictReason =
  | "both-changed"
  | "adjacent"
  | "duplicate-run"
  | "same-sentence"
  | "same-addition"
  | "moved-and-changed"
  | "block-structure"
  | "duplicate-definition"
  | "front-matter";

export interface ChunkPlace {
  readonly base: Side;
  readonly mine: Side;
  readonly theirs: Side;
}

/**
 * Lines that need nobody: `same` untouched, `mine` or `theirs` changed by one side, `both` changed alike,
 * `keys` front matter in which each side changed other keys.
 */
export interface SettledChunk {
  readonly kind: "same" | "mine" | "theirs" | "both" | "keys";
  readonly at: ChunkPlace;
  readonly text: string;
}

/** Lines a person has to look at. */
export interface ConflictChunk {
  readonly kind: "conflict";
  readonly reason: ConflictReason;
  readonly at: ChunkPlace;
  readonly base: string;
  readonly mine: string;
  readonly theirs: string;
  /** A word-level (or key-level) merge to start from; never applied by itself; null when the words clash too. */
  readonly proposal: string | null;
}

export type MergeChunk = SettledChunk | ConflictChunk;

/** `chunks` tile base, mine and theirs in order. */
export type MergeResult =
  | { readonly clean: true; readonly text: string; readonly chunks: readonly SettledChunk[] }
  | {
      readonly clean: false;
      readonly conflicts: readonly ConflictChunk[];
      readonly chunks: readonly MergeChunk[];
    };
