import { sql } from "kysely";
import type { Db } from "#platform/database/index.js";
import type { NavigationPage } from "./navigation.js";

/** Larger spaces show this many in their navigation; the rest is found by search and lists. */
export const NAVIGATION_LIMIT = 5_000;

export interface NavigationScope {
  readonly spaceId: string;
  readonly locale: string;
}

type Row = {
  scope: number;
  id: string;
  path: string;
  kind: NavigationPage["kind"];
  title: string;
  nav_order: number | null;
};

/** Pages of each scope, in the order of the scopes. */
export async function listNavigationPages(
  db: Db,
  scopes: readonly NavigationScope[],
): Promise<NavigationPage[][]> {
  const { rows } = await sql<Row>`
    select scope.ordinality::int - 1 as scope, entry.* from
      unnest(${scopes.map((each) => each.spaceId)}::uuid[], ${scopes.map((each) => each.locale)}::text[])
        with ordinality as scope (space_id, locale)
    cross join lateral (
      select page.id, page.path, page.kind, coalesce(page.nav_label, page.title) as title, page.nav_order
      from page
      where page.space_id = scope.space_id and page.locale = scope.locale and page.deleted_at is null
      order by page.path
      limit ${NAVIGATION_LIMIT}
    ) entry
  `.execute(db);
  const byScope: NavigationPage[][] = scopes.map(() => []);
  for (const { scope, id, path, kind, title, nav_order: navOrder } of rows) {
    byScope[scope]?.push({ id, path, kind, title, navOrder });
  }
  return byScope;
}
