import { afterCommit, type Db, type Tx } from "#platform/database/index.js";
import type { Viewer } from "../../context.js";

const MAX_AGE_MS = 5_000;
const MAX_ENTRIES = 5_000;

interface Entry {
  viewer: Promise<Viewer | undefined>;
  personId?: string;
  expiresAt: number;
}

/**
 * Who stands behind a session, for at most five seconds: long enough that the requests of one screen pay once, short
 * enough that other processes need not be told of a revocation. This process forgets at once.
 */
export class ViewerCache {
  readonly #entries = new Map<string, Entry>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Requests that come at the same time share one load. */
  async get(token: string, load: () => Promise<Viewer | undefined>): Promise<Viewer | undefined> {
    const known = this.#entries.get(token);
    if (known && known.expiresAt > this.now()) return known.viewer;
    const entry: Entry = { viewer: load(), expiresAt: this.now() + MAX_AGE_MS };
    this.#entries.delete(token);
    this.#entries.set(token, entry);
    this.#dropOldest();
    try {
      const viewer = await entry.viewer;
      if (viewer?.person) entry.personId = viewer.person.id;
      else this.#forgetEntry(token, entry);
      return viewer;
    } catch (error) {
      this.#forgetEntry(token, entry);
      throw error;
    }
  }

  /** To be called after the commit that ends a session. A load under way is not remembered. */
  forgetSession(token: string): void {
    this.#entries.delete(token);
  }

  /** To be called after the commit that changes a person's roles, name or account. */
  forgetPerson(personId: string): void {
    for (const [token, entry] of this.#entries) {
      // Without a person yet: still loading, perhaps from before the commit.
      if (entry.personId === undefined || entry.personId === personId) this.#entries.delete(token);
    }
  }

  #forgetEntry(token: string, entry: Entry): void {
    if (this.#entries.get(token) === entry) this.#entries.delete(token);
  }

  #dropOldest(): void {
    if (this.#entries.size <= MAX_ENTRIES) return;
    const oldest = this.#entries.keys().next();
    if (!oldest.done) this.#entries.delete(oldest.value);
  }
}

const caches = new WeakMap<Db, ViewerCache>();

/** The cache of this process for a database; `given` becomes it. */
export function viewerCacheOf(db: Db, given?: ViewerCache): ViewerCache {
  const cache = given ?? caches.get(db) ?? new ViewerCache();
  caches.set(db, cache);
  return cache;
}

/** For use cases that change what a person may do: forgets the person once `tx` has committed. */
export function forgetPersonAfter(tx: Tx, personId: string): void {
  afterCommit(tx, (root) => caches.get(root)?.forgetPerson(personId));
}
