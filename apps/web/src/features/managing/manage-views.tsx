import { localAddress, type ViewProps } from "#routing/index.js";
import { countOf } from "#ui/count.js";
import { Field } from "#ui/form/field.js";
import { PageBar } from "#ui/page-frame/index.js";
import { DayAndTime } from "#ui/time.js";
import { FormErrors } from "./form-errors.js";
import type { ManagePageQuery, RevertViewQuery } from "./managing.generated.js";
import { errorOf, type FormState } from "./outcome.js";

type Page = NonNullable<ManagePageQuery["page"]>;

export interface ManagedPage {
  page: Page;
  state: FormState;
}

export function DeleteView({ data: { page, state } }: ViewProps<ManagedPage>) {
  const { nodes, count } = page.backlinks;
  return (
    <main id="main" className="sheet narrow">
      <PageBar page={page} />
      <header className="sheet-header">
        <h1>
          Delete “<span lang={page.locale}>{page.title}</span>”?
        </h1>
        <p className="lede">
          Its address will say that it was deleted. All {page.head.number} revisions are kept, and
          whoever may write here can restore it.
        </p>
      </header>
      {nodes.length > 0 && (
        <section className="affected" aria-labelledby="links">
          <h2 id="links">{countOf(count, "page links", "pages link")} to it</h2>
          <ul>
            {nodes.map((one) => (
              <li key={one.id}>
                <a href={localAddress(one.url)}>{one.title}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <FormErrors state={state} except={["message"]} />
      <form className="form" method="post">
        <Field
          name="message"
          label="Why"
          isRequired={false}
          value={state.values["message"]}
          error={errorOf(state, "message")}
          hint="Stands in the history."
          maxLength={500}
        />
        <Actions label="Delete the page" isDanger back={page.url} />
      </form>
    </main>
  );
}

export function MoveView({ data: { page, state } }: ViewProps<ManagedPage>) {
  return (
    <main id="main" className="sheet narrow">
      <PageBar page={page} />
      <header className="sheet-header">
        <h1>
          Move “<span lang={page.locale}>{page.title}</span>”
        </h1>
        <p className="lede">
          The old address leads to the new one for ever, and links in other pages are rewritten.
        </p>
      </header>
      <FormErrors state={state} except={["path", "message"]} />
      <form className="form" method="post">
        <Field
          name="path"
          label="New path"
          value={state.values["path"] ?? page.path}
          error={errorOf(state, "path")}
          hint={`Lower-case words joined by hyphens; a slash makes a folder. Now: ${page.path}`}
        />
        <p className="choice">
          <input
            type="checkbox"
            id="field-descendants"
            name="descendants"
            value="yes"
            defaultChecked
          />
          <label htmlFor="field-descendants">Take the pages beneath it along</label>
        </p>
        <Field
          name="message"
          label="Why"
          isRequired={false}
          value={state.values["message"]}
          error={errorOf(state, "message")}
          maxLength={500}
        />
        <Actions label="Move the page" back={page.url} />
      </form>
    </main>
  );
}

export interface Revert {
  page: NonNullable<RevertViewQuery["page"]>;
  revision: NonNullable<NonNullable<RevertViewQuery["page"]>["revisionByNumber"]>;
  state: FormState;
}

export function RevertView({ data: { page, revision, state } }: ViewProps<Revert>) {
  const between = page.head.number - revision.number;
  return (
    <main id="main" className="sheet narrow">
      <PageBar page={page} current="history" />
      <header className="sheet-header">
        <h1>Restore revision {revision.number}?</h1>
        <p className="lede">
          “<span lang={page.locale}>{page.title}</span>” gets the text it had on{" "}
          <DayAndTime at={revision.createdAt} />, by {revision.author.name}.{" "}
          {between === 1 ? "The revision since then is" : `The ${between} revisions since then are`}{" "}
          undone, and kept in the history.
        </p>
        <p>
          <a href={`${localAddress(page.url)}/-/compare/${page.head.number}...${revision.number}`}>
            See what this changes
          </a>
        </p>
      </header>
      <FormErrors state={state} except={["message"]} />
      <form className="form" method="post">
        <input type="hidden" name="base" value={state.values["base"] ?? page.head.id} />
        <Field
          name="message"
          label="Summary"
          isRequired={false}
          value={state.values["message"] ?? `Restore revision ${revision.number}`}
          error={errorOf(state, "message")}
          maxLength={500}
        />
        <Actions label={`Restore revision ${revision.number}`} back={page.url} />
      </form>
    </main>
  );
}

function Actions({
  label,
  back,
  isDanger = false,
}: {
  label: string;
  back: string;
  isDanger?: boolean;
}) {
  return (
    <p className="form-actions">
      <button type="submit" className={isDanger ? "button danger" : "button primary"}>
        {label}
      </button>
      <a href={localAddress(back)}>Leave it as it is</a>
    </p>
  );
}
