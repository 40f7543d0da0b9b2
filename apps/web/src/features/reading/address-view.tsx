import { localAddress, type Here, type PagePath } from "#routing/index.js";
import { Icon } from "#ui/icon.js";
import { Day } from "#ui/time.js";
import type { AddressViewQuery } from "./address-view.generated.js";

type Space = AddressViewQuery["space"];
type Deleted = NonNullable<AddressViewQuery["address"]["deletedPage"]>;

/** No page at this address: what is near, and for a writer a way to write it. */
export function MissingView({
  address,
  path,
  space,
  here,
}: {
  address: AddressViewQuery["address"];
  path: PagePath;
  space: Space;
  here: Here;
}) {
  const words = path.path.replaceAll(/[/-]+/g, " ");
  return (
    <main id="main" className="sheet narrow failure">
      <h1>Nothing here yet</h1>
      <p className="lede">
        There is no page at <code className="address">{decodeURI(here.url.pathname)}</code>, or it
        is not open to you.
      </p>
      {address.suggestions.length > 0 && (
        <section aria-labelledby="near">
          <h2 id="near">Near this address</h2>
          <ul className="suggestions">
            {address.suggestions.map((page) => (
              <li key={page.id} lang={page.locale}>
                <a href={localAddress(page.url)}>{page.title}</a>{" "}
                <span className="where">{localAddress(page.url)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <ul className="ways-on">
        {address.viewerCanCreate && space && (
          <li>
            <a
              className="button primary"
              href={`${localAddress(space.url)}/-/new?path=${encodeURIComponent(path.path)}${path.locale ? `&locale=${path.locale}` : ""}`}
            >
              <Icon name="plus" /> Write this page
            </a>
          </li>
        )}
        <li>
          <a href={`/-/search?q=${encodeURIComponent(words)}`}>Search for “{words}”</a>
        </li>
        {space && (
          <li>
            <a href={localAddress(space.url)}>See all of {space.name}</a>
          </li>
        )}
      </ul>
    </main>
  );
}

/** A page that was deleted: said plainly, and undone by whoever may. */
export function DeletedView({
  page,
  path,
  space,
}: {
  page: Deleted;
  path: PagePath;
  space: Space;
}) {
  return (
    <main id="main" className="sheet narrow failure">
      <h1>
        <del>{page.title}</del>
      </h1>
      <p className="lede">
        This page was deleted on <Day at={page.deletedAt} />. Its revisions are kept.
      </p>
      {page.viewerCanRestore && (
        <form method="post" action={`/-/restore/${page.id}`}>
          <input type="hidden" name="from" value={`/${path.space}/${path.path}`} />
          <button type="submit" className="button primary">
            <Icon name="undo" /> Restore this page
          </button>
        </form>
      )}
      <ul className="ways-on">
        {space && (
          <li>
            <a href={localAddress(space.url)}>See all of {space.name}</a>
          </li>
        )}
        <li>
          <a href={`/-/search?q=${encodeURIComponent(page.title)}`}>Search for its title</a>
        </li>
      </ul>
    </main>
  );
}
