import { sql } from "kysely";
import type { Db, SpaceRole } from "#platform/database/index.js";
import type { Window } from "../contract/index.js";

export interface MemberRow {
  id: string;
  name: string;
  role: SpaceRole;
}

export async function listMembers(db: Db, spaceId: string, window: Window): Promise<MemberRow[]> {
  const { rows } = await sql<MemberRow>`
    select person.id, person.name, space_role.role
    from space_role join person on person.id = space_role.person_id
    where space_role.space_id = ${spaceId} and ${window.where}
    order by ${window.orderBy} limit ${window.limit}`.execute(db);
  return rows;
}

/** `false` when there is no such person, or none with an account. */
export async function setSpaceRole(
  db: Db,
  spaceId: string,
  personId: string,
  role: SpaceRole,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into space_role (space_id, person_id, role)
    select ${spaceId}::uuid, person.id, ${role} from person where person.id = ${personId} and person.user_id is not null
    on conflict (space_id, person_id) do update set role = excluded.role`.execute(db);
  return numAffectedRows === 1n;
}

/** `false` when there was none. */
export async function removeSpaceRole(db: Db, spaceId: string, personId: string): Promise<boolean> {
  const deleted = await db
    .deleteFrom("space_role")
    .where("space_id", "=", spaceId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return deleted.numDeletedRows === 1n;
}
