import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Db } from "#platform/database/index.js";
import { DomainError } from "#platform/errors.js";
import type { Context } from "../../context.js";

const MAX_KEY = 200;

/** What is stored of an effect, enough to answer again. Call it last inside the transaction that has the effect. */
export type Remember<T> = (tx: Db, result: T) => Promise<void>;

/** Another request with the same key was faster: the transaction is to be undone and the stored answer given. */
class AlreadyDone extends Error {}

/**
 * Gives a write one effect however often and however concurrently it is sent with the same key.
 * @throws DomainError IDEMPOTENCY_KEY_REUSED when the key came with another input before
 */
export async function idempotently<T extends object>(
  ctx: Context,
  request: { operation: string; key: string | null | undefined; input: object },
  work: (remember: Remember<T>) => Promise<T>,
): Promise<T> {
  const personId = ctx.viewer.person?.id;
  const { key } = request;
  if (key == null || personId === undefined) return work(async () => {});
  checkKey(key);
  const claim: Claim = { personId, key, hash: hashOf(request) };
  const known = await findAnswer<T>(ctx.db, claim);
  if (known) return known;
  try {
    return await work((tx, result) => storeAnswer(tx, claim, result));
  } catch (error) {
    // A request that lost the race may as well have failed for what the winner changed.
    if (!(error instanceof AlreadyDone || error instanceof DomainError)) throw error;
    const answer = await findAnswer<T>(ctx.db, claim);
    if (answer) return answer;
    throw error;
  }
}

interface Claim {
  readonly personId: string;
  readonly key: string;
  readonly hash: Buffer;
}

function checkKey(key: string): void {
  if (key.length >= 1 && key.length <= MAX_KEY && key.isWellFormed() && !key.includes("\0")) return;
  throw new DomainError("INVALID_INPUT", `An idempotency key has 1 to ${MAX_KEY} characters.`, [
    "input",
    "idempotencyKey",
  ]);
}

function hashOf({ operation, input }: { operation: string; input: object }): Buffer {
  const fields = Object.entries(input)
    .filter(([, value]) => value !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256")
    .update(JSON.stringify([operation, fields]))
    .digest();
}

async function findAnswer<T>(db: Db, { personId, key, hash }: Claim): Promise<T | undefined> {
  const { rows } = await sql<{ request_hash: Buffer; result: T }>`
    select request_hash, result from idempotency
    where person_id = ${personId} and key = ${key} and created_at > now() - interval '24 hours'
  `.execute(db);
  const [row] = rows;
  if (!row) return undefined;
  if (row.request_hash.equals(hash)) return row.result;
  throw new DomainError(
    "IDEMPOTENCY_KEY_REUSED",
    "This idempotency key was used with another input. Make a new key for each new intention.",
    ["input", "idempotencyKey"],
  );
}

async function storeAnswer(tx: Db, { personId, key, hash }: Claim, result: object): Promise<void> {
  const { rows } = await sql`
    insert into idempotency (person_id, key, request_hash, result)
    values (${personId}, ${key}, ${hash}, ${JSON.stringify(result)})
    on conflict (person_id, key) do update
      set request_hash = excluded.request_hash, result = excluded.result, created_at = now()
      where idempotency.created_at <= now() - interval '24 hours'
    returning 1
  `.execute(tx);
  if (rows.length === 0) throw new AlreadyDone();
}

/** Stored answers are kept for 24 hours; call it now and then. */
export async function forgetAnswers(db: Db): Promise<void> {
  await sql`delete from idempotency where created_at <= now() - interval '24 hours'`.execute(db);
}
