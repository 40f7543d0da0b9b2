import { sql } from "kysely";
import type { Db } from "#platform/database/index.js";
import type { NewRevision } from "./revision-write.js";

/** A page's newest revision. */
export interface HeadState {
  readonly id: string;
  readonly number: number;
  readonly path: string;
  readonly markdown: string;
}

/** A page as it is after a batch. */
export interface PageState {
  readonly id: string;
  readonly spaceId: string;
  readonly locale: string;
  readonly translationOf: string | null;
  readonly path: string;
  readonly title: string;
  readonly headId: string;
  readonly headNumber: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** Addresses it had before, oldest first. */
  readonly formerPaths: readonly string[];
}

/** By page; locks the pages, in the order of their ids, so that two writers never wait for each other. */
export async function findHeads(
  tx: Db,
  pageIds: readonly string[],
): Promise<Map<string, HeadState>> {
  type Row = { page_id: string; id: string; number: number; path: string; markdown: string };
  const { rows } = await sql<Row>`
    with locked as materialized (
      select page.id, page.head_id from page where page.id = any(${pageIds}::uuid[]) order by page.id for no key update
    )
    select locked.id as page_id, revision.id, revision.number, revision.path, content.markdown
    from locked
    join revision on revision.id = locked.head_id
    join content on content.hash = revision.content_hash
  `.execute(tx);
  return new Map(rows.map(({ page_id: pageId, ...head }) => [pageId, head]));
}

/** Hashes, in hexadecimal, of those texts that are stored already. */
export async function listContents(
  tx: Db,
  revisions: readonly NewRevision[],
): Promise<Set<string>> {
  const hashes = revisions.map((revision) => revision.contentHash);
  const { rows } = await sql<{
    hash: Buffer;
  }>`select hash from content where hash = any(${hashes}::bytea[])`.execute(tx);
  return new Set(rows.map((row) => row.hash.toString("hex")));
}

export async function insertRevisions(
  tx: Db,
  revisions: readonly NewRevision[],
  stored: ReadonlySet<string>,
): Promise<void> {
  const texts = new Map<string, NewRevision>();
  for (const revision of revisions) {
    const hash = revision.contentHash.toString("hex");
    if (!stored.has(hash)) texts.set(hash, revision);
  }
  const fresh = [...texts.values()];
  const column = <T>(pick: (revision: NewRevision) => T) => revisions.map(pick);
  await sql`
    with stored_content as (
      insert into content (hash, markdown, size)
      select * from unnest(${fresh.map((each) => each.contentHash)}::bytea[], ${fresh.map((each) => each.markdown)}::text[],
        ${fresh.map((each) => each.size)}::int[])
      on conflict do nothing
    )
    insert into revision (id, page_id, number, kind, parent_ids, author_id, created_at, message, is_minor, title, path,
      file_path, front_matter, content_hash, size, lines_added, lines_removed)
    select id, page_id, number, kind, array(select jsonb_array_elements_text(parents)::uuid), author_id, created_at,
      message, is_minor, title, path, file_path, front_matter, content_hash, size, lines_added, lines_removed
    from unnest(
      ${column((each) => each.id)}::uuid[], ${column((each) => each.pageId)}::uuid[], ${column((each) => each.number)}::int[],
      ${column((each) => each.kind)}::text[], ${column((each) => JSON.stringify(each.parentIds))}::jsonb[],
      ${column((each) => each.authorId)}::uuid[], ${column((each) => each.createdAt)}::timestamptz[],
      ${column((each) => each.message)}::text[], ${column((each) => each.isMinor)}::boolean[],
      ${column((each) => each.title)}::text[], ${column((each) => each.path)}::text[],
      ${column((each) => each.filePath)}::text[], ${column((each) => JSON.stringify(each.frontMatter))}::jsonb[],
      ${column((each) => each.contentHash)}::bytea[], ${column((each) => each.size)}::int[],
      ${column((each) => each.linesAdded)}::int[], ${column((each) => each.linesRemoved)}::int[]
    ) as row (id, page_id, number, kind, parents, author_id, created_at, message, is_minor, title, path,
      file_path, front_matter, content_hash, size, lines_added, lines_removed)
  `.execute(tx);
}

/** Makes new pages, moves the heads of the others, and keeps former addresses leading to them. */
export async function putPages(tx: Db, pages: readonly PageState[]): Promise<void> {
  const rows = JSON.stringify(pages);
  const input = sql`jsonb_to_recordset(${rows}::jsonb) as row (id uuid, "spaceId" uuid, locale text, "translationOf" uuid,
    path text, title text, "headId" uuid, "headNumber" int, "createdAt" timestamptz, "updatedAt" timestamptz, "formerPaths" jsonb)`;
  // Pages that swap addresses within one batch would meet half way: first all leave, then all arrive.
  await sql`
    update page set path = '-/' || page.id from ${input}
    where page.id = row.id and page.path <> row.path
  `.execute(tx);
  await sql`
    insert into page (id, space_id, locale, path, kind, title, translation_of, head_id, head_number, created_at, updated_at)
    select id, "spaceId", locale, path, 'PAGE', title, "translationOf", "headId", "headNumber", "createdAt", "updatedAt"
    from ${input}
    on conflict (id) do update set path = excluded.path, title = excluded.title, head_id = excluded.head_id,
      head_number = excluded.head_number, updated_at = excluded.updated_at, deleted_at = null, deleted_by = null
  `.execute(tx);
  await sql`
    insert into redirect (space_id, locale, path, page_id)
    select distinct on ("spaceId", locale, former) "spaceId", locale, former, id
    from ${input}, jsonb_array_elements_text("formerPaths") as former
    where former <> path
    order by "spaceId", locale, former, "updatedAt" desc
    on conflict (space_id, locale, path) do update set page_id = excluded.page_id, created_at = now()
  `.execute(tx);
  await sql`
    delete from redirect using ${input}
    where redirect.space_id = "spaceId" and redirect.locale = row.locale and redirect.path = row.path
  `.execute(tx);
}
