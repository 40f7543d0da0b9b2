import { sql } from "kysely";
import type { Db } from "#platform/database/index.js";
import { deriveBlocks, type BlockState, type NextBlocks } from "./derive-blocks.js";
import { deriveText, type SourcePlace } from "./derive-text.js";
import { replacePastBlocks, storeBlocks, storeHead, storeHtml } from "./derived.repository.js";
import type { RenderEnvironment } from "./environment.js";
import { LineHistory, type GraphRow } from "./line-history.js";
import { PastBlockSet } from "./past-blocks.js";

/** Revisions read and written at a time, so that a page with thousands fits in memory. */
const BATCH = 50;

type PageRow = {
  id: string;
  space_id: string;
  space: string;
  default_locale: string;
  locale: string;
  deleted: boolean;
  head_id: string;
};

type RevisionRow = {
  id: string;
  number: number;
  path: string;
  file_path: string;
  markdown: string;
  has_html: boolean;
};

/**
 * Derives everything of one page from its texts: blocks and blame of each revision in order, HTML of the head and of
 * those that had been rendered, properties, links, search row. Call it inside a transaction; the same texts give the
 * same rows.
 */
export async function derivePage(
  tx: Db,
  pageId: string,
  environment: RenderEnvironment,
): Promise<void> {
  const page = await getPage(tx, pageId);
  const past = new PastBlockSet();
  const lines = new LineHistory(await listGraph(tx, pageId));
  let state: BlockState | undefined;
  for (let after = 0; ;) {
    const revisions = await listRevisions(tx, pageId, after);
    const batch: { id: string; state: NextBlocks }[] = [];
    for (const revision of revisions) {
      const next = deriveBlocks(revision, state, past.ids(), lines.advance(revision));
      past.advance(next, revision.number);
      batch.push({ id: revision.id, state: next });
      state = next;
      const isHead = revision.id === page.head_id;
      if (isHead || revision.has_html)
        await deriveRevisionText(tx, page, revision, environment, isHead);
    }
    if (batch.length > 0) await storeBlocks(tx, pageId, batch);
    after = revisions.at(-1)?.number ?? after;
    if (revisions.length < BATCH) break;
  }
  await replacePastBlocks(tx, pageId, past.list());
}

async function deriveRevisionText(
  tx: Db,
  page: PageRow,
  revision: RevisionRow,
  environment: RenderEnvironment,
  isHead: boolean,
): Promise<void> {
  const text = deriveText(revision.markdown, placeOf(page, revision), environment);
  await storeHtml(tx, { id: revision.id, pageId: page.id }, text);
  if (!isHead) return;
  const { id, space_id: spaceId, locale, deleted: isDeleted } = page;
  await storeHead(tx, { id, spaceId, locale, isDeleted }, text);
}

function placeOf(page: PageRow, revision: RevisionRow): SourcePlace {
  return {
    space: page.space,
    defaultLocale: page.default_locale,
    locale: page.locale,
    path: revision.path,
    filePath: revision.file_path,
  };
}

async function getPage(tx: Db, pageId: string): Promise<PageRow> {
  const { rows } = await sql<PageRow>`
    select page.id, page.space_id, space.key as space, space.default_locale, page.locale,
      page.deleted_at is not null as deleted, page.head_id
    from page join space on space.id = page.space_id
    where page.id = ${pageId}
    for no key update of page
  `.execute(tx);
  if (!rows[0]) throw new Error(`There is no page ${pageId} to derive.`);
  return rows[0];
}

async function listGraph(tx: Db, pageId: string): Promise<GraphRow[]> {
  const { rows } = await sql<GraphRow>`
    select id, parent_ids as "parentIds", encode(content_hash, 'hex') as "textHash"
    from revision where page_id = ${pageId} order by number
  `.execute(tx);
  return rows;
}

async function listRevisions(tx: Db, pageId: string, after: number): Promise<RevisionRow[]> {
  const { rows } = await sql<RevisionRow>`
    select revision.id, revision.number, revision.path, revision.file_path, content.markdown,
      html.revision_id is not null as has_html
    from revision
    join content on content.hash = revision.content_hash
    left join revision_html html on html.revision_id = revision.id
    where revision.page_id = ${pageId} and revision.number > ${after}
    order by revision.number
    limit ${BATCH}
  `.execute(tx);
  return rows;
}
