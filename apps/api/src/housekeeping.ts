import { forgetAnswers } from "#modules/contract/index.js";
import type { Db } from "#platform/database/index.js";
import type { Log } from "#platform/log/index.js";

const HOUR_MS = 3_600_000;

/** Throws away what has had its time, now and every hour. Several processes may do it; returns the way to end it. */
export function keepHouse(options: { db: Db; log: Log; everyMs?: number }): () => Promise<void> {
  let running = Promise.resolve();
  const clean = async () => {
    try {
      await forgetAnswers(options.db);
    } catch (error) {
      // It comes round again; nothing depends on when.
      options.log.warn({ err: error }, "Stored answers could not be deleted");
    }
  };
  const begin = () => {
    running = running.then(clean);
  };
  begin();
  const timer = setInterval(begin, options.everyMs ?? HOUR_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    return running;
  };
}
