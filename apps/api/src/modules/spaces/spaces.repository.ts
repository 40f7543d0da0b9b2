import { sql } from "kysely";
import type { Db } from "#platform/database/index.js";
import type { Viewer } from "../../context.js";
import type { Window } from "../contract/index.js";
import type { Space } from "./space.js";
import { visibleSpace } from "./spaces.policy.js";

export type SpaceRow = {
  id: string;
  key: string;
  name: string;
  description: string;
  visibility: Space["visibility"];
  default_locale: string;
  created_at: Date;
};

export function toSpaceRecord(row: SpaceRow): Space {
  const { id, key, name, description, visibility } = row;
  return {
    id,
    key,
    name,
    description,
    visibility,
    defaultLocale: row.default_locale,
    createdAt: row.created_at,
  };
}

const columns = sql.raw(
  "space.id, space.key, space.name, space.description, space.visibility, space.default_locale, space.created_at",
);

/** Only what the viewer may read. */
export async function findSpaces(
  db: Db,
  viewer: Viewer,
  by: { ids: readonly string[] } | { keys: readonly string[] },
): Promise<Space[]> {
  const match =
    "ids" in by ? sql`space.id = any(${by.ids}::uuid[])` : sql`space.key = any(${by.keys}::text[])`;
  const { rows } = await sql<SpaceRow>`
    select ${columns} from space where ${match} and ${visibleSpace(viewer)}
  `.execute(db);
  return rows.map(toSpaceRecord);
}

export async function listSpaces(db: Db, viewer: Viewer, window: Window): Promise<Space[]> {
  const { rows } = await sql<SpaceRow>`
    select ${columns} from space
    where ${visibleSpace(viewer)} and ${window.where}
    order by ${window.orderBy} limit ${window.limit}
  `.execute(db);
  return rows.map(toSpaceRecord);
}

/** `undefined` when the key is taken. */
export async function insertSpace(db: Db, space: Space): Promise<Space | undefined> {
  const { rows } = await sql<SpaceRow>`
    insert into space (id, key, name, description, visibility, default_locale, created_at)
    values (${space.id}, ${space.key}, ${space.name}, ${space.description}, ${space.visibility},
      ${space.defaultLocale}, ${space.createdAt})
    on conflict (key) do nothing
    returning ${columns}
  `.execute(db);
  return rows[0] && toSpaceRecord(rows[0]);
}

/** Pages that are not deleted, by space. */
export async function countPages(
  db: Db,
  spaceIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ space_id: string; count: number }>`
    select space_id, count(*)::int as count from page
    where space_id = any(${spaceIds}::uuid[]) and deleted_at is null
    group by space_id
  `.execute(db);
  return new Map(rows.map((row) => [row.space_id, row.count]));
}
