import { sql } from "kysely";
import type { Db, Tx } from "#platform/database/index.js";

const KEY = "demo";

/** Whether the demo may still be made. */
export type DemoState = "OPEN" | "DECLINED" | "SEEDED";

export async function findDemoState(db: Db): Promise<DemoState> {
  const row = await db
    .selectFrom("setting")
    .select("value")
    .where("key", "=", KEY)
    .executeTakeFirst();
  const value = row?.value as { state?: DemoState } | undefined;
  return value?.state ?? "OPEN";
}

/**
 * Nobody has made anything: no space, no author, nobody with an account. The operator's own administrator, made by
 * the settings at this very start, does not count unless an earlier start was without demo.
 */
export async function isInstanceEmpty(db: Db, state: DemoState): Promise<boolean> {
  const others = state === "OPEN" ? sql`role <> 'ADMIN' or user_id is null` : sql`true`;
  const { rows } = await sql<{ empty: boolean }>`
    select not exists (select from space)
      and not exists (select from person where ${others}) as empty`.execute(db);
  return rows[0]?.empty ?? false;
}

/** Held until the transaction ends. */
export async function lockSeeding(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('stet demo', 0))`.execute(tx);
}

/** SEEDED is never taken back. */
export async function storeDemoState(db: Db, state: DemoState): Promise<void> {
  const value = JSON.stringify({ state });
  await sql`
    insert into setting (key, value) values (${KEY}, ${value}::jsonb)
    on conflict (key) do update set value = excluded.value, updated_at = now()
    where setting.value->>'state' <> 'SEEDED'`.execute(db);
}
