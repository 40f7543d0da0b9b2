import type { ViewProps } from "#routing/index.js";
import { Field } from "#ui/form/field.js";
import { Notice } from "#ui/notice.js";
import type { AccountForm } from "./account-error.js";

export interface SignIn {
  form: AccountForm;
  canSignUp: boolean;
}

export function SignInView({ data: { form, canSignUp } }: ViewProps<SignIn>) {
  const next = form.next === "" ? "" : `?next=${encodeURIComponent(form.next)}`;
  return (
    <main id="main" className="sheet narrow">
      <header className="sheet-header">
        <h1>Sign in</h1>
        {form.next !== "" && <p className="lede">Afterwards you go on where you were.</p>}
      </header>
      {form.error && (
        <Notice tone="warning" isLive>
          <p>{form.error}</p>
        </Notice>
      )}
      <form className="form" method="post" action="/-/sign-in">
        <input type="hidden" name="next" value={form.next} />
        <Field
          name="email"
          label="E-mail"
          type="email"
          value={form.email}
          autoComplete="username"
          error={form.fieldErrors["email"]}
        />
        <Field name="password" label="Password" type="password" autoComplete="current-password" />
        <p className="form-actions">
          <button type="submit" className="button primary">
            Sign in
          </button>
          {canSignUp && <a href={`/-/sign-up${next}`}>Create an account</a>}
        </p>
      </form>
    </main>
  );
}

export function SignUpView({ data: { form, canSignUp } }: ViewProps<SignIn>) {
  const next = form.next === "" ? "" : `?next=${encodeURIComponent(form.next)}`;
  return (
    <main id="main" className="sheet narrow">
      <header className="sheet-header">
        <h1>Create an account</h1>
        <p className="lede">
          {canSignUp
            ? "Your name stands beside everything you write. Reading needs no account."
            : "This site takes no new accounts by itself. Ask its administrator for one."}
        </p>
      </header>
      {form.error && (
        <Notice tone="warning" isLive>
          <p>{form.error}</p>
        </Notice>
      )}
      {canSignUp && (
        <form className="form" method="post" action="/-/sign-up">
          <input type="hidden" name="next" value={form.next} />
          <NewAccountFields form={form} />
          <p className="form-actions">
            <button type="submit" className="button primary">
              Create the account
            </button>
            <a href={`/-/sign-in${next}`}>Sign in instead</a>
          </p>
        </form>
      )}
    </main>
  );
}

/** The first administrator, by the one-time link that the first start printed. */
export function SetupView({ data: { form } }: ViewProps<SignIn>) {
  return (
    <main id="main" className="sheet narrow">
      <header className="sheet-header">
        <h1>Set up this site</h1>
        <p className="lede">You become its first administrator. This link works once.</p>
      </header>
      {form.error && (
        <Notice tone="warning" isLive>
          <p>{form.error}</p>
        </Notice>
      )}
      {form.token === "" ? (
        <Notice tone="warning">
          <p>
            The link is not whole: it ends in “?token=…”. Copy all of it from the terminal where
            Stet was started.
          </p>
        </Notice>
      ) : (
        <form className="form" method="post" action="/-/setup">
          <input type="hidden" name="token" value={form.token} />
          <NewAccountFields form={form} />
          <p className="form-actions">
            <button type="submit" className="button primary">
              Become administrator
            </button>
          </p>
        </form>
      )}
    </main>
  );
}

function NewAccountFields({ form }: { form: AccountForm }) {
  return (
    <>
      <Field
        name="name"
        label="Name"
        value={form.name}
        autoComplete="name"
        maxLength={100}
        error={form.fieldErrors["name"]}
      />
      <Field
        name="email"
        label="E-mail"
        type="email"
        value={form.email}
        autoComplete="username"
        hint="Nobody else sees it."
        error={form.fieldErrors["email"]}
      />
      <Field
        name="password"
        label="Password"
        type="password"
        autoComplete="new-password"
        minLength={8}
        maxLength={128}
        hint="8 characters or more. Paste it from a password manager if you have one."
        error={form.fieldErrors["password"]}
      />
    </>
  );
}
