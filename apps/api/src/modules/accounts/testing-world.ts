import { openDatabase, type Database } from "#platform/database/index.js";
import { Accounts, type Sender } from "./accounts.service.js";
import type { AuthSettings } from "./auth.js";
import { cookieHeader, type TestPerson } from "./testing.js";
import { ViewerCache } from "./viewer-cache.js";

/** Accounts over a database of their own, and the same in what stands for another process. */
export class AccountsWorld {
  readonly settings: AuthSettings = {
    secret: "0123456789abcdef0123456789abcdef-test",
    siteUrl: "http://localhost:3000",
  };
  readonly accounts: Accounts;
  readonly elsewhere: Accounts;
  readonly #connectionsElsewhere: Database;
  #now = 0;
  #lastAddress = 0;

  /** Of a database that is the test's to give; `close` closes it. */
  constructor(readonly database: Database & { url: string }) {
    const settings = this.settings;
    this.accounts = new Accounts({ database, settings, isSignUpEnabled: true });
    this.#connectionsElsewhere = openDatabase({
      url: database.url,
      maxConnections: 2,
      onError: (error) => {
        throw error;
      },
    });
    this.elsewhere = new Accounts({
      database: this.#connectionsElsewhere,
      settings,
      isSignUpEnabled: true,
      viewers: new ViewerCache(() => this.#now),
    });
  }

  /** Lets what the other process remembers grow old. */
  fiveSecondsLater(): void {
    this.#now += 5_000;
  }

  /** Each from a network of its own, so that tests do not use up each other's attempts. */
  sender(cookie?: string): Sender {
    this.#lastAddress += 1;
    return { address: `2001:db8:${this.#lastAddress.toString(16)}::1`, cookie };
  }

  /** The person behind a cookie, if anybody. */
  async whoIs(cookie: string, by = this.accounts): Promise<string | undefined> {
    return (await by.loadViewer({ cookie })).person?.id;
  }

  /** A new session, from a browser that may have one. */
  async signIn(person: TestPerson, cookie?: string): Promise<string> {
    return cookieHeader(await this.accounts.signIn(person, this.sender(cookie)));
  }

  async close(): Promise<void> {
    await this.#connectionsElsewhere.close();
    await this.database.close();
  }
}
