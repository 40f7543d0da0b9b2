import { sql, type RawBuilder } from "kysely";
import type { Db, PageKind } from "#platform/database/index.js";
import type { Viewer } from "../../context.js";
import { COUNT_LIMIT, type Window } from "../contract/index.js";
import { visibleSpace } from "../spaces/index.js";
import { selectPages, toPageRecord, type PageParts, type PageRow } from "./page-columns.js";
import type { Page, PageAddress } from "./page.js";
import { visiblePage } from "./pages.policy.js";

/** Deleted pages only for those who may restore them. */
export async function findPagesById(
  db: Db,
  viewer: Viewer,
  ids: readonly string[],
  parts: PageParts,
): Promise<Page[]> {
  const { rows } = await sql<PageRow>`
    ${selectPages(parts)} where page.id = any(${ids}::uuid[]) and ${visiblePage(viewer)}
  `.execute(db);
  return rows.map(toPageRecord);
}

/** What lives at an address now. Without a locale it is the space's own. */
export async function findPageAt(
  db: Db,
  viewer: Viewer,
  address: PageAddress,
  parts: PageParts,
): Promise<Page | undefined> {
  const { rows } = await sql<PageRow>`
    ${selectPages(parts)}
    where space.key = ${address.space} and page.path = ${address.path}
      and page.locale = coalesce(${address.locale ?? null}, space.default_locale)
      and page.deleted_at is null and ${visibleSpace(viewer)}
  `.execute(db);
  return rows[0] && toPageRecord(rows[0]);
}

/** Where an address leads when no page lives there: a redirect's page, or the page deleted there last. */
export async function findFormerPageAt(
  db: Db,
  viewer: Viewer,
  address: PageAddress,
  parts: PageParts,
): Promise<Page | undefined> {
  const { rows } = await sql<PageRow>`
    with place as materialized (
      select space.id as space_id, coalesce(${address.locale ?? null}, space.default_locale) as locale
      from space where space.key = ${address.space} and ${visibleSpace(viewer)}
    ), former as (
      select redirect.page_id, 1 as rank, null::timestamptz as at from redirect join place using (space_id, locale)
      where redirect.path = ${address.path}
      union all
      select page.id, 2, page.deleted_at from page join place using (space_id, locale)
      where page.path = ${address.path} and page.deleted_at is not null
    )
    ${selectPages(parts)} join (select page_id from former order by rank, at desc limit 1) former on former.page_id = page.id
    where ${visibleSpace(viewer)}
  `.execute(db);
  return rows[0] && toPageRecord(rows[0]);
}

export interface PageFilter {
  readonly space?: string | null | undefined;
  readonly kind?: PageKind | null | undefined;
  readonly locale?: string | null | undefined;
  readonly tag?: string | null | undefined;
  readonly pathPrefix?: string | null | undefined;
  readonly authorId?: string | undefined;
  readonly linksTo?:
    | { readonly space: string; readonly locale: string; readonly path: string }
    | undefined;
}

function matches(viewer: Viewer, filter: PageFilter): RawBuilder<boolean> {
  const { space, kind, locale, tag, pathPrefix, authorId, linksTo } = filter;
  const conditions = [sql`page.deleted_at is null`, visibleSpace(viewer)];
  if (space != null) conditions.push(sql`space.key = ${space}`);
  if (kind != null) conditions.push(sql`page.kind = ${kind}`);
  if (locale != null) conditions.push(sql`page.locale = ${locale}`);
  if (tag != null) conditions.push(sql`${tag} = any(page.tags)`);
  if (pathPrefix != null) {
    conditions.push(
      sql`(page.path = ${pathPrefix} or page.path like ${`${escapeLike(pathPrefix)}/%`})`,
    );
  }
  if (authorId !== undefined) {
    conditions.push(
      sql`exists (select from revision where revision.page_id = page.id and revision.author_id = ${authorId})`,
    );
  }
  if (linksTo) {
    conditions.push(sql`page.id in (select link.page_id from link where link.target_space = ${linksTo.space}
      and link.target_locale = ${linksTo.locale} and link.target_path = ${linksTo.path})`);
  }
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, String.raw`\$&`);
}

export async function listPages(
  db: Db,
  viewer: Viewer,
  filter: PageFilter,
  window: Window,
  parts: PageParts,
): Promise<Page[]> {
  const { rows } = await sql<PageRow>`
    ${selectPages(parts)} where ${matches(viewer, filter)} and ${window.where}
    order by ${window.orderBy} limit ${window.limit}
  `.execute(db);
  return rows.map(toPageRecord);
}

/** Stops at one more than the limit of counts. */
export async function countPages(db: Db, viewer: Viewer, filter: PageFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select from page join space on space.id = page.space_id
      where ${matches(viewer, filter)} limit ${COUNT_LIMIT + 1}
    ) counted
  `.execute(db);
  return rows[0]?.count ?? 0;
}

/** Other language versions of each page, by its id. */
export async function listTranslations(
  db: Db,
  viewer: Viewer,
  pageIds: readonly string[],
  parts: PageParts,
): Promise<Map<string, Page[]>> {
  const { rows } = await sql<PageRow & { asked: string }>`
    with asked as (
      select id, coalesce(translation_of, id) as root from page where id = any(${pageIds}::uuid[])
    ), found as (
      select asked.id as asked, other.id from asked
      join page other on (other.id = asked.root or other.translation_of = asked.root) and other.id <> asked.id
      where other.deleted_at is null
    )
    select shown.*, found.asked from found
    join (${selectPages(parts)} where page.id in (select id from found) and ${visibleSpace(viewer)}) shown on shown.id = found.id
    order by shown.locale, shown.path
  `.execute(db);
  const byPage = new Map<string, Page[]>(pageIds.map((id) => [id, []]));
  for (const row of rows) byPage.get(row.asked)?.push(toPageRecord(row));
  return byPage;
}

export interface Contributor {
  readonly person: { readonly id: string; readonly name: string };
  readonly revisionCount: number;
  readonly lastAt: Date;
}

export interface Contributors {
  readonly top: readonly Contributor[];
  readonly count: number;
}

/** Who wrote each page, most revisions first. */
export async function listContributors(
  db: Db,
  pageIds: readonly string[],
  first: number,
): Promise<Map<string, Contributors>> {
  type Row = {
    page_id: string;
    id: string;
    name: string;
    revisions: number;
    last_at: Date;
    people: number;
  };
  const { rows } = await sql<Row>`
    select asked.page_id, top.* from unnest(${pageIds}::uuid[]) as asked (page_id)
    cross join lateral (
      select person.id, person.name, count(*)::int as revisions, max(revision.created_at) as last_at,
        count(*) over ()::int as people
      from revision join person on person.id = revision.author_id
      where revision.page_id = asked.page_id
      group by person.id
      order by revisions desc, last_at desc, person.id
      limit ${first}
    ) top
  `.execute(db);
  const byPage = new Map<string, { top: Contributor[]; count: number }>();
  for (const { page_id: pageId, id, name, revisions, last_at: lastAt, people } of rows) {
    const entry = byPage.get(pageId) ?? { top: [], count: people };
    entry.top.push({ person: { id, name }, revisionCount: revisions, lastAt });
    byPage.set(pageId, entry);
  }
  return byPage;
}
