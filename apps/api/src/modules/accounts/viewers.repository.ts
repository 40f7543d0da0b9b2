import { sql } from "kysely";
import type { Viewer } from "../../context.js";
import type { Db, InstanceRole, SpaceRole } from "#platform/database/index.js";
import "./tables.js";

interface ViewerRow {
  id: string;
  name: string;
  email: string;
  role: InstanceRole;
  spaceRoles: Record<string, SpaceRole> | null;
}

/** Session, account, person and roles in one statement. Expiry is by the database's clock. */
export async function findViewerBySession(db: Db, token: string): Promise<Viewer | undefined> {
  const { rows } = await sql<ViewerRow>`
    select person.id, person.name, account_user.email, person.role,
      (select jsonb_object_agg(space_id, role) from space_role where person_id = person.id) as "spaceRoles"
    from account_session
    join account_user on account_user.id = account_session.user_id
    join person on person.user_id = account_user.id
    where account_session.token = ${token}
      and account_session.expires_at > now()
      and account_user.disabled_at is null`.execute(db);
  const row = rows[0];
  if (!row) return undefined;
  return {
    person: { id: row.id, name: row.name, email: row.email, role: row.role },
    spaceRoles: new Map(Object.entries(row.spaceRoles ?? {})),
    class: row.id,
  };
}
