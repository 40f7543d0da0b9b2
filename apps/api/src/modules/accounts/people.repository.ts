import type { Db, InstanceRole, Tx } from "#platform/database/index.js";
import "./tables.js";

export interface PersonRow {
  id: string;
  name: string;
}

export async function findPeople(db: Db, ids: readonly string[]): Promise<PersonRow[]> {
  return db.selectFrom("person").select(["id", "name"]).where("id", "in", ids).execute();
}

export interface AccountRow {
  personId: string;
  email: string;
  role: InstanceRole;
  disabledAt: Date | null;
}

export async function findAccounts(db: Db, personIds: readonly string[]): Promise<AccountRow[]> {
  return db
    .selectFrom("person")
    .innerJoin("account_user", "account_user.id", "person.user_id")
    .select([
      "person.id as personId",
      "account_user.email",
      "person.role",
      "account_user.disabled_at as disabledAt",
    ])
    .where("person.id", "in", personIds)
    .execute();
}

/**
 * Administrators who can sign in, locked until the transaction ends: two of them who demote each other at the same
 * moment wait for one another, so that one stays.
 */
export async function lockAdministrators(tx: Tx): Promise<string[]> {
  const rows = await tx
    .selectFrom("person")
    .innerJoin("account_user", "account_user.id", "person.user_id")
    .select("person.id")
    .where("person.role", "=", "ADMIN")
    .where("account_user.disabled_at", "is", null)
    .orderBy("person.id")
    .forUpdate()
    .execute();
  return rows.map((row) => row.id);
}

export async function setInstanceRole(tx: Tx, personId: string, role: InstanceRole): Promise<void> {
  await tx.updateTable("person").set({ role }).where("id", "=", personId).execute();
}
