import type { Blame } from "@stet/history";
import { sql } from "kysely";
import type { Db } from "#platform/database/index.js";
import { fromStoredBlocks, type IdentifiedBlock, type StoredBlock } from "../derived/index.js";

/** Line owners by revision; revisions that were never derived are missing. */
export async function findBlames(
  db: Db,
  revisionIds: readonly string[],
): Promise<Map<string, Blame>> {
  const { rows } = await sql<{ revision_id: string; owners: Blame }>`
    select revision_id, owners from revision_blame where revision_id = any(${revisionIds}::uuid[])
  `.execute(db);
  return new Map(rows.map((row) => [row.revision_id, row.owners]));
}

/** Blocks by revision; revisions that were never derived are missing. */
export async function findBlocks(
  db: Db,
  revisionIds: readonly string[],
): Promise<Map<string, IdentifiedBlock[]>> {
  const { rows } = await sql<{ revision_id: string; blocks: StoredBlock[] }>`
    select revision_id, blocks from revision_blocks where revision_id = any(${revisionIds}::uuid[])
  `.execute(db);
  return new Map(rows.map((row) => [row.revision_id, fromStoredBlocks(row.blocks)]));
}

export async function listPagesOf(db: Db, revisionIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ page_id: string }>`
    select distinct page_id from revision where id = any(${revisionIds}::uuid[]) order by page_id
  `.execute(db);
  return rows.map((row) => row.page_id);
}

/** For each revision: by block, the last revision up to it that wrote or edited the block. Moving is no edit. */
export async function findLastChanges(
  db: Db,
  revisionIds: readonly string[],
): Promise<Map<string, Map<string, string>>> {
  const { rows } = await sql<{ asked: string; block: string; revision_id: string }>`
    select distinct on (asked.id, block) asked.id as asked, element ->> 2 as block, older.id as revision_id
    from unnest(${revisionIds}::uuid[]) as asked (id)
    join revision on revision.id = asked.id
    join revision older on older.page_id = revision.page_id and older.number <= revision.number
    join revision_blocks stored on stored.revision_id = older.id
    cross join lateral jsonb_path_query(stored.blocks, 'strict $[*] ? (@.size() > 5)') element
    where element ->> 5 in ('new', 'edited', 'moved-edited', 'restored')
    order by asked.id, block, older.number desc
  `.execute(db);
  const byRevision = new Map<string, Map<string, string>>(revisionIds.map((id) => [id, new Map()]));
  for (const row of rows) byRevision.get(row.asked)?.set(row.block, row.revision_id);
  return byRevision;
}

export interface Ancestor {
  readonly id: string;
  readonly text: string;
}

/**
 * A revision and those before it along first parents, oldest first: at most `limit.revisions` of them, with together at
 * most `limit.bytes`. `isWhole` when the first of them is where the page began.
 */
export async function listAncestors(
  db: Db,
  revisionId: string,
  limit: { readonly revisions: number; readonly bytes: number },
): Promise<{ ancestors: Ancestor[]; isWhole: boolean }> {
  const { rows } = await sql<Ancestor & { is_first: boolean }>`
    with recursive line as (
      select id, parent_ids, content_hash, 1 as depth, size::bigint as total
      from revision where id = ${revisionId}
      union all
      select parent.id, parent.parent_ids, parent.content_hash, line.depth + 1, line.total + parent.size
      from line join revision parent on parent.id = line.parent_ids[1]
      where line.depth < ${limit.revisions} and line.total + parent.size <= ${limit.bytes}
    )
    select line.id, content.markdown as text, cardinality(line.parent_ids) = 0 as is_first
    from line join content on content.hash = line.content_hash
    order by line.depth desc
  `.execute(db);
  return {
    ancestors: rows.map(({ id, text }) => ({ id, text })),
    isWhole: rows[0]?.is_first ?? false,
  };
}
