import { createHash, randomBytes } from "node:crypto";
import { OperatorError } from "#platform/errors.js";
import { inTransaction, type Db } from "#platform/database/index.js";
import { AccountError, normalEmail } from "./account.js";
import { createAccount, type NewAccount } from "./account-creation.js";
import { findAccountByEmail } from "./accounts.repository.js";
import type { AuthSettings } from "./auth.js";
import type { Accounts } from "./accounts.service.js";
import { closeSetup, findSetupState, finishSetup, storePendingSetup } from "./setup.repository.js";

export interface FirstAdministrator {
  /** To be printed; whoever opens it first becomes the administrator. Absent once there is one. */
  setupUrl?: string;
  notes: string[];
}

/**
 * Run at each start, after migrations. With e-mail and password (`STET_ADMIN_EMAIL`, `STET_ADMIN_PASSWORD`) the
 * administrator is created without a browser; otherwise, until the setup is done, each start makes a new link and the
 * one before dies.
 *
 * @throws OperatorError when only one of the two is given or they are not acceptable.
 */
export async function prepareFirstAdministrator(
  accounts: Pick<Accounts, "db" | "settings">,
  given: { email?: string | undefined; password?: string | undefined },
): Promise<FirstAdministrator> {
  const { db, settings } = accounts;
  if (given.email || given.password)
    return { notes: await ensureAdministrator(db, settings, given) };
  if ((await findSetupState(db))?.state === "DONE") return { notes: [] };
  const token = randomBytes(24).toString("base64url");
  await storePendingSetup(db, hashOf(token));
  return { setupUrl: new URL(`/-/setup?token=${token}`, settings.siteUrl).href, notes: [] };
}

/**
 * The first administrator, by the printed link.
 * @returns `Set-Cookie` headers of the first session.
 * @throws AccountError `SETUP_LINK_INVALID`, or why a field is not acceptable; then the link stays good.
 */
export async function completeSetup(
  accounts: Pick<Accounts, "db" | "settings">,
  token: string,
  account: NewAccount,
): Promise<string[]> {
  return inTransaction(accounts.db, async (tx) => {
    if (!(await finishSetup(tx, hashOf(token)))) throw new AccountError("SETUP_LINK_INVALID");
    const created = await createAccount(tx, accounts.settings, account, { role: "ADMIN" });
    return created.cookies;
  });
}

async function ensureAdministrator(
  db: Db,
  settings: AuthSettings,
  given: { email?: string | undefined; password?: string | undefined },
): Promise<string[]> {
  const { email, password } = given;
  if (!email || !password) {
    throw new OperatorError(
      "STET_ADMIN_EMAIL and STET_ADMIN_PASSWORD belong together, and only one is set.",
      "Set both, or neither and use the setup link.",
    );
  }
  const known = await findAccountByEmail(db, normalEmail(email));
  if (known?.role === "ADMIN") {
    await closeSetup(db);
    return [];
  }
  if (known) {
    // Anybody could have signed up with this e-mail before the operator named it.
    return [
      `There is an account ${email} already and it is no administrator; it was left as it is. ` +
        "Choose another STET_ADMIN_EMAIL, or let an administrator promote it.",
    ];
  }
  try {
    await inTransaction(db, async (tx) => {
      await createAccount(
        tx,
        settings,
        { name: email.split("@")[0] ?? email, email, password },
        { role: "ADMIN" },
      );
      await closeSetup(tx);
    });
  } catch (error) {
    if (!(error instanceof AccountError)) throw error;
    throw new OperatorError(
      `The administrator of STET_ADMIN_EMAIL could not be created: ${error.message}`,
      "Change STET_ADMIN_EMAIL or STET_ADMIN_PASSWORD and start again.",
    );
  }
  return [`Created the administrator ${email}.`];
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
