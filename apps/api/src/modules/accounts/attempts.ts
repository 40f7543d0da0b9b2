import { createHash } from "node:crypto";
import type { Pool } from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { AccountError } from "./account.js";
import { networkOf } from "./network.js";
import { Turns } from "./turns.js";

const QUARTER = 15 * 60;
const HOUR = 60 * 60;

/** More than these waiting for one account from one network is no person signing in. */
const MOST_WAITING = 50;

/**
 * Counts attempts in the database, so that all processes share them. An attempt is counted before the password is
 * looked at, and what succeeded is given back. Attempts at one account from one network take turns: of twenty guesses
 * at once only five are tried, and twenty right passwords at once all get in.
 */
export interface Attempts {
  /** @throws AccountError `RATE_LIMITED` with `retryAfter` in seconds, or whatever `attempt` throws. */
  signIn<T>(email: string, address: string, attempt: () => Promise<T>): Promise<T>;
  /** @throws AccountError `RATE_LIMITED` with `retryAfter` in seconds. */
  countSignUp(address: string): Promise<void>;
}

export function createAttempts(pool: Pool): Attempts {
  const limiter = (keyPrefix: string, points: number, duration: number) =>
    new RateLimiterPostgres({
      storeClient: pool,
      storeType: "pool",
      tableName: "account_attempt",
      tableCreated: true,
      keyPrefix,
      points,
      duration,
    });
  const byAccountAndNetwork = limiter("sign-in", 5, QUARTER);
  // Guessing one password from many networks. Higher than the first, so that locking somebody out takes a botnet.
  const byAccount = limiter("account", 20, QUARTER);
  // Guessing many accounts from one network.
  const byNetwork = limiter("network", 50, QUARTER);
  const signUpByNetwork = limiter("sign-up", 60, HOUR);

  const turns = new Turns();

  return {
    async signIn(email, address, attempt) {
      const network = networkOf(address);
      const pair = `${network} ${email}`;
      const counted = async () => {
        await consume(byAccountAndNetwork, pair);
        await consume(byNetwork, network);
        await consume(byAccount, email);
        const result = await attempt();
        await byAccountAndNetwork.delete(limitedKey(pair));
        await byNetwork.reward(limitedKey(network));
        await byAccount.reward(limitedKey(email));
        return result;
      };
      const refuse = () => {
        throw new AccountError("RATE_LIMITED", { retryAfter: 60 });
      };
      return turns.run(pair, counted, { most: MOST_WAITING, refuse });
    },
    async countSignUp(address) {
      await consume(signUpByNetwork, networkOf(address));
    },
  };
}

async function consume(limiter: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await limiter.consume(limitedKey(key));
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw new AccountError("RATE_LIMITED", { retryAfter: Math.ceil(refusal.msBeforeNext / 1000) });
  }
}

/** Of one length, whatever was given as an e-mail, and telling nobody who reads the table which one it was. */
function limitedKey(key: string): string {
  return createHash("sha256").update(key).digest("base64url");
}
