/** A change of a list of blocks: at `from`, `remove` blocks go and `insert` come. */
export interface BlockPatch {
  from: number;
  remove: number;
  insert: string[];
}

/** What turns one list of blocks into another, leaving the same beginning and end alone. */
export function patchBlocks(before: readonly string[], after: readonly string[]): BlockPatch {
  let from = 0;
  while (from < before.length && from < after.length && before[from] === after[from]) from += 1;
  let tail = 0;
  const most = Math.min(before.length, after.length) - from;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail])
    tail += 1;
  return {
    from,
    remove: before.length - from - tail,
    insert: after.slice(from, after.length - tail),
  };
}

// Footnotes are numbered too, but their list is one block.
const blockStart = /(?=<(?!li\b)[a-z][a-z0-9]*(?:\s[^<>]*)?\sdata-b="\d+")/;
const blockNumber = /\sdata-b="(\d+)"/;
const numberedTag = /(<[a-z][^<>]*?)\sdata-b="\d+"/g;

/** Cuts a rendered page before each top-level block; what has no number stays with the block before. */
export function splitBlocks(html: string): { html: string; block: number }[] {
  return html
    .split(blockStart)
    .filter((part) => part.trim() !== "")
    .map((part) => ({
      // Without the numbers, so that a paragraph added at the top does not renew everything below it.
      html: part.replaceAll(numberedTag, "$1"),
      block: Number(blockNumber.exec(part)?.[1] ?? -1),
    }));
}
