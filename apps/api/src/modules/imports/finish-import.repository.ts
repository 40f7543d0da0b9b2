import { sql } from "kysely";
import type { Db, Tx } from "#platform/database/index.js";

export interface TouchedPage {
  readonly id: string;
  readonly path: string;
  readonly isDeleted: boolean;
  /** Somebody deleted it in the wiki. */
  readonly isDeletedByHand: boolean;
  readonly headId: string;
  /** Not all of its revisions came with this import. */
  readonly hasWikiRevisions: boolean;
}

/** The source's pages that commits after `shown` are about, locked. */
export async function lockTouchedPages(
  tx: Tx,
  sourceId: string,
  shown: number,
): Promise<TouchedPage[]> {
  const { rows } = await sql<TouchedPage>`
    select page.id, page.path, page.deleted_at is not null as "isDeleted",
      page.deleted_at is not null and page.deleted_by is not null as "isDeletedByHand", page.head_id as "headId",
      exists (
        select from revision where revision.page_id = page.id and not exists (
          select from import_entry where import_entry.revision_id = revision.id and import_entry.source_id = ${sourceId}
        )
      ) as "hasWikiRevisions"
    from page
    where page.id in (
      select entry.page_id from import_entry entry
      join import_commit on import_commit.source_id = entry.source_id and import_commit.sha = entry.sha
      where entry.source_id = ${sourceId} and import_commit.position > ${shown} and entry.page_id is not null
    )
    order by page.id
    for no key update of page
  `.execute(tx);
  return rows;
}

/** Pages that hold one of these addresses and are not among `except`. */
export async function listHolders(
  db: Db,
  space: { id: string; locale: string },
  paths: readonly string[],
  except: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ path: string }>`
    select path from page
    where space_id = ${space.id} and locale = ${space.locale} and deleted_at is null
      and path = any(${paths}::text[]) and id <> all(${except}::uuid[])
  `.execute(db);
  return new Set(rows.map((row) => row.path));
}

/** Gives pages their addresses and shows them. Two steps, so that pages may swap addresses. */
export async function showPages(
  tx: Tx,
  pages: readonly { id: string; path: string }[],
): Promise<void> {
  const ids = pages.map((page) => page.id);
  const paths = pages.map((page) => page.path);
  await sql`
    update page set deleted_at = now()
    from unnest(${ids}::uuid[], ${paths}::text[]) as row (id, path)
    where page.id = row.id and page.path <> row.path and page.deleted_at is null
  `.execute(tx);
  await sql`
    update page set path = row.path, deleted_at = null, deleted_by = null
    from unnest(${ids}::uuid[], ${paths}::text[]) as row (id, path)
    where page.id = row.id and (page.path <> row.path or page.deleted_at is not null)
  `.execute(tx);
}

export async function hidePages(tx: Tx, pages: readonly { id: string; at: Date }[]): Promise<void> {
  const ids = pages.map((page) => page.id);
  await sql`
    update page set deleted_at = row.at
    from unnest(${ids}::uuid[], ${pages.map((page) => page.at)}::timestamptz[]) as row (id, at)
    where page.id = row.id
  `.execute(tx);
  await sql`delete from link where page_id = any(${ids}::uuid[])`.execute(tx);
  await sql`delete from page_search where page_id = any(${ids}::uuid[])`.execute(tx);
}

/** Every address these pages ever had leads to them, unless a page stands there now; the newest owner wins. */
export async function redirectOldPaths(
  tx: Tx,
  space: { id: string; locale: string },
  ids: readonly string[],
): Promise<void> {
  await sql`
    delete from redirect using page
    where page.id = any(${ids}::uuid[]) and page.deleted_at is null
      and redirect.space_id = page.space_id and redirect.locale = page.locale and redirect.path = page.path
  `.execute(tx);
  await sql`
    insert into redirect (space_id, locale, path, page_id)
    select distinct on (revision.path) ${space.id}::uuid, ${space.locale}, revision.path, revision.page_id
    from revision join page on page.id = revision.page_id
    where revision.page_id = any(${ids}::uuid[]) and revision.path <> page.path and page.deleted_at is null
      and not exists (
        select from page other
        where other.space_id = ${space.id} and other.locale = ${space.locale} and other.path = revision.path
          and other.deleted_at is null
      )
    order by revision.path, revision.created_at desc, revision.number desc
    on conflict (space_id, locale, path) do update set page_id = excluded.page_id
  `.execute(tx);
}

