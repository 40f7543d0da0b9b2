import type { Viewer } from "../../context.js";
import type { Database, Db } from "#platform/database/index.js";
import { AccountError, normalEmail } from "./account.js";
import { createAccount, type NewAccount } from "./account-creation.js";
import {
  deleteExpiredSessions,
  deleteSession,
  deleteSessionsBeside,
} from "./accounts.repository.js";
import { createAttempts, type Attempts } from "./attempts.js";
import { createAuth, PASSWORD_LENGTH, type Auth, type AuthSettings } from "./auth.js";
import { libraryErrorCode } from "./library-error.js";
import { readCookie, sessionCookieName, verifySessionCookie } from "./session-cookie.js";
import { viewerCacheOf, type ViewerCache } from "./viewer-cache.js";
import { isSetupPending } from "./setup.repository.js";
import { findViewerBySession } from "./viewers.repository.js";

export interface AccountsOptions {
  database: Pick<Database, "db" | "pool">;
  settings: AuthSettings;
  isSignUpEnabled: boolean;
  /** Otherwise the one of this process for this database. */
  viewers?: ViewerCache;
}

/** What a request tells about its sender. `address` is the peer's, or what a trusted proxy says; see the HTTP frame. */
export interface Sender {
  address: string;
  cookie?: string | undefined;
  userAgent?: string | undefined;
}

/** Whoever sends no valid session. One object, so that anonymous requests cost nothing. */
export const ANONYMOUS: Viewer = { spaceRoles: new Map(), class: "anonymous" };

/** Signing in and out, and who stands behind a request. Made once per server by `createAccounts`. */
export class Accounts {
  readonly db: Db;
  readonly settings: AuthSettings;
  readonly isSignUpEnabled: boolean;
  readonly #auth: Auth;
  readonly #attempts: Attempts;
  readonly #viewers: ViewerCache;
  readonly #cookieName: string;

  constructor(options: AccountsOptions) {
    this.db = options.database.db;
    this.settings = options.settings;
    this.isSignUpEnabled = options.isSignUpEnabled;
    this.#auth = createAuth(this.db, options.settings);
    this.#attempts = createAttempts(options.database.pool);
    this.#viewers = viewerCacheOf(this.db, options.viewers);
    this.#cookieName = sessionCookieName(options.settings.siteUrl);
  }

  /** Nothing for anonymous requests, one statement otherwise, and none within five seconds of the last. */
  async loadViewer(headers: { cookie?: string | undefined }): Promise<Viewer> {
    const token = this.#sessionToken(headers.cookie);
    if (token === undefined) return ANONYMOUS;
    const viewer = await this.#viewers.get(token, () => findViewerBySession(this.db, token));
    return viewer ?? ANONYMOUS;
  }

