import { sql } from "kysely";
import { announceChange } from "#platform/changes/index.js";
import type { Db } from "#platform/database/index.js";
import type { Change } from "./change.js";

/** Appends to the change log inside the transaction that makes the changes true; caches move when it commits. */
export async function appendChanges(tx: Db, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map((change) => ({
    type: change.type,
    space_id: change.spaceId ?? null,
    page_id: change.pageId ?? null,
    revision_id: change.revisionId ?? null,
    person_id: change.personId ?? null,
    data: change.data ?? {},
  }));
  await sql`
    insert into change (type, space_id, page_id, revision_id, person_id, data)
    select type, space_id, page_id, revision_id, person_id, data
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as row (type text, space_id uuid, page_id uuid, revision_id uuid, person_id uuid, data jsonb)
  `.execute(tx);
  announceChange(tx);
}
