import { sql } from "kysely";
import { announceChange } from "#platform/changes/index.js";
import { inTransaction, type Db } from "#platform/database/index.js";
import { derivePage, loadEnvironment } from "../derived/index.js";
import type { ImportProgress } from "./import-report.js";

export interface DeriveOptions {
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Pages at a time: while the database stores one, the next is worked out. */
const AT_ONCE = 4;

/** Derives every page of a space that lacks something, a transaction each; so it also goes on where it was stopped. */
export async function deriveImported(
  deps: { readonly db: Db; readonly locales: readonly string[] },
  spaceId: string,
  options: DeriveOptions,
): Promise<{ pages: number; revisions: number }> {
  const { db } = deps;
  const waiting = await listUnderived(db, spaceId);
  if (waiting.length === 0) return { pages: 0, revisions: 0 };
  const environment = await loadEnvironment(db, deps);
  const total = waiting.reduce((sum, page) => sum + page.revisions, 0);
  let pages = 0;
  let revisions = 0;
  const queue = waiting.values();
  let isStopped = false;
  const work = async () => {
    // The workers take turns at one iterator.
    for (const page of queue) {
      if (isStopped || options.signal?.aborted === true) return;
      await inTransaction(db, async (tx) => {
        await derivePage(tx, page.id, environment);
        announceChange(tx);
      });
      pages += 1;
      revisions += page.revisions;
      options.onProgress?.({ phase: "derived", done: revisions, total, revisions });
    }
  };
  const workers = Array.from({ length: AT_ONCE }, () =>
    work().catch((error: unknown) => {
      isStopped = true;
      throw error;
    }),
  );
  const ends = await Promise.allSettled(workers);
  const failed = ends.find((end) => end.status === "rejected");
  if (failed) throw failed.reason;
  return { pages, revisions };
}

async function listUnderived(
  db: Db,
  spaceId: string,
): Promise<{ id: string; revisions: number }[]> {
  const { rows } = await sql<{ id: string; revisions: number }>`
    select page.id, page.head_number as revisions
    from page
    where space_id = ${spaceId}
      and (
        not exists (select from revision_html html where html.revision_id = page.head_id)
        or (page.deleted_at is null and not exists (select from page_search search where search.page_id = page.id))
        or exists (
          select from revision
          where revision.page_id = page.id
            and not exists (select from revision_blocks blocks where blocks.revision_id = revision.id)
        )
      )
    order by page.id
  `.execute(db);
  return rows;
}
