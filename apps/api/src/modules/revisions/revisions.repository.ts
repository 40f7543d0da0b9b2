import { sql, type RawBuilder } from "kysely";
import type { Db } from "#platform/database/index.js";
import type { Viewer } from "../../context.js";
import { COUNT_LIMIT, type Window } from "../contract/index.js";
import {
  revisionColumns,
  toRevision,
  visiblePage,
  type Revision,
  type RevisionRow,
} from "../pages/index.js";
import { visibleSpace } from "../spaces/index.js";

const joins = sql.raw("from revision join person author on author.id = revision.author_id");

/** Of pages the viewer may see. */
export async function findRevisionsById(
  db: Db,
  viewer: Viewer,
  ids: readonly string[],
): Promise<Revision[]> {
  const { rows } = await sql<RevisionRow>`
    select ${revisionColumns} ${joins}
    join page on page.id = revision.page_id join space on space.id = page.space_id
    where revision.id = any(${ids}::uuid[]) and ${visiblePage(viewer)}
  `.execute(db);
  return rows.map(toRevision);
}

/** By page and number; the caller has seen that the pages are visible. */
export async function findRevisionsByNumber(
  db: Db,
  places: readonly { readonly pageId: string; readonly number: number }[],
): Promise<Revision[]> {
  const { rows } = await sql<RevisionRow>`
    select ${revisionColumns} ${joins}
    join unnest(${places.map((each) => each.pageId)}::uuid[], ${places.map((each) => each.number)}::int[])
      as place (page_id, number) on place.page_id = revision.page_id and place.number = revision.number
  `.execute(db);
  return rows.map(toRevision);
}

/** The same window of each page's history, in one statement however many pages. */
export async function listRevisionsOfPages(
  db: Db,
  pageIds: readonly string[],
  window: Window,
): Promise<Map<string, Revision[]>> {
  const { rows } = await sql<RevisionRow>`
    select listed.* from unnest(${pageIds}::uuid[]) as asked (page_id)
    cross join lateral (
      select ${revisionColumns} ${joins}
      where revision.page_id = asked.page_id and ${window.where}
      order by ${window.orderBy} limit ${window.limit}
    ) listed
  `.execute(db);
  const byPage = new Map<string, Revision[]>(pageIds.map((id) => [id, []]));
  for (const row of rows) byPage.get(row.page_id)?.push(toRevision(row));
  return byPage;
}

export async function countRevisionsOfPages(
  db: Db,
  pageIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ page_id: string; count: number }>`
    select asked.page_id, (
      select count(*)::int from (select from revision where page_id = asked.page_id limit ${COUNT_LIMIT + 1}) counted
    ) as count
    from unnest(${pageIds}::uuid[]) as asked (page_id)
  `.execute(db);
  return new Map(rows.map((row) => [row.page_id, row.count]));
}

export interface RecentFilter {
  readonly spaceKey?: string | undefined;
  readonly authorId?: string | undefined;
  readonly includeMinor: boolean;
}

function recent(viewer: Viewer, filter: RecentFilter): RawBuilder<unknown> {
  const conditions = [sql`page.deleted_at is null`, visibleSpace(viewer)];
  if (filter.spaceKey !== undefined) conditions.push(sql`space.key = ${filter.spaceKey}`);
  if (filter.authorId !== undefined) conditions.push(sql`revision.author_id = ${filter.authorId}`);
  if (!filter.includeMinor) conditions.push(sql`not revision.is_minor`);
  return sql`join page on page.id = revision.page_id join space on space.id = page.space_id
    where ${sql.join(conditions, sql` and `)}`;
}

/** Revisions of all visible pages. */
export async function listRecentRevisions(
  db: Db,
  viewer: Viewer,
  filter: RecentFilter,
  window: Window,
): Promise<Revision[]> {
  const { rows } = await sql<RevisionRow>`
    select ${revisionColumns} ${joins} ${recent(viewer, filter)} and ${window.where}
    order by ${window.orderBy} limit ${window.limit}
  `.execute(db);
  return rows.map(toRevision);
}

export async function countRecentRevisions(
  db: Db,
  viewer: Viewer,
  filter: RecentFilter,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select ${joins} ${recent(viewer, filter)} limit ${COUNT_LIMIT + 1}
    ) counted
  `.execute(db);
  return rows[0]?.count ?? 0;
}

/** Sizes in bytes by revision. */
export async function findSizes(db: Db, ids: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; size: number }>`
    select id, size from revision where id = any(${ids}::uuid[])
  `.execute(db);
  return new Map(rows.map((row) => [row.id, row.size]));
}
