import type { CodeToken } from "../code/index.js";

export interface CacheStats {
  hits: number;
  misses: number;
  entries: number;
  /** Code held, in UTF-16 units. */
  characters: number;
}

/**
 * Colours of code seen before, the longest unused going first. The code itself is the key: nothing
 * collides, and the engine hashes a string once.
 */
export class TokenCache {
  readonly #entries = new Map<string, readonly CodeToken[][]>();
  readonly #maxCharacters: number;
  #characters = 0;
  #hits = 0;
  #misses = 0;

  constructor(maxCharacters: number) {
    this.#maxCharacters = maxCharacters;
  }

  find(key: string): readonly CodeToken[][] | undefined {
    const lines = this.#entries.get(key);
    if (lines === undefined) {
      this.#misses += 1;
      return undefined;
    }
    this.#hits += 1;
    this.#entries.delete(key);
    this.#entries.set(key, lines);
    return lines;
  }

  put(key: string, lines: readonly CodeToken[][]): void {
    this.#entries.set(key, lines);
    this.#characters += key.length;
    for (const oldest of this.#entries.keys()) {
      if (this.#characters <= this.#maxCharacters) return;
      this.#entries.delete(oldest);
      this.#characters -= oldest.length;
    }
  }

  stats(): CacheStats {
    return {
      hits: this.#hits,
      misses: this.#misses,
      entries: this.#entries.size,
      characters: this.#characters,
    };
  }
}
