/** What the accounts module's code in `?error=` means to whoever sees the form again. */
const words: Readonly<Record<string, { field?: string; message: string }>> = {
  INVALID_CREDENTIALS: { message: "E-mail and password do not match." },
  ACCOUNT_DISABLED: { message: "This account is disabled. Ask an administrator of this site." },
  RATE_LIMITED: { message: "Too many attempts. Wait a while and try again." },
  INVALID_NAME: { field: "name", message: "Give a name of 1 to 100 letters." },
  INVALID_EMAIL: { field: "email", message: "This is not an e-mail address." },
  EMAIL_TAKEN: {
    field: "email",
    message: "There is an account with this e-mail already. Sign in instead.",
  },
  PASSWORD_TOO_SHORT: { field: "password", message: "A password needs at least 8 characters." },
  PASSWORD_TOO_LONG: { field: "password", message: "A password has at most 128 characters." },
  WRONG_PASSWORD: { field: "current", message: "The current password is not right." },
  SIGN_UP_DISABLED: { message: "This site takes no new accounts. Ask its administrator." },
  SETUP_LINK_INVALID: {
    message: "This setup link was used already or was never valid. Restart Stet to get a new one.",
  },
  UNAUTHENTICATED: { message: "Sign in first." },
};

export interface AccountForm {
  email: string;
  name: string;
  next: string;
  token: string;
  /** For the whole form. */
  error: string | undefined;
  /** By the name of the field it is about. */
  fieldErrors: Readonly<Record<string, string>>;
}

/** The form as the accounts module sent it back, or empty. */
export function readAccountForm(query: URLSearchParams): AccountForm {
  const code = query.get("error");
  const known =
    code === null ? undefined : (words[code] ?? { message: "That did not work. Try again." });
  const wait = Number(query.get("retry"));
  const minutes = Math.ceil(wait / 60);
  const later =
    wait > 0 ? ` You can try again in ${minutes === 1 ? "a minute" : `${minutes} minutes`}.` : "";
  return {
    email: query.get("email") ?? "",
    name: query.get("name") ?? "",
    next: query.get("next") ?? "",
    token: query.get("token") ?? "",
    error: known && !known.field ? known.message + later : undefined,
    fieldErrors: known?.field ? { [known.field]: known.message } : {},
  };
}
