import { sql } from "kysely";
import type { MediaTarget, PageTarget } from "@stet/markdown";
import type { Db } from "#platform/database/index.js";
import type { Viewer } from "../../context.js";
import { escapeLike, mayOnPages, type Page } from "../pages/index.js";
import { visibleSpace } from "../spaces/index.js";
import type { PagePlace } from "./moved-links.js";

/** The page and what is below it in the tree, parents first. */
export async function listSubtree(db: Db, page: Page, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from page
    where space_id = ${page.space.id} and locale = ${page.locale} and deleted_at is null
      and (path = ${page.path} or path like ${`${escapeLike(page.path)}/%`})
    order by length(path), path limit ${limit}
  `.execute(db);
  return rows.map((row) => row.id);
}

/** Pages with links that could mean one of these, among those the viewer may edit. */
export async function listLinking(
  db: Db,
  viewer: Viewer,
  pages: readonly Page[],
  limit: number,
): Promise<string[]> {
  const editable = [...viewer.spaceRoles.keys()].filter((id) => mayOnPages(viewer, id, "edit"));
  const isAdmin = viewer.person?.role === "ADMIN";
  const { rows } = await sql<{ page_id: string }>`
    select distinct link.page_id
    from jsonb_to_recordset(${JSON.stringify(pages.map((page) => ({ space: page.space.key, locale: page.locale, path: page.path })))}::jsonb)
      as target (space text, locale text, path text)
    join link on link.target_space = target.space and link.target_locale = target.locale and link.target_path = target.path
    join page on page.id = link.page_id
    where page.deleted_at is null and page.id <> all(${pages.map((page) => page.id)}::uuid[])
      and (${isAdmin}::boolean or page.space_id = any(${editable}::uuid[]))
    order by link.page_id limit ${limit}
  `.execute(db);
  return rows.map((row) => row.page_id);
}

const addressOf = (target: PageTarget) => `${target.space} ${target.locale} ${target.path}`;

/**
 * Which page each address leads to, redirects followed, and where those pages are. A page the viewer may not read leads
 * nowhere: to write its new address into a text would tell it.
 */
export async function findPlaces(
  db: Db,
  viewer: Viewer,
  targets: readonly PageTarget[],
): Promise<{ pageAt: (target: PageTarget) => string | undefined; places: Map<string, PagePlace> }> {
  type Row = {
    id: string;
    address: string;
    space: string;
    locale: string;
    path: string;
    file_path: string;
    default_locale: string;
  };
  const unique = [...new Map(targets.map((target) => [addressOf(target), target])).values()];
  const { rows } = await sql<Row>`
    with target as materialized (
      select target.*, space.id as space_id from jsonb_to_recordset(${JSON.stringify(unique)}::jsonb)
        as target (space text, locale text, path text)
        join space on space.key = target.space and ${visibleSpace(viewer)}
    ), found as (
      select target.space || ' ' || target.locale || ' ' || target.path as address, page.id, 1 as rank
      from target join page on page.space_id = target.space_id and page.locale = target.locale
        and page.path = target.path and page.deleted_at is null
      union all
      select target.space || ' ' || target.locale || ' ' || target.path, redirect.page_id, 2
      from target join redirect on redirect.space_id = target.space_id and redirect.locale = target.locale
        and redirect.path = target.path
    )
    select distinct on (found.address) found.address, page.id, space.key as space, page.locale, page.path, space.default_locale, head.file_path
    from found join page on page.id = found.id join space on space.id = page.space_id join revision head on head.id = page.head_id
    where page.deleted_at is null and ${visibleSpace(viewer)}
    order by found.address, found.rank
  `.execute(db);
  const byAddress = new Map(rows.map((row) => [row.address, row.id]));
  const places = rows.map(
    ({ id, space, locale, path, file_path: filePath, default_locale: defaultLocale }) => {
      const place: PagePlace = { space, locale, path, filePath, defaultLocale };
      return [id, place] as const;
    },
  );
  return { pageAt: (target) => byAddress.get(addressOf(target)), places: new Map(places) };
}

/** Whether a file is there that the viewer may see. */
export async function findMedia(
  db: Db,
  viewer: Viewer,
  targets: readonly MediaTarget[],
): Promise<(target: MediaTarget) => boolean> {
  const keyOf = (target: MediaTarget) => `${target.space}/${target.path}`;
  const keys = [...new Set(targets.map(keyOf))];
  const { rows } = await sql<{ key: string }>`
    select space.key || '/' || media.path as key from media join space on space.id = media.space_id
    where media.deleted_at is null and space.key || '/' || media.path = any(${keys}::text[])
      and ${visibleSpace(viewer)}
  `.execute(db);
  const known = new Set(rows.map((row) => row.key));
  return (target) => known.has(keyOf(target));
}

export interface MovedPage {
  readonly pageId: string;
  readonly from: { readonly spaceId: string; readonly locale: string; readonly path: string };
  readonly to: { readonly spaceId: string; readonly locale: string; readonly path: string };
}

/** Old addresses lead to where the pages are now; new addresses lead nowhere else. */
export async function redirectMoved(tx: Db, moved: readonly MovedPage[]): Promise<void> {
  const rows = moved.map(({ pageId, from, to }) => ({
    pageId,
    space: from.spaceId,
    locale: from.locale,
    path: from.path,
    toSpace: to.spaceId,
    toPath: to.path,
  }));
  const input = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    as row ("pageId" uuid, space uuid, locale text, path text, "toSpace" uuid, "toPath" text)`;
  await sql`
    insert into redirect (space_id, locale, path, page_id) select space, locale, path, "pageId" from ${input}
    on conflict (space_id, locale, path) do update set page_id = excluded.page_id, created_at = now()
  `.execute(tx);
  await sql`
    delete from redirect using ${input}
    where redirect.space_id = "toSpace" and redirect.locale = row.locale and redirect.path = "toPath"
  `.execute(tx);
}
