import { sql } from "kysely";
import { announceChange } from "#platform/changes/index.js";
import { inTransaction, type Db } from "#platform/database/index.js";
import { derivePage } from "./derive-page.js";
import { loadEnvironment } from "./environment.js";

export interface RebuildProgress {
  readonly done: number;
  readonly total: number;
}

/** Derives every page again, one transaction each: it can run beside readers and writers, and be interrupted. */
export async function rebuildDerived(
  db: Db,
  options: { locales: readonly string[]; onProgress?: (progress: RebuildProgress) => void },
): Promise<{ pages: number }> {
  const environment = await loadEnvironment(db, options);
  const { rows } = await sql<{ id: string }>`select id from page order by id`.execute(db);
  for (const [index, { id }] of rows.entries()) {
    await inTransaction(db, async (tx) => {
      await derivePage(tx, id, environment);
      announceChange(tx);
    });
    options.onProgress?.({ done: index + 1, total: rows.length });
  }
  return { pages: rows.length };
}
