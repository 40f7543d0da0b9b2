import { sql } from "kysely";
import type { Tx } from "#platform/database/index.js";
import type { ImportRows, RevisionRow } from "./import-rows.js";

export interface BatchTarget {
  readonly sourceId: string;
  readonly spaceId: string;
  readonly locale: string;
}

/** Writes a batch. New pages and files stay hidden until the import is finished. */
export async function writeRows(tx: Tx, target: BatchTarget, rows: ImportRows): Promise<void> {
  await writePeople(tx, rows);
  await writeRevisions(tx, target, rows);
  await writeMedia(tx, target, rows);
  await writeCommits(tx, target, rows);
}

async function writePeople(tx: Tx, { people }: ImportRows): Promise<void> {
  if (people.length === 0) return;
  await sql`
    insert into person (id, name, email)
    select * from unnest(${people.map((each) => each.id)}::uuid[], ${people.map((each) => each.name)}::text[],
      ${people.map((each) => each.email)}::text[])
  `.execute(tx);
}

export async function writeRevisions(tx: Tx, target: BatchTarget, rows: ImportRows): Promise<void> {
  const { revisions } = rows;
  if (revisions.length === 0) return;
  await writeContents(tx, revisions);
  const numbers = await nextNumbers(
    tx,
    "page",
    revisions.map((each) => each.pageId),
  );
  const numbered = revisions.map((row) => ({ ...row, number: numbers.take(row.pageId) }));
  const last = new Map(numbered.map((row) => [row.pageId, row]));
  const first = new Map(numbered.toReversed().map((row) => [row.pageId, row]));
  const fresh = [...last.values()].filter((row) => rows.pages.has(row.pageId));
  await sql`
    insert into page (id, space_id, locale, path, kind, title, head_id, head_number, created_at, updated_at, deleted_at)
    select id, ${target.spaceId}, ${target.locale}, path, 'PAGE', title, head_id, head_number, created_at, updated_at, now()
    from unnest(${fresh.map((row) => row.pageId)}::uuid[], ${fresh.map((row) => row.path)}::text[],
      ${fresh.map((row) => row.title)}::text[], ${fresh.map((row) => row.id)}::uuid[],
      ${fresh.map((row) => row.number)}::int[], ${fresh.map((row) => first.get(row.pageId)?.createdAt)}::timestamptz[],
      ${fresh.map((row) => row.createdAt)}::timestamptz[])
      as row (id, path, title, head_id, head_number, created_at, updated_at)
  `.execute(tx);
  await sql`
    insert into revision (id, page_id, number, kind, parent_ids, author_id, created_at, message, title, path, file_path,
      front_matter, content_hash, size, lines_added, lines_removed)
    select id, page_id, number, kind, parent_ids::uuid[], author_id, created_at, message, title, path, file_path,
      front_matter, content_hash, size, lines_added, lines_removed
    from unnest(${numbered.map((row) => row.id)}::uuid[], ${numbered.map((row) => row.pageId)}::uuid[],
      ${numbered.map((row) => row.number)}::int[], ${numbered.map((row) => row.kind)}::text[],
      ${numbered.map((row) => `{${row.parentIds.join(",")}}`)}::text[], ${numbered.map((row) => row.authorId)}::uuid[],
      ${numbered.map((row) => row.createdAt)}::timestamptz[], ${numbered.map((row) => row.message)}::text[],
      ${numbered.map((row) => row.title)}::text[], ${numbered.map((row) => row.path)}::text[],
      ${numbered.map((row) => row.filePath)}::text[],
      ${numbered.map((row) => JSON.stringify(row.frontMatter))}::jsonb[],
      ${numbered.map((row) => row.hash)}::bytea[], ${numbered.map((row) => row.size)}::int[],
      ${numbered.map((row) => row.linesAdded)}::int[], ${numbered.map((row) => row.linesRemoved)}::int[])
      as row (id, page_id, number, kind, parent_ids, author_id, created_at, message, title, path, file_path,
        front_matter, content_hash, size, lines_added, lines_removed)
  `.execute(tx);
  const known = [...last.values()].filter((row) => !rows.pages.has(row.pageId));
  await sql`
    update page set head_id = row.head_id, head_number = row.head_number, updated_at = row.updated_at
    from unnest(${known.map((row) => row.pageId)}::uuid[], ${known.map((row) => row.id)}::uuid[],
      ${known.map((row) => row.number)}::int[], ${known.map((row) => row.createdAt)}::timestamptz[])
      as row (id, head_id, head_number, updated_at)
    where page.id = row.id
  `.execute(tx);
}

