import type { IdentifiedBlock } from "./derive-blocks.js";

/**
 * Blocks as `revision_blocks.blocks` keeps them: they tile the text, so one offset says where a block is, and what is
 * as usual is left out. `[kind, end, id, textHash]`, and for changed blocks `[…, change, similarity, from, origins]`.
 */
export type StoredBlock =
  | readonly [kind: string, end: number, id: string, textHash: string, from: number]
  | readonly [
      kind: string,
      end: number,
      id: string,
      textHash: string,
      from: number | null,
      change: string,
      similarity: number,
      origins: readonly string[],
    ];

export function toStoredBlocks(blocks: readonly IdentifiedBlock[]): StoredBlock[] {
  return blocks.map(({ kind, end, id, textHash, change, similarity, from, origins }) => {
    if (change === "same" && similarity === 1 && from !== null && origins.length === 0) {
      return [kind, end, id, textHash, from];
    }
    return [kind, end, id, textHash, from, change, similarity, origins];
  });
}

export function fromStoredBlocks(stored: readonly StoredBlock[]): IdentifiedBlock[] {
  let start = 0;
  return stored.map(
    ([kind, end, id, textHash, from, change = "same", similarity = 1, origins = []]) => {
      const block = { id, kind, start, end, textHash, change, similarity, from, origins };
      start = end;
      return block;
    },
  );
}
