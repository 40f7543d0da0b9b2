import type { ViewProps } from "#routing/index.js";
import { Field } from "#ui/form/field.js";
import { FormErrors } from "./form-errors.js";
import { errorOf, type FormState } from "./outcome.js";

export function NewSpaceView({ data: state }: ViewProps<FormState>) {
  return (
    <main id="main" className="sheet narrow">
      <header className="sheet-header">
        <h1>New space</h1>
        <p className="lede">
          A space is a site within the site: its own pages, members and language.
        </p>
      </header>
      <FormErrors state={state} except={["key", "name", "description", "defaultLocale"]} />
      <form className="form" method="post">
        <Field
          name="name"
          label="Name"
          value={state.values["name"]}
          error={errorOf(state, "name")}
          maxLength={100}
        />
        <Field
          name="key"
          label="Key"
          value={state.values["key"]}
          error={errorOf(state, "key")}
          hint="The first part of every address in it, such as “xen”. It never changes."
        />
        <Field
          name="description"
          label="Description"
          isRequired={false}
          value={state.values["description"]}
          error={errorOf(state, "description")}
        />
        <Field
          name="defaultLocale"
          label="Language"
          value={state.values["defaultLocale"] ?? "en"}
          error={errorOf(state, "defaultLocale")}
          hint="As a code: en, de, ja, zh-hans."
        />
        <p className="choice">
          <input
            type="checkbox"
            id="field-members"
            name="members"
            value="yes"
            defaultChecked={state.values["members"] === "yes"}
          />
          <label htmlFor="field-members">Only its members may read it</label>
        </p>
        <p className="form-actions">
          <button type="submit" className="button primary">
            Create the space
          </button>
          <a href="/">Leave</a>
        </p>
      </form>
    </main>
  );
}
