import type { ChangeFeed } from "./change-feed.js";

/** Entries under one name at most; whoever needs more reads again. */
const MOST_ENTRIES = 10_000;
const MOST_NAMES = 100;

/**
 * What was read of the database and stays true until the next change anywhere. A map belongs to its epoch: whoever
 * holds one while a change commits writes into a map that nobody will be given again.
 */
export class EpochMemory {
  readonly #feed: Pick<ChangeFeed, "epoch" | "isLive">;
  #epoch: number | undefined;
  #byName = new Map<string, Map<string, unknown>>();

  constructor(feed: Pick<ChangeFeed, "epoch" | "isLive">) {
    this.#feed = feed;
  }

  /**
   * Ask before reading the database, never after. `undefined` while changes made elsewhere may go unheard.
   * The name has to say whose view it is, where viewers see different things.
   */
  mapOf<V>(name: string): Map<string, V> | undefined {
    if (!this.#feed.isLive) return undefined;
    if (this.#epoch !== this.#feed.epoch || this.#byName.size > MOST_NAMES) {
      this.#epoch = this.#feed.epoch;
      this.#byName = new Map();
    }
    let map = this.#byName.get(name);
    if (!map || map.size > MOST_ENTRIES) {
      map = new Map();
      this.#byName.set(name, map);
    }
    return map as Map<string, V>;
  }
}
