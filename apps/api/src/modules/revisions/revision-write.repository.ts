import { sql, type RawBuilder } from "kysely";
import { announceChange } from "#platform/changes/index.js";
import type { Db } from "#platform/database/index.js";
import { linksJson, RENDER_VERSION, searchDocument, toStoredBlocks } from "../derived/index.js";
import type { RevisionWrite } from "./revision-write.js";

/**
 * Stores a revision with everything that is derived of it and its entry in the change log, and makes it the page's
 * head, in one statement. False, with
 * no effect, when the page's head is another meanwhile, or another page has the address of a new one.
 */
export async function writeRevision(tx: Db, write: RevisionWrite): Promise<boolean> {
  const { revision, text, blocks } = write;
  const { spaceId, locale } = "new" in write.target ? write.target.new : write.target;
  const aliveIds = blocks.blocks.map((block) => block.id);
  const { rows } = await sql<{ written: boolean }>`
    with target as (${targetOf(write)}),
    stored_content as (
      insert into content (hash, markdown, size)
      select ${revision.contentHash}, ${revision.markdown}, ${revision.size}::int from target on conflict do nothing
    ), stored_revision as (
      insert into revision (id, page_id, number, kind, parent_ids, author_id, created_at, message, is_minor, title, path,
        file_path, front_matter, content_hash, size, lines_added, lines_removed)
      select ${revision.id}::uuid, target.id, ${revision.number}::int, ${revision.kind}, ${revision.parentIds}::uuid[],
        ${revision.authorId}::uuid, ${revision.createdAt}::timestamptz, ${revision.message}, ${revision.isMinor}::boolean,
        ${revision.title}, ${revision.path}, ${revision.filePath}, ${JSON.stringify(revision.frontMatter)}::jsonb,
        ${revision.contentHash}, ${revision.size}::int, ${revision.linesAdded}::int, ${revision.linesRemoved}::int
      from target
    ), stored_html as (
      insert into revision_html (revision_id, page_id, render_version, html, toc, problems)
      select ${revision.id}::uuid, target.id, ${RENDER_VERSION}::int, ${text.html}, ${JSON.stringify(text.toc)}::jsonb,
        ${JSON.stringify(text.problems)}::jsonb
      from target
    ), stored_blocks as (
      insert into revision_blocks (revision_id, page_id, algorithm_version, blocks)
      select ${revision.id}::uuid, target.id, ${blocks.blame.version}::int, ${JSON.stringify(toStoredBlocks(blocks.blocks))}::jsonb from target
    ), stored_blame as (
      insert into revision_blame (revision_id, page_id, algorithm_version, owners)
      -- A text that was here before gives the people who wrote it back.
      select ${revision.id}::uuid, target.id, ${blocks.blame.version}::int, coalesce((
        select jsonb_set(blame.owners, '{revision}', to_jsonb(${revision.id}::text))
        from revision twin join revision_blame blame on blame.revision_id = twin.id
        where twin.page_id = target.id and twin.content_hash = ${revision.contentHash}
          and blame.algorithm_version = ${blocks.blame.version}::int
        order by twin.number limit 1
      ), ${JSON.stringify(blocks.blame)}::jsonb) from target
    ), returned_blocks as (
      delete from page_past_block using target
      where page_past_block.page_id = target.id and block_id = any(${aliveIds}::text[])
    ), gone_blocks as (
      insert into page_past_block (page_id, text_hash, block_id, number)
      select target.id, gone."textHash", gone.id, ${revision.number}::int
      from target, jsonb_to_recordset(${JSON.stringify(goneOf(write))}::jsonb) as gone ("textHash" text, id text)
      on conflict (page_id, text_hash, block_id) do update set number = excluded.number
    ), wanted as materialized (
      select target.id as page_id, row.* from target, jsonb_to_recordset(${linksJson(text.links)}::jsonb)
        as row (href text, rank smallint, space text, locale text, path text, text text, line integer)
    ), unlinked as (
      delete from link using target where link.page_id = target.id
        and not exists (select from wanted where wanted.href = link.href and wanted.rank = link.rank)
    ), linked as (
      insert into link (page_id, href, rank, target_space, target_locale, target_path, text, line)
      select page_id, href, rank, space, locale, path, text, line from wanted
      on conflict (page_id, href, rank) do update set target_space = excluded.target_space,
        target_locale = excluded.target_locale, target_path = excluded.target_path, text = excluded.text, line = excluded.line
      where (link.target_space, link.target_locale, link.target_path, link.text, link.line) is distinct from
        (excluded.target_space, excluded.target_locale, excluded.target_path, excluded.text, excluded.line)
    ), searchable as (
      insert into page_search (page_id, space_id, title, body, document)
      select target.id, ${spaceId}::uuid, ${text.title}, ${text.text},
        ${searchDocument(locale, text)}
      from target
      on conflict (page_id) do update
        set space_id = excluded.space_id, title = excluded.title, body = excluded.body, document = excluded.document
    )
    , logged as (
      insert into change (type, space_id, page_id, revision_id, person_id, data)
      select ${write.change.type}, ${spaceId}::uuid, target.id, ${revision.id}::uuid, ${revision.authorId}::uuid, ${JSON.stringify(changeData(write))}::jsonb
      from target
    )
    select exists (select from target) as written
  `.execute(tx);
  const isWritten = rows[0]?.written === true;
  if (isWritten) announceChange(tx);
  return isWritten;
}

function changeData({ revision, change }: RevisionWrite): Record<string, unknown> {
  return { number: revision.number, kind: revision.kind, ...change.data };
}

function goneOf({ blocks }: RevisionWrite): { textHash: string; id: string }[] {
  const alive = new Set(blocks.blocks.map((block) => block.id));
  return blocks.removed
    .filter((each) => !alive.has(each.id))
    .map(({ textHash, id }) => ({ textHash, id }));
}

function targetOf({ revision, target, text }: RevisionWrite): RawBuilder<unknown> {
  const { title, description, kind, tags, navOrder, navLabel } = text;
  if ("new" in target) {
    return sql`
      insert into page (id, space_id, locale, path, kind, title, description, tags, nav_order, nav_label, translation_of,
        head_id, head_number, created_at, updated_at)
      values (${revision.pageId}, ${target.new.spaceId}, ${target.new.locale}, ${revision.path}, ${kind}, ${title},
        ${description}, ${tags}, ${navOrder}, ${navLabel}, ${target.new.translationOf}, ${revision.id}, ${revision.number},
        ${revision.createdAt}, ${revision.createdAt})
      on conflict (space_id, locale, path) where deleted_at is null do nothing
      returning id`;
  }
  return sql`
    update page set path = ${revision.path}, kind = ${kind}, title = ${title}, description = ${description}, tags = ${tags},
      nav_order = ${navOrder}, nav_label = ${navLabel}, space_id = ${target.spaceId}, locale = ${target.locale},
      head_id = ${revision.id}, head_number = ${revision.number}, updated_at = ${revision.createdAt},
      deleted_at = null, deleted_by = null
    where id = ${revision.pageId} and head_id = ${target.expectedHeadId}
      and (deleted_at is not null) = ${target.isDeleted ?? false}
    returning id`;
}
