import { sql } from "kysely";
import { newUuid } from "#platform/ids.js";
import type { Db, InstanceRole } from "#platform/database/index.js";
import "./tables.js";

export async function isAccountDisabled(db: Db, userId: string): Promise<boolean> {
  const user = await db
    .selectFrom("account_user")
    .select("disabled_at")
    .where("id", "=", userId)
    .executeTakeFirst();
  return user === undefined || user.disabled_at !== null;
}

/** Of two sign-ups with one e-mail at the same moment, the second waits and finds it taken. */
export async function lockEmail(tx: Db, email: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`account ${email}`}, 0))`.execute(tx);
}

/** The e-mail stays with the account: `person.email` is for authors known only from an import. */
export async function insertPersonOfAccount(
  db: Db,
  person: { name: string; userId: string; role: InstanceRole },
): Promise<string> {
  const id = newUuid();
  await db
    .insertInto("person")
    .values({ id, name: person.name, user_id: person.userId, role: person.role, email: null })
    .execute();
  return id;
}

export async function findAccountByEmail(
  db: Db,
  email: string,
): Promise<{ userId: string; personId: string; role: InstanceRole } | undefined> {
  return db
    .selectFrom("account_user")
    .innerJoin("person", "person.user_id", "account_user.id")
    .select(["account_user.id as userId", "person.id as personId", "person.role"])
    .where("account_user.email", "=", email)
    .executeTakeFirst();
}

/** Ends one session. The token is what the signed cookie carries. */
export async function deleteSession(db: Db, token: string): Promise<void> {
  await db.deleteFrom("account_session").where("token", "=", token).execute();
}

/** Ends all sessions of whoever holds this one. */
export async function deleteSessionsBeside(db: Db, token: string): Promise<void> {
  await db
    .deleteFrom("account_session")
    .where("user_id", "in", (eb) =>
      eb.selectFrom("account_session").select("user_id").where("token", "=", token),
    )
    .execute();
}

export async function deleteSessionsOf(db: Db, personId: string): Promise<void> {
  await db
    .deleteFrom("account_session")
    .where("user_id", "in", (eb) =>
      eb.selectFrom("person").select("user_id").where("id", "=", personId).$castTo<string>(),
    )
    .execute();
}

/** `false` when this person has no account. */
export async function setAccountDisabled(
  db: Db,
  personId: string,
  isDisabled: boolean,
): Promise<boolean> {
  const updated = await db
    .updateTable("account_user")
    .set({ disabled_at: isDisabled ? sql<Date>`now()` : null })
    .where("id", "in", (eb) =>
      eb.selectFrom("person").select("user_id").where("id", "=", personId).$castTo<string>(),
    )
    .executeTakeFirst();
  return updated.numUpdatedRows > 0n;
}

/** Sessions nobody can use any more. */
export async function deleteExpiredSessions(db: Db): Promise<void> {
  await db
    .deleteFrom("account_session")
    .where("expires_at", "<", sql<Date>`now()`)
    .execute();
}
