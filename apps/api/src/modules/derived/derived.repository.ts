import { sql, type RawBuilder } from "kysely";
import type { Db } from "#platform/database/index.js";
import type { BlockState, NextBlocks } from "./derive-blocks.js";
import { RENDER_VERSION, type DerivedText, type LinkCandidate } from "./derive-text.js";
import { searchWords } from "./search-text.js";
import { fromStoredBlocks, toStoredBlocks, type StoredBlock } from "./stored-blocks.js";

/** The document that a page is found by. */
export function searchDocument(
  locale: string,
  text: Pick<DerivedText, "title" | "text">,
): RawBuilder<string> {
  const title = searchWords(text.title);
  const body = searchWords(text.text);
  return sql`search_document(${locale}, ${title.lexemes}, ${title.words}, ${body.lexemes}, ${body.words})`;
}

export type BlockColumns = {
  markdown: string;
  blocks: readonly StoredBlock[];
  owners: BlockState["blame"];
};

export function toBlockState({ markdown, blocks, owners }: BlockColumns): BlockState {
  return { markdown, blocks: fromStoredBlocks(blocks), blame: owners };
}

export async function storeHtml(
  db: Db,
  revision: { id: string; pageId: string },
  text: Pick<DerivedText, "html" | "toc" | "problems">,
): Promise<void> {
  await sql`
    insert into revision_html (revision_id, page_id, render_version, html, toc, problems)
    values (${revision.id}, ${revision.pageId}, ${RENDER_VERSION}, ${text.html},
      ${JSON.stringify(text.toc)}, ${JSON.stringify(text.problems)})
    on conflict (revision_id) do update set render_version = excluded.render_version, html = excluded.html,
      toc = excluded.toc, problems = excluded.problems
    where (revision_html.render_version, revision_html.html) is distinct from (excluded.render_version, excluded.html)
  `.execute(db);
}

/** Many at once: `past` holds the blocks that are gone after the last of them. */
export async function storeBlocks(
  db: Db,
  pageId: string,
  revisions: readonly { id: string; state: NextBlocks }[],
): Promise<void> {
  const rows = revisions.map(({ id, state }) => ({
    id,
    blocks: toStoredBlocks(state.blocks),
    owners: state.blame,
    version: state.blame.version,
  }));
  await sql`
    with input as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as row (id uuid, version integer, blocks jsonb, owners jsonb)
    ), stored_blocks as (
      insert into revision_blocks (revision_id, page_id, algorithm_version, blocks)
      select id, ${pageId}, version, blocks from input
      on conflict (revision_id) do update
        set algorithm_version = excluded.algorithm_version, blocks = excluded.blocks
    )
    insert into revision_blame (revision_id, page_id, algorithm_version, owners)
    select id, ${pageId}, version, owners from input
    on conflict (revision_id) do update
      set algorithm_version = excluded.algorithm_version, owners = excluded.owners
  `.execute(db);
}

export async function replacePastBlocks(
  db: Db,
  pageId: string,
  past: readonly { textHash: string; id: string; number: number }[],
): Promise<void> {
  await sql`delete from page_past_block where page_id = ${pageId}`.execute(db);
  if (past.length === 0) return;
  await sql`
    insert into page_past_block (page_id, text_hash, block_id, number)
    select ${pageId}, hash, id, number
    from jsonb_to_recordset(${JSON.stringify(past.map((each) => ({ hash: each.textHash, id: each.id, number: each.number })))}::jsonb)
      as row (hash text, id text, number integer)
  `.execute(db);
}

/** What a page takes from its head: properties, links, search row. */
export async function storeHead(
  db: Db,
  page: { id: string; spaceId: string; locale: string; isDeleted: boolean },
  text: DerivedText,
): Promise<void> {
  await sql`
    update page set title = ${text.title}, description = ${text.description}, kind = ${text.kind},
      tags = ${text.tags}, nav_order = ${text.navOrder}, nav_label = ${text.navLabel}
    where id = ${page.id}
  `.execute(db);
  // A deleted page links nowhere and is not found.
  if (page.isDeleted) {
    await removeHead(db, page.id);
    return;
  }
  await sql`
    with input as materialized (
      select * from jsonb_to_recordset(${linksJson(text.links)}::jsonb)
        as row (href text, rank smallint, space text, locale text, path text, text text, line integer)
    ), removed as (
      delete from link where page_id = ${page.id} and (href, rank) not in (select href, rank from input)
    ), linked as (
      insert into link (page_id, href, rank, target_space, target_locale, target_path, text, line)
      select ${page.id}, href, rank, space, locale, path, text, line from input
      on conflict (page_id, href, rank) do update set target_space = excluded.target_space,
        target_locale = excluded.target_locale, target_path = excluded.target_path, text = excluded.text, line = excluded.line
    )
    insert into page_search (page_id, space_id, title, body, document)
    values (${page.id}, ${page.spaceId}, ${text.title}, ${text.text},
      ${searchDocument(page.locale, text)})
    on conflict (page_id) do update
      set space_id = excluded.space_id, title = excluded.title, body = excluded.body, document = excluded.document
  `.execute(db);
}

export async function removeHead(db: Db, pageId: string): Promise<void> {
  await sql`
    with unlinked as (delete from link where page_id = ${pageId})
    delete from page_search where page_id = ${pageId}
  `.execute(db);
}

export function linksJson(links: readonly LinkCandidate[]): string {
  return JSON.stringify(links);
}
