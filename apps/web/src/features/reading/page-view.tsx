import { localAddress, under, type ViewProps } from "#routing/index.js";
import { Icon } from "#ui/icon.js";
import { Navigation } from "#ui/navigation/index.js";
import { Notice } from "#ui/notice.js";
import { PageBar } from "#ui/page-frame/index.js";
import { splitTitle } from "./split-title.js";
import { StatusLine } from "./status-line.js";
import { TableOfContents } from "./table-of-contents.js";
import type { PageViewQuery } from "./page-view.generated.js";

export type FoundPage = NonNullable<PageViewQuery["page"]>;

export function PageView({ data: page, here }: ViewProps<FoundPage>) {
  const { title, body } = splitTitle(page.html, page.title);
  return (
    <div className="reading">
      <Navigation
        entries={page.space.navigation}
        current={page.path}
        space={page.space}
        locale={page.locale}
      />
      <main id="main" className="reading-main">
        <PageBar page={page} current="read" hasNavigation />
        {here.viewer.isSignedIn &&
          here.url.searchParams.get("saved") === String(page.head.number) && <Saved page={page} />}
        <article lang={page.locale}>
          <header className="page-header">
            <h1 dangerouslySetInnerHTML={{ __html: title }} />
            <StatusLine page={page} />
          </header>
          <TableOfContents entries={page.toc} locale={page.locale} />
          {body.trim() === "" ? (
            <p className="empty">This page has no text yet.</p>
          ) : (
            <div className="prose" dangerouslySetInnerHTML={{ __html: body }} />
          )}
        </article>
        <PageFoot page={page} />
      </main>
    </div>
  );
}

/** After a save, to the one who saved. */
function Saved({ page }: { page: FoundPage }) {
  const { number } = page.head;
  return (
    <Notice tone="success" isLive>
      <p>
        <strong>Saved as revision {number}.</strong>{" "}
        {number > 1 && (
          <a href={under(page.url, `compare/${number - 1}...${number}`)}>See what changed</a>
        )}
      </p>
    </Notice>
  );
}

function PageFoot({ page }: { page: FoundPage }) {
  const more = page.contributorCount - page.contributors.length;
  return (
    <footer className="page-foot">
      <p className="contributors">
        Written by{" "}
        {page.contributors.map(({ person }, index) => (
          <span key={person.id}>
            {index > 0 && ", "}
            <a href={`/-/people/${person.id}`}>{person.name}</a>
          </span>
        ))}
        {more > 0 && <a href={under(page.url, "history")}> and {more} more</a>}
      </p>
      <p className="page-actions">
        {page.viewerCanEdit && (
          <a href={under(page.url, "edit")}>
            <Icon name="pencil" /> Edit this page
          </a>
        )}
        <a href={under(page.url, "history")}>
          <Icon name="clock" /> History
        </a>
        <a href={`${localAddress(page.url)}.md`} rel="alternate" type="text/plain">
          <Icon name="list" /> Markdown
        </a>
        {page.viewerCanMove && <a href={under(page.url, "move")}>Move</a>}
        {page.viewerCanDelete && <a href={under(page.url, "delete")}>Delete</a>}
      </p>
      {(page.previous?.url || page.next?.url) && (
        <nav className="turn" aria-label="Previous and next page">
          {page.previous?.url && (
            <a rel="prev" href={localAddress(page.previous.url)}>
              <span>Previous</span>
              <strong>{page.previous.title}</strong>
            </a>
          )}
          {page.next?.url && (
            <a rel="next" className="turn-next" href={localAddress(page.next.url)}>
              <span>Next</span>
              <strong>{page.next.title}</strong>
            </a>
          )}
        </nav>
      )}
    </footer>
  );
}
