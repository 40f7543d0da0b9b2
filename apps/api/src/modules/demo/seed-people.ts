import type { SpaceRole, Tx } from "#platform/database/index.js";
import { newUuid } from "#platform/ids.js";
import { createAccount, findAccountByEmail, type AuthSettings } from "../accounts/index.js";
import type { Space } from "../spaces/index.js";
import { newDemoPassword, type DemoAccount } from "./demo-accounts.js";
import type { DemoPerson } from "./demo-content.js";

export interface SeededPeople {
  /** Person UUIDs by the key the content names them with. */
  ids: ReadonlyMap<string, string>;
  /** Those that can sign in, with their new passwords. */
  accounts: DemoAccount[];
}

/** Authors, accounts for some of them, and everybody's roles. */
export async function seedPeople(
  tx: Tx,
  settings: AuthSettings,
  people: readonly DemoPerson[],
  spaces: ReadonlyMap<string, Space>,
): Promise<SeededPeople> {
  const ids = new Map<string, string>();
  const accounts: DemoAccount[] = [];
  const roles: { space_id: string; person_id: string; role: SpaceRole }[] = [];
  for (const person of people) {
    const id = person.demoAccount
      ? await seedAccount(tx, settings, person, accounts)
      : await insertAuthor(tx, person);
    ids.set(person.key, id);
    if (person.role === "admin") continue;
    for (const [key, role] of Object.entries(person.role)) {
      const space = spaces.get(key);
      if (!space) throw new Error(`${person.key} has a role in ${key}, which is no space.`);
      roles.push({ space_id: space.id, person_id: id, role: role.toUpperCase() as SpaceRole });
    }
  }
  await tx.insertInto("space_role").values(roles).execute();
  return { ids, accounts };
}

async function seedAccount(
  tx: Tx,
  settings: AuthSettings,
  { name, email, role }: DemoPerson,
  accounts: DemoAccount[],
): Promise<string> {
  // The operator's own administrator (STET_ADMIN_EMAIL) may have the address already; then the password is theirs.
  const known = await findAccountByEmail(tx, email);
  if (known) return known.personId;
  const password = newDemoPassword();
  const isAdmin = role === "admin";
  const { personId } = await createAccount(
    tx,
    settings,
    { name, email, password },
    { role: isAdmin ? "ADMIN" : "MEMBER" },
  );
  // Made with a session, as every sign-up is; nobody holds its cookie.
  await tx
    .deleteFrom("account_session")
    .where("user_id", "in", (eb) =>
      eb.selectFrom("person").select("user_id").where("id", "=", personId).$castTo<string>(),
    )
    .execute();
  const roleName = isAdmin ? "administrator" : [...new Set(Object.values(role))].join(", ");
  accounts.push({ name, email, password, role: roleName });
  return personId;
}

async function insertAuthor(tx: Tx, { name, email }: DemoPerson): Promise<string> {
  const id = newUuid();
  await tx.insertInto("person").values({ id, name, email, user_id: null }).execute();
  return id;
}