export interface KnownRevision {
  readonly id: string;
  readonly number: number;
  readonly parentIds: readonly string[];
  readonly path: string;
  readonly filePath: string;
  readonly authorId: string;
  readonly isImported: boolean;
}

/** By number. */
export async function listRevisionsOf(
  tx: Tx,
  pageId: string,
  sourceId: string,
): Promise<KnownRevision[]> {
  const { rows } = await sql<KnownRevision>`
    select id, number, parent_ids as "parentIds", path, file_path as "filePath", author_id as "authorId",
      exists (
        select from import_entry where import_entry.revision_id = revision.id and import_entry.source_id = ${sourceId}
      ) as "isImported"
    from revision where page_id = ${pageId} order by number
  `.execute(tx);
  return rows;
}

export async function getMarkdown(tx: Tx, revisionId: string): Promise<string> {
  const { rows } = await sql<{ markdown: string }>`
    select content.markdown from revision join content on content.hash = revision.content_hash
    where revision.id = ${revisionId}
  `.execute(tx);
  if (!rows[0]) throw new Error(`There is no revision ${revisionId}.`);
  return rows[0].markdown;
}

/** When each page's file was last removed, by the commit that did it. */
export async function listRemovals(
  db: Db,
  sourceId: string,
  ids: readonly string[],
): Promise<Map<string, Buffer>> {
  const { rows } = await sql<{ page_id: string; raw: Buffer }>`
    select distinct on (entry.page_id) entry.page_id, import_commit.raw
    from import_entry entry
    join import_commit on import_commit.source_id = entry.source_id and import_commit.sha = entry.sha
    where entry.source_id = ${sourceId} and entry.page_id = any(${ids}::uuid[]) and entry.revision_id is null
    order by entry.page_id, import_commit.position desc
  `.execute(db);
  return new Map(rows.map((row) => [row.page_id, row.raw]));
}

/** Shows the files that are there at the tip, hides those that are not; an address of another file is left to it. */
export async function settleMedia(
  tx: Tx,
  media: {
    readonly sourceId: string;
    readonly spaceId: string;
    readonly shown: number;
    readonly live: readonly string[];
  },
): Promise<{ path: string }[]> {
  const touched = sql`(
    select version.media_id from import_entry entry
    join import_commit on import_commit.source_id = entry.source_id and import_commit.sha = entry.sha
    join media_version version on version.id = entry.media_version_id
    where entry.source_id = ${media.sourceId} and import_commit.position > ${media.shown}
    union
    select media.id from import_entry entry
    join import_commit on import_commit.source_id = entry.source_id and import_commit.sha = entry.sha
    join media on media.space_id = ${media.spaceId} and media.path = entry.file_path
    where entry.source_id = ${media.sourceId} and import_commit.position > ${media.shown}
      and entry.page_id is null and entry.media_version_id is null
  )`;
  const foreign = sql`(
    select 1 from media other where other.space_id = media.space_id and other.path = media.path
      and other.id <> media.id and other.deleted_at is null
  )`;
  await sql`
    update media set deleted_at = now()
    where id in ${touched} and id <> all(${media.live}::uuid[]) and deleted_at is null
      and exists (
        select from media_version version join import_entry entry on entry.media_version_id = version.id
        where version.media_id = media.id and version.number = media.head_number
      )
  `.execute(tx);
  const taken = await sql<{ path: string }>`
    select path from media
    where id in ${touched} and id = any(${media.live}::uuid[]) and deleted_at is not null and exists ${foreign}
  `.execute(tx);
  await sql`
    update media set deleted_at = null
    where id in ${touched} and id = any(${media.live}::uuid[]) and deleted_at is not null and not exists ${foreign}
  `.execute(tx);
  return taken.rows;
}
