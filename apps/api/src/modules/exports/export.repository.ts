import { sql } from "kysely";
import type { Db } from "#platform/database/index.js";

export interface ExportSource {
  readonly id: string;
  readonly branch: string;
  readonly tip: string | null;
  readonly shown: number;
}

/** The import that the export continues: the space's first. */
export async function findExportSource(db: Db, spaceId: string): Promise<ExportSource | undefined> {
  const { rows } = await sql<ExportSource>`
    select id, branch, tip, shown from import_source
    where space_id = ${spaceId} and tip is not null
    order by created_at, id limit 1
  `.execute(db);
  return rows[0];
}

export interface ExportCommit {
  readonly sha: string;
  readonly position: number;
  readonly parents: readonly string[];
  readonly raw: Buffer;
}

export async function listCommits(
  db: Db,
  source: ExportSource,
  after: number,
  limit: number,
): Promise<ExportCommit[]> {
  const { rows } = await sql<ExportCommit>`
    select sha, position, parents, raw from import_commit
    where source_id = ${source.id} and position > ${after} and position <= ${source.shown}
    order by position limit ${limit}
  `.execute(db);
  return rows;
}

export interface ExportEntry {
  readonly sha: string;
  readonly file: string;
  readonly mode: string;
  readonly pageId: string | null;
  readonly mediaId: string | null;
  /** SHA-256 of the text, or of the file's bytes; both `null` when the file was removed. */
  readonly contentHash: Buffer | null;
  readonly blobHash: Buffer | null;
}

export async function listEntries(
  db: Db,
  sourceId: string,
  shas: readonly string[],
): Promise<ExportEntry[]> {
  const { rows } = await sql<ExportEntry>`
    select entry.sha, entry.file_path as file, entry.mode, entry.page_id as "pageId", version.media_id as "mediaId",
      revision.content_hash as "contentHash", version.blob_hash as "blobHash"
    from import_entry entry
    left join revision on revision.id = entry.revision_id
    left join media_version version on version.id = entry.media_version_id
    where entry.source_id = ${sourceId} and entry.sha = any(${shas}::text[])
    order by entry.sha, entry.file_path collate "C"
  `.execute(db);
  return rows;
}

/** Texts by the hex of their hash. */
export async function loadTexts(db: Db, hashes: readonly Buffer[]): Promise<Map<string, Buffer>> {
  if (hashes.length === 0) return new Map();
  const { rows } = await sql<{ hash: Buffer; markdown: string }>`
    select hash, markdown from content where hash = any(${hashes}::bytea[])
  `.execute(db);
  return new Map(rows.map((row) => [row.hash.toString("hex"), Buffer.from(row.markdown)]));
}

/** Something done in the wiki after, or without, an import. */
export interface WikiEvent {
  readonly type: "revision" | "deletion" | "media";
  readonly at: Date;
  readonly pageId: string | null;
  readonly mediaId: string | null;
  readonly file: string;
  readonly contentHash: Buffer | null;
  readonly blobHash: Buffer | null;
  readonly message: string;
  readonly kind: string;
  readonly number: number;
  readonly authorId: string | null;
  readonly author: string | null;
  readonly email: string | null;
  readonly hasAccount: boolean;
}

/** In the order in which it happened; a page's revisions are never out of order. */
export async function listWikiEvents(
  db: Db,
  spaceId: string,
  sourceId: string | undefined,
): Promise<WikiEvent[]> {
  const source = sourceId ?? null;
  const { rows } = await sql<WikiEvent>`
    with event as (
      select 'revision' as type, revision.created_at as at,
        max(revision.recorded_at) over (partition by revision.page_id order by revision.number) as happened,
        revision.page_id, null::uuid as media_id, revision.file_path as file, revision.content_hash,
        null::bytea as blob_hash, revision.message, revision.kind, revision.number, revision.author_id, revision.id
      from revision join page on page.id = revision.page_id
      where page.space_id = ${spaceId}
        and not exists (
          select from import_entry entry where entry.revision_id = revision.id and entry.source_id = ${source}
        )
      union all
      select 'deletion', change.created_at, change.created_at, change.page_id, null, '', null, null,
        coalesce(change.data ->> 'message', ''), 'DELETE',
        2147483647, change.person_id, change.page_id
      from change where change.space_id = ${spaceId} and change.type = 'page.deleted' and change.page_id is not null
      union all
      select 'media', version.created_at, version.created_at, null, version.media_id, media.path, null,
        version.blob_hash, '', 'FILE', version.number, version.author_id, version.id
      from media_version version join media on media.id = version.media_id
      where media.space_id = ${spaceId}
        and not exists (
          select from import_entry entry where entry.media_version_id = version.id and entry.source_id = ${source}
        )
    )
    select event.type, event.at, event.page_id as "pageId", event.media_id as "mediaId", event.file,
      event.content_hash as "contentHash", event.blob_hash as "blobHash", event.message, event.kind, event.number,
      event.author_id as "authorId", person.name as author, person.email, person.user_id is not null as "hasAccount"
    from event left join person on person.id = event.author_id
    order by event.happened, event.number, event.id
  `.execute(db);
  return rows;
}

/** What the space shows now: pages and files with their hashes. */
export async function listCurrentFiles(
  db: Db,
  spaceId: string,
): Promise<{ id: string; file: string; contentHash: Buffer | null; blobHash: Buffer | null }[]> {
  const { rows } = await sql<{
    id: string;
    file: string;
    contentHash: Buffer | null;
    blobHash: Buffer | null;
  }>`
    select page.id, revision.file_path as file, revision.content_hash as "contentHash", null::bytea as "blobHash"
    from page join revision on revision.id = page.head_id
    where page.space_id = ${spaceId} and page.deleted_at is null
    union all
    select media.id, media.path, null, version.blob_hash
    from media join media_version version on version.media_id = media.id and version.number = media.head_number
    where media.space_id = ${spaceId} and media.deleted_at is null
    order by file
  `.execute(db);
  return rows;
}
