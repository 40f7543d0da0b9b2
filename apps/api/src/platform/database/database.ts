import { Kysely, PostgresDialect, type Transaction } from "kysely";
import { Pool } from "pg";
import type { Tables } from "./tables.js";

/** The pool or an open transaction. Repositories receive it, so a transaction cannot leak. */
export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;

export interface Database {
  db: Db;
  pool: Pool;
  close(): Promise<void>;
}

/** Connects lazily. `onError` hears of idle connections that break; without it a stopped server would end the process. */
export function openDatabase(options: {
  url: string;
  maxConnections: number;
  onError: (error: Error) => void;
}): Database {
  const pool = new Pool({
    connectionString: options.url,
    max: options.maxConnections,
    application_name: "stet",
  });
  pool.on("error", options.onError);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, close: () => db.destroy() };
}

/** Runs `work` in one transaction; nested calls join the one that is open. */
export function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db as Tx) : db.transaction().execute(work);
}
