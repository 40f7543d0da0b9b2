import { sql } from "kysely";
import type { Db } from "#platform/database/index.js";
import { OperatorError } from "#platform/errors.js";

/** One import at a time in a database: authors and addresses are shared. */
const LOCK = 7_238_311_042;

/** @throws {OperatorError} when another import is running. The lock ends with the connection, however the process ends. */
export function withImportLock<T>(db: Db, work: () => Promise<T>): Promise<T> {
  return db.connection().execute(async (connection) => {
    const { rows } = await sql<{ locked: boolean }>`
      select pg_try_advisory_lock(${sql.lit(LOCK)}) as locked
    `.execute(connection);
    if (rows[0]?.locked !== true) {
      throw new OperatorError(
        "Another import is running in this database.",
        "Wait for it to end, then run the command again.",
      );
    }
    try {
      return await work();
    } finally {
      await sql`select pg_advisory_unlock(${sql.lit(LOCK)})`.execute(connection);
    }
  });
}
