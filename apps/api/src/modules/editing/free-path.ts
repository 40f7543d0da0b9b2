import { sql } from "kysely";
import type { Db } from "#platform/database/index.js";
import type { Context } from "../../context.js";
import { PathProblem } from "../pages/index.js";
import type { Space } from "../spaces/index.js";

export interface Place {
  readonly space: Space;
  readonly locale: string;
  readonly path: string;
}

type Taken = "page" | "deleted" | "redirect";

/**
 * Nobody else's address: neither of a page, nor of one that moved away from it (its redirect is promised for ever), nor
 * of one that was deleted there (it would have nowhere to be restored to).
 * @throws PathProblem PATH_TAKEN with a path that is free
 */
export async function checkFree(
  ctx: Context,
  place: Place,
  ignoring: readonly string[] = [],
): Promise<void> {
  const taken = await findTaken(ctx.db, place, ignoring);
  if (taken) throw await pathTaken(ctx, place, taken);
}

const messages: Record<Taken, (path: string) => string> = {
  page: (path) => `There is a page at "${path}" already.`,
  deleted: (path) => `A deleted page was at "${path}". Restore it, or choose another path.`,
  redirect: (path) => `"${path}" leads to a page that moved away from there. Choose another path.`,
};

export async function pathTaken(
  ctx: Context,
  place: Place,
  taken: Taken = "page",
): Promise<PathProblem> {
  return new PathProblem("PATH_TAKEN", messages[taken](place.path), await freePath(ctx.db, place));
}

async function findTaken(
  db: Db,
  { space, locale, path }: Place,
  ignoring: readonly string[],
): Promise<Taken | undefined> {
  const { rows } = await sql<{ taken: Taken }>`
    select case when deleted_at is null then 'page' else 'deleted' end as taken from page
    where space_id = ${space.id} and locale = ${locale} and path = ${path} and id <> all(${ignoring}::uuid[])
    union all
    select 'redirect' from redirect
    where space_id = ${space.id} and locale = ${locale} and path = ${path} and page_id <> all(${ignoring}::uuid[])
    order by taken desc
  `.execute(db);
  return rows.find((row) => row.taken === "page")?.taken ?? rows[0]?.taken;
}

/** The same path with the first number that makes it free. */
async function freePath(db: Db, { space, locale, path }: Place): Promise<string> {
  const { rows } = await sql<{ path: string }>`
    select ${path} || '-' || number as path from generate_series(2, 100) as number
    where not exists (select from page
        where space_id = ${space.id} and locale = ${locale} and page.path = ${path} || '-' || number)
      and not exists (select from redirect
        where space_id = ${space.id} and locale = ${locale} and redirect.path = ${path} || '-' || number)
    order by number limit 1
  `.execute(db);
  return rows[0]?.path ?? `${path}-new`;
}
