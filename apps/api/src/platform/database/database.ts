import { setTimeout as sleep } from "node:timers/promises";
import { Kysely, PostgresDialect, type Transaction } from "kysely";
import { Pool } from "pg";
import { PreparedStatements, prepareQueries } from "./prepared-statements.js";
import type { Tables } from "./tables.js";

/** The pool or an open transaction. Repositories receive it, so a transaction cannot leak. */
export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;

export interface Database {
  db: Db;
  pool: Pool;
  /** SQL statements sent through this pool so far; tests and benchmarks compare two readings. */
  statementCount(): number;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  url: string;
  maxConnections: number;
  /** Hears of idle connections that break; without it a stopped server would end the process. */
  onError: (error: Error) => void;
  /** Names the process in `pg_stat_activity`. */
  applicationName?: string;
  /** 0 lifts the limit, for maintenance that reads whole tables. */
  statementTimeoutMs?: number;
}

const LOCK_TIMEOUT_MS = 10_000;
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 60_000;
const CONNECT_TIMEOUT_MS = 10_000;
/** A server that no longer answers must not keep the process from ending. */
const CLOSE_MS = 2_000;

/** Connects lazily. */
export function openDatabase(options: DatabaseOptions): Database {
  const pool = new Pool({
    connectionString: options.url,
    max: options.maxConnections,
    application_name: options.applicationName ?? "stet",
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: options.statementTimeoutMs ?? 10_000,
    lock_timeout: LOCK_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
    keepAlive: true,
  });
  const prepared = new PreparedStatements();
  let statements = 0;
  // Idle connections that break are reported here and by the client below; once is enough.
  pool.on("error", () => {});
  const open = new Set<Promise<void>>();
  pool.on("connect", (client) => {
    const ended = new Promise<void>((resolve) => client.once("end", resolve)).then(
      () => void open.delete(ended),
    );
    open.add(ended);
    prepareQueries(client, prepared, () => (statements += 1));
    client.on("error", options.onError);
  });
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    db,
    pool,
    statementCount: () => statements,
    async close() {
      await db.destroy();
      // Kysely ends only a pool that it has used.
      if (!pool.ended) await pool.end();
      // The pool does not wait until its connections are closed, and what is stopped next would cut them.
      await Promise.race([Promise.all(open), sleep(CLOSE_MS, undefined, { ref: false })]);
    },
  };
}

interface OpenTransaction {
  root: Db;
  hooks: (() => void)[];
}

const openTransactions = new WeakMap<Db, OpenTransaction>();

/** Runs `work` in one transaction; nested calls join the one that is open. */
export async function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (db.isTransaction) return work(db as Tx);
  const hooks: (() => void)[] = [];
  const result = await db.transaction().execute((tx) => {
    openTransactions.set(tx, { root: db, hooks });
    return work(tx);
  });
  for (const hook of hooks) hook();
  return result;
}

/**
 * For work that writes by a single statement: a statement is a transaction of its own, and the two round trips of
 * another around it are saved. `afterCommit` works as in `inTransaction`.
 */
export async function inOneStatement<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  if (db.isTransaction) return work(db);
  const hooks: (() => void)[] = [];
  const own = db.withoutPlugins();
  openTransactions.set(own, { root: db, hooks });
  const result = await work(own);
  for (const hook of hooks) hook();
  return result;
}

/**
 * Calls `hook` once `tx` has committed and before `inTransaction` returns; never when it rolls back.
 * The hook gets the pool the transaction came from.
 */
export function afterCommit(tx: Db, hook: (root: Db) => void): void {
  const open = openTransactions.get(tx);
  if (!open)
    throw new Error("afterCommit needs a transaction opened by inTransaction or inOneStatement.");
  open.hooks.push(() => hook(open.root));
}