  /**
   * A new session, whatever the browser had before: that one ends.
   * @returns the `Set-Cookie` headers.
   * @throws AccountError `INVALID_CREDENTIALS`, `ACCOUNT_DISABLED` or `RATE_LIMITED`.
   */
  async signIn(given: { email: string; password: string }, sender: Sender): Promise<string[]> {
    const email = normalEmail(given.email);
    const { headers } = await this.#attempts.signIn(email, sender.address, () =>
      this.#auth.api
        .signInEmail({
          body: { email, password: given.password },
          headers: requestHeaders(sender),
          returnHeaders: true,
        })
        .catch((error: unknown) => {
          throw signInError(error);
        }),
    );
    await this.#endSession(sender.cookie);
    // As good a moment as any to sweep, and rare enough.
    await deleteExpiredSessions(this.db);
    return headers.getSetCookie();
  }

  /** @throws AccountError `SIGN_UP_DISABLED`, `RATE_LIMITED`, or why a field is not acceptable. */
  async signUp(account: NewAccount, sender: Sender): Promise<string[]> {
    if (!this.isSignUpEnabled) throw new AccountError("SIGN_UP_DISABLED");
    await this.#attempts.countSignUp(sender.address);
    const created = await createAccount(this.db, this.settings, account, {
      role: "MEMBER",
      ...(sender.userAgent ? { userAgent: sender.userAgent } : {}),
    });
    await this.#endSession(sender.cookie);
    return created.cookies;
  }

  /** The cookie to send back removes the browser's. */
  async signOut(sender: Sender): Promise<string[]> {
    await this.#endSession(sender.cookie);
    return [this.#expiredCookie()];
  }

  /** Ends every session of this account, on every machine. */
  async signOutEverywhere(sender: Sender): Promise<string[]> {
    const token = this.#sessionToken(sender.cookie);
    if (token !== undefined) {
      const personId = (await this.loadViewer({ cookie: sender.cookie })).person?.id;
      await deleteSessionsBeside(this.db, token);
      this.#viewers.forgetSession(token);
      if (personId) this.#viewers.forgetPerson(personId);
    }
    return [this.#expiredCookie()];
  }

  /**
   * Ends all other sessions, too; this one goes on under a new id.
   * @throws AccountError `UNAUTHENTICATED`, `WRONG_PASSWORD`, `PASSWORD_TOO_SHORT`, `PASSWORD_TOO_LONG`, `RATE_LIMITED`.
   */
  async changePassword(
    given: { current: string; next: string },
    sender: Sender,
  ): Promise<string[]> {
    const viewer = await this.loadViewer({ cookie: sender.cookie });
    if (!viewer.person?.email) throw new AccountError("UNAUTHENTICATED");
    if (given.next.length < PASSWORD_LENGTH.min) throw new AccountError("PASSWORD_TOO_SHORT");
    if (given.next.length > PASSWORD_LENGTH.max) throw new AccountError("PASSWORD_TOO_LONG");
    // A stolen session must not be a way to guess the password.
    const { headers } = await this.#attempts.signIn(viewer.person.email, sender.address, () =>
      this.#auth.api
        .changePassword({
          body: {
            currentPassword: given.current,
            newPassword: given.next,
            revokeOtherSessions: true,
          },
          headers: requestHeaders(sender, sender.cookie),
          returnHeaders: true,
        })
        .catch((error: unknown) => {
          throw changePasswordError(error);
        }),
    );
    this.#viewers.forgetPerson(viewer.person.id);
    return headers.getSetCookie();
  }

  /** Whether the setup link still waits for the first administrator; afterwards its form is not to be found. */
  async isSetupPending(): Promise<boolean> {
    return isSetupPending(this.db);
  }

  #sessionToken(cookie: string | undefined): string | undefined {
    const value = readCookie(cookie, this.#cookieName);
    return value === undefined ? undefined : verifySessionCookie(value, this.settings.secret);
  }

  async #endSession(cookie: string | undefined): Promise<void> {
    const token = this.#sessionToken(cookie);
    if (token === undefined) return;
    await deleteSession(this.db, token);
    this.#viewers.forgetSession(token);
  }

  #expiredCookie(): string {
    const isSecure = this.#cookieName.startsWith("__Secure-");
    return `${this.#cookieName}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax${isSecure ? "; Secure" : ""}`;
  }
}

function requestHeaders(sender: Sender, cookie?: string): Headers {
  const headers = new Headers();
  if (sender.userAgent) headers.set("user-agent", sender.userAgent.slice(0, 500));
  if (cookie) headers.set("cookie", cookie);
  return headers;
}

function signInError(error: unknown): unknown {
  switch (libraryErrorCode(error)) {
    // The hook of auth.ts lets no session start; see there.
    case "FAILED_TO_CREATE_SESSION":
      return new AccountError("ACCOUNT_DISABLED");
    case "INVALID_EMAIL_OR_PASSWORD":
    case "INVALID_EMAIL":
    case "PASSWORD_TOO_LONG":
      return new AccountError("INVALID_CREDENTIALS");
    default:
      return error;
  }
}

function changePasswordError(error: unknown): unknown {
  switch (libraryErrorCode(error)) {
    case "UNAUTHORIZED":
      return new AccountError("UNAUTHENTICATED");
    case "INVALID_PASSWORD":
    case "PASSWORD_TOO_LONG":
      return new AccountError("WRONG_PASSWORD");
    default:
      return error;
  }
}