async function writeContents(tx: Tx, revisions: readonly RevisionRow[]): Promise<void> {
  const contents = [...new Map(revisions.map((row) => [row.hash.toString("hex"), row])).values()];
  await sql`
    insert into content (hash, markdown, size)
    select * from unnest(${contents.map((row) => row.hash)}::bytea[], ${contents.map((row) => row.markdown)}::text[],
      ${contents.map((row) => row.size)}::int[])
    on conflict (hash) do nothing
  `.execute(tx);
}

/** Locks what is there, so that nobody who saves meanwhile takes the same number. */
async function nextNumbers(
  tx: Tx,
  table: "page" | "media",
  ids: readonly string[],
): Promise<{ take(id: string): number }> {
  const { rows } = await sql<{ id: string; head_number: number }>`
    select id, head_number from ${sql.table(table)} where id = any(${[...new Set(ids)]}::uuid[])
    order by id for no key update
  `.execute(tx);
  const used = new Map(rows.map((row) => [row.id, row.head_number]));
  return {
    take(id) {
      const number = (used.get(id) ?? 0) + 1;
      used.set(id, number);
      return number;
    },
  };
}

async function writeMedia(tx: Tx, target: BatchTarget, rows: ImportRows): Promise<void> {
  if (rows.versions.length === 0) return;
  const blobs = [...rows.blobs.values()];
  await sql`
    insert into blob (hash, size, type, width, height)
    select * from unnest(${blobs.map((row) => row.hash)}::bytea[], ${blobs.map((row) => row.size)}::bigint[],
      ${blobs.map((row) => row.type)}::text[], ${blobs.map((row) => row.width)}::int[],
      ${blobs.map((row) => row.height)}::int[])
    on conflict (hash) do nothing
  `.execute(tx);
  const numbers = await nextNumbers(
    tx,
    "media",
    rows.versions.map((each) => each.mediaId),
  );
  const numbered = rows.versions.map((row) => ({ ...row, number: numbers.take(row.mediaId) }));
  const last = new Map(numbered.map((row) => [row.mediaId, row.number]));
  const fresh = [...rows.media.values()];
  await sql`
    insert into media (id, space_id, path, head_number, deleted_at)
    select id, ${target.spaceId}, path, head_number, now()
    from unnest(${fresh.map((row) => row.id)}::uuid[], ${fresh.map((row) => row.path)}::text[],
      ${fresh.map((row) => last.get(row.id) ?? 1)}::int[]) as row (id, path, head_number)
  `.execute(tx);
  await sql`
    insert into media_version (id, media_id, number, blob_hash, author_id, created_at)
    select * from unnest(${numbered.map((row) => row.id)}::uuid[], ${numbered.map((row) => row.mediaId)}::uuid[],
      ${numbered.map((row) => row.number)}::int[], ${numbered.map((row) => row.hash)}::bytea[],
      ${numbered.map((row) => row.authorId)}::uuid[], ${numbered.map((row) => row.createdAt)}::timestamptz[])
  `.execute(tx);
  await sql`
    update media set head_number = row.head_number
    from unnest(${[...last.keys()]}::uuid[], ${[...last.values()]}::int[]) as row (id, head_number)
    where media.id = row.id
  `.execute(tx);
}

async function writeCommits(tx: Tx, target: BatchTarget, rows: ImportRows): Promise<void> {
  const { commits, entries, problems } = rows;
  await sql`
    insert into import_commit (source_id, sha, position, parents, raw)
    select ${target.sourceId}, sha, position, parents::text[], raw
    from unnest(${commits.map((row) => row.sha)}::text[], ${commits.map((row) => row.position)}::int[],
      ${commits.map((row) => `{${row.parents.join(",")}}`)}::text[], ${commits.map((row) => row.raw)}::bytea[])
      as row (sha, position, parents, raw)
  `.execute(tx);
  await sql`
    insert into import_entry (source_id, sha, file_path, page_id, revision_id, media_version_id, mode, blob)
    select ${target.sourceId}, * from unnest(${entries.map((row) => row.sha)}::text[],
      ${entries.map((row) => row.file)}::text[], ${entries.map((row) => row.pageId)}::uuid[],
      ${entries.map((row) => row.revisionId)}::uuid[], ${entries.map((row) => row.mediaVersionId)}::uuid[],
      ${entries.map((row) => row.mode)}::text[], ${entries.map((row) => row.blob)}::text[])
  `.execute(tx);
  await sql`
    insert into import_problem (source_id, sha, file_path, line, code, message)
    select ${target.sourceId}, * from unnest(${problems.map((row) => row.sha)}::text[],
      ${problems.map((row) => row.file)}::text[], ${problems.map((row) => row.line)}::int[],
      ${problems.map((row) => row.code)}::text[], ${problems.map((row) => row.message)}::text[])
    on conflict do nothing
  `.execute(tx);
}
