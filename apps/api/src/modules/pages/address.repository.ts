import { sql } from "kysely";
import type { Db } from "#platform/database/index.js";
import type { Viewer } from "../../context.js";
import { visibleSpace } from "../spaces/index.js";
import type { Suggestable } from "./address.js";
import { escapeLike } from "./pages.repository.js";

const SCAN_LIMIT = 2_000;

/** Pages a wrong address may have meant: of the same name anywhere visible, and those of the same space, bounded. */
export async function listSuggestable(
  db: Db,
  viewer: Viewer,
  space: string,
  path: string,
): Promise<Suggestable[]> {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const { rows } = await sql<Suggestable>`
    (select page.id, page.path, page.title from page join space on space.id = page.space_id
      where space.key = ${space} and page.deleted_at is null and ${visibleSpace(viewer)}
      order by page.updated_at desc limit ${SCAN_LIMIT})
    union
    (select page.id, page.path, page.title from page join space on space.id = page.space_id
      where (page.path = ${name} or page.path like ${`%/${escapeLike(name)}`})
        and page.deleted_at is null and ${visibleSpace(viewer)}
      limit 50)
  `.execute(db);
  return rows;
}
