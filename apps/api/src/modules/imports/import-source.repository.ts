import { sql } from "kysely";
import type { Db } from "#platform/database/index.js";

export interface ImportSource {
  readonly id: string;
  /** The commit that the space shows; `undefined` before an import has finished. */
  readonly tip: string | undefined;
  /** Commits up to this position are in what the space shows. */
  readonly shown: number;
}

export interface SourceKey {
  readonly spaceId: string;
  readonly folder: string;
  readonly branch: string;
}

export async function findSource(db: Db, key: SourceKey): Promise<ImportSource | undefined> {
  const { rows } = await sql<{ id: string; tip: string | null; shown: number }>`
    select id, tip, shown from import_source
    where space_id = ${key.spaceId} and kind = 'GIT' and folder = ${key.folder} and branch = ${key.branch}
  `.execute(db);
  return rows[0] && { ...rows[0], tip: rows[0].tip ?? undefined };
}

export async function insertSource(db: Db, id: string, key: SourceKey): Promise<void> {
  await sql`
    insert into import_source (id, space_id, kind, folder, branch)
    values (${id}, ${key.spaceId}, 'GIT', ${key.folder}, ${key.branch})
  `.execute(db);
}

/** The space shows everything up to `tip` from now on. */
export async function setTip(db: Db, sourceId: string, tip: string): Promise<void> {
  await sql`
    update import_source set tip = ${tip},
      shown = (select coalesce(max(position), -1) from import_commit where source_id = ${sourceId})
    where id = ${sourceId}
  `.execute(db);
}

export async function nextPosition(db: Db, sourceId: string): Promise<number> {
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(position) + 1, 0) as next from import_commit where source_id = ${sourceId}
  `.execute(db);
  return rows[0]?.next ?? 0;
}

export interface RecordedEntry {
  readonly sha: string;
  readonly file: string;
  readonly pageId: string | null;
  readonly mediaId: string | null;
  /** Of the revision or the media version; `null` when the file was removed. */
  readonly versionId: string | null;
  readonly path: string | null;
  readonly mode: string;
  readonly blob: string;
}

/** Those of `shas` that were imported before, with what they changed. */
export async function listRecorded(
  db: Db,
  sourceId: string,
  shas: readonly string[],
): Promise<Map<string, RecordedEntry[]>> {
  const commits = await sql<{ sha: string }>`
    select sha from import_commit where source_id = ${sourceId} and sha = any(${shas}::text[])
  `.execute(db);
  const recorded = new Map<string, RecordedEntry[]>(commits.rows.map(({ sha }) => [sha, []]));
  if (recorded.size === 0) return recorded;
  const { rows } = await sql<RecordedEntry>`
    select entry.sha, entry.file_path as file, entry.page_id as "pageId", version.media_id as "mediaId",
      coalesce(entry.revision_id, entry.media_version_id) as "versionId", revision.path, entry.mode, entry.blob
    from import_entry entry
    left join revision on revision.id = entry.revision_id
    left join media_version version on version.id = entry.media_version_id
    where entry.source_id = ${sourceId} and entry.sha = any(${[...recorded.keys()]}::text[])
    order by entry.sha, entry.file_path
  `.execute(db);
  for (const row of rows) recorded.get(row.sha)?.push(row);
  return recorded;
}

/** Addresses that live pages of the space hold and that this source did not bring. */
export async function listForeignPaths(
  db: Db,
  space: { id: string; locale: string },
  sourceId: string | undefined,
): Promise<string[]> {
  const { rows } = await sql<{ path: string }>`
    select path from page
    where space_id = ${space.id} and locale = ${space.locale} and deleted_at is null
      and not exists (
        select from import_entry where import_entry.page_id = page.id and import_entry.source_id = ${sourceId ?? null}
      )
  `.execute(db);
  return rows.map((row) => row.path);
}
