import { randomUUID } from "node:crypto";
import { betterAuth } from "better-auth";
import type { Db } from "#platform/database/index.js";
import { isAccountDisabled } from "./accounts.repository.js";

/** Sessions end after thirty days; signing in again starts a new one. They are never prolonged silently. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60;

export const PASSWORD_LENGTH = { min: 8, max: 128 } as const;

export interface AuthSettings {
  /** Signs cookies; at least 32 characters. Whoever has it and the database can act as anyone. */
  secret: string;
  /** The public address, e.g. `https://docs.example.org`; cookies are `Secure` when it is https. */
  siteUrl: string;
  /** Hears what the library could not do and hides behind a general error. */
  onProblem?: (message: string, details: unknown[]) => void;
}

/**
 * The accounts library over a connection or an open transaction: passwords, credentials, sessions, cookies.
 * None of its HTTP routes is mounted; we call its functions, so its only surface is ours.
 */
export function createAuth(db: Db, settings: AuthSettings) {
  return betterAuth({
    appName: "Stet",
    baseURL: new URL(settings.siteUrl).origin,
    basePath: "/-/auth",
    secret: settings.secret,
    database: { db, type: "postgres" },
    telemetry: { enabled: false },
    logger: {
      level: "error",
      log: (_level, message, ...details) => settings.onProblem?.(message, details),
    },
    // Ours count attempts in the database, by account and by address; see attempts.ts.
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
    },
    advanced: {
      cookiePrefix: "stet",
      useSecureCookies: new URL(settings.siteUrl).protocol === "https:",
      disableOriginCheck: false,
      disableCSRFCheck: false,
      // Addresses are personal data, and the library would believe X-Forwarded-For.
      ipAddress: { disableIpTracking: true },
      // Our migrations make the tables; a test holds them against what the library expects, not each start.
      database: { generateId: () => randomUUID(), validateSchema: false },
    },
    databaseHooks: {
      session: {
        create: {
          // Every way to a session passes here, so a disabled account stays out by all of them.
          before: async (session) => !(await isAccountDisabled(db, session.userId)),
        },
      },
    },
    user: {
      modelName: "account_user",
      fields: { emailVerified: "email_verified", createdAt: "created_at", updatedAt: "updated_at" },
    },
    session: {
      modelName: "account_session",
      expiresIn: SESSION_SECONDS,
      disableSessionRefresh: true,
      fields: {
        userId: "user_id",
        expiresAt: "expires_at",
        ipAddress: "ip_address",
        userAgent: "user_agent",
        createdAt: "created_at",
        updatedAt: "updated_at",
      },
    },
    account: {
      modelName: "account_credential",
      fields: {
        userId: "user_id",
        accountId: "account_id",
        providerId: "provider_id",
        accessToken: "access_token",
        refreshToken: "refresh_token",
        idToken: "id_token",
        accessTokenExpiresAt: "access_token_expires_at",
        refreshTokenExpiresAt: "refresh_token_expires_at",
        createdAt: "created_at",
        updatedAt: "updated_at",
      },
    },
    verification: {
      modelName: "account_verification",
      fields: { expiresAt: "expires_at", createdAt: "created_at", updatedAt: "updated_at" },
    },
  });
}

export type Auth = ReturnType<typeof createAuth>;
