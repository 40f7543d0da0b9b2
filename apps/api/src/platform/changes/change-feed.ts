import { randomUUID } from "node:crypto";
import { Client, type Pool } from "pg";
import { afterCommit, type Db } from "#platform/database/index.js";
import type { Log } from "#platform/log/index.js";

/**
 * Tells this process that something changed, wherever it was changed. `epoch` moves before a local commit returns to
 * whoever saved, and soon after a commit elsewhere: by NOTIFY, or within two seconds by looking into the log.
 */
export interface ChangeFeed {
  /** Everything cached that may change carries this number and dies when it moves. */
  readonly epoch: number;
  /** False while the listener has no connection: then nothing that may change is to be taken from a cache. */
  readonly isLive: boolean;
  /** Called after each move. Returns the way to unsubscribe. */
  subscribe(listener: () => void): () => void;
  close(): Promise<void>;
}

export interface ChangeFeedOptions {
  url: string;
  db: Db;
  pool: Pool;
  log: Log;
  /** A command that ends soon only announces its changes. */
  isListening?: boolean;
  pollMs?: number;
}

const CHANNEL = "stet_change";
const POLL_MS = 2_000;
const RECONNECT_MS = 500;
const NOTIFY_DELAY_MS = 5;

const feeds = new WeakMap<Db, OpenChangeFeed>();

/** Opens the feed of one database in this process; transactions of `db` announce themselves from then on. */
export function openChangeFeed(options: ChangeFeedOptions): ChangeFeed {
  const feed = new OpenChangeFeed(options);
  feeds.set(options.db, feed);
  if (options.isListening ?? true) feed.listen();
  return feed;
}

/**
 * To be called in the transaction that writes `change` rows: once it has committed, the caches of this process move
 * and other processes are woken.
 */
export function announceChange(tx: Db): void {
  afterCommit(tx, (root) => feeds.get(root)?.announce());
}

class OpenChangeFeed implements ChangeFeed {
  epoch = 1;
  isLive = false;
  readonly #options: ChangeFeedOptions;
  readonly #listeners = new Set<() => void>();
  #client: Client | undefined;
  #connecting: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  readonly #id = randomUUID();
  #isNotifyDue = false;
  #notifying = Promise.resolve();
  #isClosed = false;
  #snapshot: string | undefined;

  constructor(options: ChangeFeedOptions) {
    this.#options = options;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  announce(): void {
    this.#move();
    if (this.#isNotifyDue) return;
    this.#isNotifyDue = true;
    this.#notifying = this.#notifying.then(() => this.#notifySoon());
  }

  listen(): void {
    this.#connecting = this.#connect();
    this.#schedulePoll();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    await Promise.all([this.#notifying, this.#connecting]);
    feeds.delete(this.#options.db);
    await this.#client?.end();
  }

  #move(): void {
    this.epoch += 1;
    for (const listener of this.#listeners) listener();
  }

  /** Bursts become one message. Losing it costs others up to one poll, so a failure is only worth a log line. */
  async #notifySoon(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, NOTIFY_DELAY_MS));
    this.#isNotifyDue = false;
    try {
      await this.#options.pool.query("select pg_notify($1, $2)", [CHANNEL, this.#id]);
    } catch (error) {
      this.#options.log.warn({ err: error }, "Other processes were not told of a change at once");
    }
  }

  async #connect(): Promise<void> {
    if (this.#isClosed) return;
    const client = new Client({
      connectionString: this.#options.url,
      application_name: "stet listener",
      keepAlive: true,
    });
    client.on("error", (error) =>
      this.#options.log.debug({ err: error }, "The change listener lost its connection"),
    );
    // What this process announced, it knew before.
    client.on("notification", ({ payload }) => {
      if (payload !== this.#id) this.#move();
    });
    client.once("end", () => this.#reconnect());
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
    } catch (error) {
      this.#options.log.debug({ err: error }, "The change listener cannot connect");
      await client.end();
      return;
    }
    if (this.#isClosed) {
      await client.end();
      return;
    }
    this.#client = client;
    // What was committed before we listened has not been heard of.
    this.#move();
    this.isLive = true;
  }

  #reconnect(): void {
    this.isLive = false;
    this.#client = undefined;
    if (this.#isClosed) return;
    setTimeout(() => {
      this.#connecting = this.#connect();
    }, RECONNECT_MS).unref();
  }

  #schedulePoll(): void {
    if (this.#isClosed) return;
    this.#timer = setTimeout(() => void this.#poll(), this.#options.pollMs ?? POLL_MS);
    this.#timer.unref();
  }

  async #poll(): Promise<void> {
    try {
      if (await this.#hasNews()) this.#move();
    } catch (error) {
      this.#options.log.debug({ err: error }, "The change log could not be read");
    }
    this.#schedulePoll();
  }

  /**
   * Whether a row is visible now that was not at the last look. Positions alone cannot tell: a slow transaction
   * commits below one that was already seen; the two snapshots can.
   */
  async #hasNews(): Promise<boolean> {
    const { rows } = await this.#options.pool.query<{ snapshot: string; news: boolean }>(
      `with now as materialized (select pg_current_snapshot() as snapshot)
       select now.snapshot::text as snapshot, $1::pg_snapshot is not null and exists (
         select from change
         where transaction >= pg_snapshot_xmin($1::pg_snapshot)
           and not pg_visible_in_snapshot(transaction, $1::pg_snapshot)
       ) as news from now`,
      [this.#snapshot ?? null],
    );
    this.#snapshot = rows[0]?.snapshot;
    return rows[0]?.news === true;
  }
}
