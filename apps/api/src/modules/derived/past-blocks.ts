import type { NextBlocks, PastBlocks } from "./derive-blocks.js";

interface Gone {
  readonly id: string;
  readonly textHash: string;
  readonly number: number;
}

/** The blocks that are gone from a page, while going through its revisions in order. */
export class PastBlockSet {
  readonly #gone = new Map<string, Gone>();

  /** Those that left with this revision join, those that came back leave. */
  advance(next: NextBlocks, number: number): void {
    for (const { id, textHash } of next.removed)
      this.#gone.set(key(textHash, id), { id, textHash, number });
    const alive = new Set(next.blocks.map((block) => block.id));
    for (const [each, { id }] of this.#gone) if (alive.has(id)) this.#gone.delete(each);
  }

  ids(): PastBlocks {
    const ids = new Map<string, string[]>();
    const newestFirst = this.list().toSorted(
      (a, b) => b.number - a.number || (a.id < b.id ? -1 : 1),
    );
    for (const { textHash, id } of newestFirst) {
      const known = ids.get(textHash);
      if (known) known.push(id);
      else ids.set(textHash, [id]);
    }
    return ids;
  }

  list(): Gone[] {
    return [...this.#gone.values()];
  }
}

function key(textHash: string, id: string): string {
  return `${textHash} ${id}`;
}
