import { sql, type RawBuilder } from "kysely";
import type { Db } from "#platform/database/index.js";
import { RENDER_VERSION, type SourcePlace } from "../derived/index.js";
import type { RenderedHtml } from "./page.js";

/** Of all texts that one step of a request loads. Somebody has to hold them in memory, and the answer, too. */
export const LOADED_BYTES = 32 * 1024 * 1024;

/** No rows at all rather than more than that. */
function isWithinLimit(revisionIds: readonly string[]): RawBuilder<boolean> {
  return sql<boolean>`(select sum(asked.size) from revision asked where asked.id = any(${revisionIds}::uuid[])) <= ${LOADED_BYTES}`;
}

type HtmlRow = { revision_id: string; html: string; toc: object[]; problems: object[] };

/** Stored HTML of this version of the renderer, by revision; none when it is too much at once. */
export async function findRendered(
  db: Db,
  revisionIds: readonly string[],
): Promise<Map<string, RenderedHtml>> {
  const { rows } = await sql<HtmlRow>`
    select revision_id, html, toc, problems from revision_html
    where revision_id = any(${revisionIds}::uuid[]) and render_version = ${RENDER_VERSION}
      and ${isWithinLimit(revisionIds)}
  `.execute(db);
  return new Map(
    rows.map(({ revision_id: id, html, toc, problems }) => [id, { html, toc, problems }]),
  );
}

export interface Source {
  readonly revisionId: string;
  readonly pageId: string;
  readonly markdown: string;
  readonly place: SourcePlace;
}

type SourceRow = {
  id: string;
  page_id: string;
  markdown: string;
  space: string;
  default_locale: string;
  locale: string;
  path: string;
  file_path: string;
};

/** Texts with their places, for rendering; none when they are too much at once. */
export async function listSources(db: Db, revisionIds: readonly string[]): Promise<Source[]> {
  const { rows } = await sql<SourceRow>`
    select revision.id, revision.page_id, content.markdown, space.key as space, space.default_locale, page.locale,
      revision.path, revision.file_path
    from revision
    join content on content.hash = revision.content_hash
    join page on page.id = revision.page_id
    join space on space.id = page.space_id
    where revision.id = any(${revisionIds}::uuid[]) and ${isWithinLimit(revisionIds)}
  `.execute(db);
  return rows.map((row) => ({
    revisionId: row.id,
    pageId: row.page_id,
    markdown: row.markdown,
    place: {
      space: row.space,
      defaultLocale: row.default_locale,
      locale: row.locale,
      path: row.path,
      filePath: row.file_path,
    },
  }));
}

/** Texts by revision; none when they are too much at once. */
export async function findMarkdown(
  db: Db,
  revisionIds: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; markdown: string }>`
    select revision.id, content.markdown from revision
    join content on content.hash = revision.content_hash
    where revision.id = any(${revisionIds}::uuid[]) and ${isWithinLimit(revisionIds)}
  `.execute(db);
  return new Map(rows.map((row) => [row.id, row.markdown]));
}
