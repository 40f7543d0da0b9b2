import { inTransaction, type Db, type InstanceRole } from "#platform/database/index.js";
import { AccountError, normalEmail, normalName } from "./account.js";
import { findAccountByEmail, insertPersonOfAccount, lockEmail } from "./accounts.repository.js";
import { createAuth, PASSWORD_LENGTH, type AuthSettings } from "./auth.js";
import { libraryErrorCode } from "./library-error.js";

export interface NewAccount {
  name: string;
  email: string;
  password: string;
}

export interface CreatedAccount {
  personId: string;
  /** `Set-Cookie` headers of the first session. */
  cookies: string[];
}

/**
 * Account, person and first session, all or nothing. The role is the caller's decision, never the form's. An author
 * of the same e-mail known from an import stays somebody else: nobody has shown yet that the e-mail is theirs.
 *
 * @throws AccountError when a field is not acceptable or the e-mail has an account.
 */
export async function createAccount(
  db: Db,
  settings: AuthSettings,
  account: NewAccount,
  options: { role: InstanceRole; userAgent?: string },
): Promise<CreatedAccount> {
  const name = normalName(account.name);
  const email = normalEmail(account.email);
  const { password } = account;
  if (password.length < PASSWORD_LENGTH.min) throw new AccountError("PASSWORD_TOO_SHORT");
  if (password.length > PASSWORD_LENGTH.max) throw new AccountError("PASSWORD_TOO_LONG");
  return inTransaction(db, async (tx) => {
    await lockEmail(tx, email);
    if (await findAccountByEmail(tx, email)) throw new AccountError("EMAIL_TAKEN");
    const headers = new Headers();
    if (options.userAgent) headers.set("user-agent", options.userAgent);
    const { response, headers: answer } = await createAuth(tx, settings)
      .api.signUpEmail({ body: { name, email, password }, headers, returnHeaders: true })
      .catch((error: unknown) => {
        throw signUpError(error);
      });
    const personId = await insertPersonOfAccount(tx, {
      name,
      userId: response.user.id,
      role: options.role,
    });
    return { personId, cookies: answer.getSetCookie() };
  });
}

function signUpError(error: unknown): unknown {
  const isEmail = ["INVALID_EMAIL", "VALIDATION_ERROR"].includes(libraryErrorCode(error) ?? "");
  return isEmail ? new AccountError("INVALID_EMAIL") : error;
}
