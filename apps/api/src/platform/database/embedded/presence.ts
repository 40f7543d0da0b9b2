import { Client } from "pg";

/** Any number, the same in every version of Stet. */
const PRESENCE_LOCK = 7_383_202_012;

/**
 * Every process that uses an embedded server holds a shared lock in it. Whoever leaves lets go and then tries to have
 * the lock alone: who gets it was the last one and stops the server. The server decides, so two that leave at the same
 * time cannot both stay out of it, and one that comes meanwhile is refused.
 */
export interface Presence {
  /** True when nobody else is there: the caller must stop the server, which ends this connection too. */
  leave(): Promise<boolean>;
  close(): Promise<void>;
}

/** `undefined` when the server is about to be stopped by somebody else. `onLost` is called when the server goes away. */
export async function enter(url: string, onLost: () => void): Promise<Presence | undefined> {
  const client = new Client({
    connectionString: url,
    application_name: "stet presence",
    keepAlive: true,
  });
  let isLeaving = false;
  // The `end` event follows and says the same.
  client.on("error", () => {});
  client.on("end", () => {
    if (!isLeaving) onLost();
  });
  const tryLock = async (name: string) => {
    const { rows } = await client.query<{ taken: boolean }>(`select ${name}($1) as taken`, [
      PRESENCE_LOCK,
    ]);
    return rows[0]?.taken === true;
  };
  const close = async () => {
    isLeaving = true;
    await client.end();
  };
  try {
    await client.connect();
    if (!(await tryLock("pg_try_advisory_lock_shared"))) {
      await close();
      return undefined;
    }
  } catch (error) {
    isLeaving = true;
    throw error;
  }
  return {
    close,
    async leave() {
      isLeaving = true;
      await tryLock("pg_advisory_unlock_shared");
      const isLast = await tryLock("pg_try_advisory_lock");
      if (!isLast) await client.end();
      return isLast;
    },
  };
}
