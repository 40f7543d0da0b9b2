export type AccountErrorCode =
  | "INVALID_CREDENTIALS"
  | "ACCOUNT_DISABLED"
  | "RATE_LIMITED"
  | "INVALID_NAME"
  | "INVALID_EMAIL"
  | "EMAIL_TAKEN"
  | "PASSWORD_TOO_SHORT"
  | "PASSWORD_TOO_LONG"
  | "WRONG_PASSWORD"
  | "SIGN_UP_DISABLED"
  | "SETUP_LINK_INVALID"
  | "UNAUTHENTICATED";

const MESSAGES: Record<AccountErrorCode, string> = {
  INVALID_CREDENTIALS: "E-mail and password do not match.",
  ACCOUNT_DISABLED: "This account is disabled. Ask an administrator of this site.",
  RATE_LIMITED: "Too many attempts. Wait a while and try again.",
  INVALID_NAME: "Give a name of 1 to 100 letters.",
  INVALID_EMAIL: "This is not an e-mail address.",
  EMAIL_TAKEN: "There is an account with this e-mail already. Sign in instead.",
  PASSWORD_TOO_SHORT: "A password needs at least 8 characters.",
  PASSWORD_TOO_LONG: "A password has at most 128 characters.",
  WRONG_PASSWORD: "The current password is not right.",
  SIGN_UP_DISABLED: "This site takes no new accounts. Ask its administrator.",
  SETUP_LINK_INVALID:
    "This setup link was used already or was never valid. Restart Stet to get a new one.",
  UNAUTHENTICATED: "Sign in first.",
};

/** Why signing in, up or out did not happen; the code is what the form shows a sentence for. */
export class AccountError extends Error {
  constructor(
    readonly code: AccountErrorCode,
    readonly details: { retryAfter?: number } = {},
  ) {
    super(MESSAGES[code]);
  }
}

/** E-mail addresses are compared in lower case, without spaces around them. */
export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}

/**
 * A name as it will be shown: composed, without spaces around it.
 * @throws AccountError `INVALID_NAME` when empty, too long, or with characters that hide or reorder others.
 */
export function normalName(name: string): string {
  const normal = name.normalize("NFC").trim().replace(/\s+/gu, " ");
  const isFine =
    normal.length >= 1 && normal.length <= 100 && !/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/u.test(normal);
  if (!isFine) throw new AccountError("INVALID_NAME");
  return normal;
}
