import { sql } from "kysely";
import type { Db } from "#platform/database/index.js";

const KEY = "setup";

export type SetupState = { state: "PENDING"; tokenHash: string } | { state: "DONE" };

export async function findSetupState(db: Db): Promise<SetupState | undefined> {
  const row = await db
    .selectFrom("setting")
    .select("value")
    .where("key", "=", KEY)
    .executeTakeFirst();
  return row?.value as SetupState | undefined;
}

/** Never takes DONE back: a setup that has ended cannot be opened again. */
export async function storePendingSetup(db: Db, tokenHash: string): Promise<void> {
  const value = JSON.stringify({ state: "PENDING", tokenHash } satisfies SetupState);
  await sql`
    insert into setting (key, value) values (${KEY}, ${value}::jsonb)
    on conflict (key) do update set value = excluded.value, updated_at = now()
    where setting.value->>'state' <> 'DONE'`.execute(db);
}

/** `true` for one caller only: whoever comes second waits for the row and finds it done. */
export async function finishSetup(db: Db, tokenHash: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update setting set value = '{"state": "DONE"}', updated_at = now()
    where key = ${KEY} and value->>'state' = 'PENDING' and value->>'tokenHash' = ${tokenHash}`.execute(
    db,
  );
  return numAffectedRows === 1n;
}

export async function closeSetup(db: Db): Promise<void> {
  await sql`
    insert into setting (key, value) values (${KEY}, '{"state": "DONE"}')
    on conflict (key) do update set value = excluded.value, updated_at = now()`.execute(db);
}

export async function isSetupPending(db: Db): Promise<boolean> {
  return (await findSetupState(db))?.state === "PENDING";
}
