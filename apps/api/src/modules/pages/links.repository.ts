import { sql } from "kysely";
import type { Db } from "#platform/database/index.js";
import type { Viewer } from "../../context.js";
import { visibleSpace } from "../spaces/index.js";

/** A link whose first meaning does not exist: the first that does, or none. */
export interface RedirectedLink {
  readonly href: string;
  readonly text: string;
  readonly line: number;
  readonly target:
    | {
        readonly space: string;
        readonly locale: string;
        readonly path: string;
        readonly defaultLocale: string;
      }
    | undefined;
}

type Row = {
  page_id: string;
  href: string;
  text: string;
  line: number;
  space: string | null;
  locale: string | null;
  path: string | null;
  default_locale: string | null;
};

/**
 * Links of each head that do not mean what they meant when they were rendered. An address that redirects exists.
 * What the viewer may not read does not.
 */
export async function listRedirectedLinks(
  db: Db,
  viewer: Viewer,
  pageIds: readonly string[],
): Promise<Map<string, RedirectedLink[]>> {
  const { rows } = await sql<Row>`
    with resolved as (
      select distinct on (link.page_id, link.href) link.page_id, link.href, link.text, link.line,
        link.rank, place.key, place.default_locale, link.target_locale, link.target_path
      from link
      left join lateral (
        select space.key, space.default_locale from space
        where space.key = link.target_space and ${visibleSpace(viewer)} and (
          exists (select from page where page.space_id = space.id and page.locale = link.target_locale
            and page.path = link.target_path and page.deleted_at is null)
          or exists (select from redirect where redirect.space_id = space.id and redirect.locale = link.target_locale
            and redirect.path = link.target_path))
      ) place on true
      where link.page_id = any(${pageIds}::uuid[])
      order by link.page_id, link.href, (place.key is null), link.rank
    )
    select page_id, href, text, line, key as space, target_locale as locale, target_path as path, default_locale
    from resolved where rank > 0 or key is null
    order by page_id, line, href
  `.execute(db);
  const byPage = new Map<string, RedirectedLink[]>(pageIds.map((id) => [id, []]));
  for (const {
    page_id: pageId,
    href,
    text,
    line,
    space,
    locale,
    path,
    default_locale: defaultLocale,
  } of rows) {
    const target =
      space && locale && path && defaultLocale ? { space, locale, path, defaultLocale } : undefined;
    byPage.get(pageId)?.push({ href, text, line, target });
  }
  return byPage;
}
