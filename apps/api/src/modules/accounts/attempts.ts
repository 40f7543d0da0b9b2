import type { Pool } from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { AccountError } from "./account.js";
import { networkOf } from "./network.js";

const QUARTER = 15 * 60;
const HOUR = 60 * 60;

/**
 * Counts attempts in the database, so that all processes share them. An attempt is counted before the password is
 * looked at: of twenty at once, only as many as are left are tried. What succeeded is given back.
 */
export interface Attempts {
  /** @throws AccountError `RATE_LIMITED` with `retryAfter` in seconds. */
  countSignIn(email: string, address: string): Promise<void>;
  forgiveSignIn(email: string, address: string): Promise<void>;
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

  return {
    async countSignIn(email, address) {
      const network = networkOf(address);
      await consume(byNetwork, network);
      await consume(byAccountAndNetwork, `${network} ${email}`);
      await consume(byAccount, email);
    },
    async forgiveSignIn(email, address) {
      const network = networkOf(address);
      await byAccountAndNetwork.delete(`${network} ${email}`);
      await byNetwork.reward(network);
      await byAccount.reward(email);
    },
    async countSignUp(address) {
      await consume(signUpByNetwork, networkOf(address));
    },
  };
}

async function consume(limiter: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await limiter.consume(key.slice(0, 200));
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw new AccountError("RATE_LIMITED", { retryAfter: Math.ceil(refusal.msBeforeNext / 1000) });
  }
}
