import type { ViewProps } from "#routing/index.js";
import { Field } from "#ui/form/field.js";
import { Notice } from "#ui/notice.js";
import type { AccountForm } from "./account-error.js";
import type { AccountViewQuery } from "./account-view.generated.js";

export interface Account {
  viewer: AccountViewQuery["viewer"];
  form: AccountForm;
  hasChangedPassword: boolean;
}

export function AccountView({ data: { viewer, form, hasChangedPassword } }: ViewProps<Account>) {
  return (
    <main id="main" className="sheet narrow account">
      <header className="sheet-header">
        <h1>{viewer.person?.name ?? "Your account"}</h1>
        <p className="facts">
          {viewer.email && <span>{viewer.email}</span>}
          {viewer.isAdmin && <span>administrator of this site</span>}
          {viewer.person && <a href={`/-/people/${viewer.person.id}`}>What you wrote</a>}
        </p>
      </header>
      {hasChangedPassword && (
        <Notice tone="success" isLive>
          <p>The password is changed, and every other session is signed out.</p>
        </Notice>
      )}
      {form.error && (
        <Notice tone="warning" isLive>
          <p>{form.error}</p>
        </Notice>
      )}
      <section aria-labelledby="sessions">
        <h2 id="sessions">Sessions</h2>
        <p className="hint">
          Lost a laptop, or used a borrowed one? Signing out everywhere ends every session of this
          account at once.
        </p>
        <div className="form-actions">
          <form method="post" action="/-/sign-out">
            <button type="submit" className="button primary">
              Sign out
            </button>
          </form>
          <form method="post" action="/-/sign-out-everywhere">
            <button type="submit" className="button">
              Sign out everywhere
            </button>
          </form>
        </div>
      </section>
      <section aria-labelledby="password">
        <h2 id="password">Password</h2>
        <form className="form" method="post" action="/-/change-password">
          <Field
            name="current"
            label="Current password"
            type="password"
            autoComplete="current-password"
            error={form.fieldErrors["current"]}
          />
          <Field
            name="password"
            label="New password"
            type="password"
            autoComplete="new-password"
            minLength={8}
            maxLength={128}
            hint="8 characters or more."
            error={form.fieldErrors["password"]}
          />
          <p className="form-actions">
            <button type="submit" className="button">
              Change the password
            </button>
          </p>
        </form>
      </section>
    </main>
  );
}
