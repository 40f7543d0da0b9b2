import { localAddress, under, type ViewProps } from "#routing/index.js";
import { Navigation } from "#ui/navigation/index.js";
import { Notice } from "#ui/notice.js";
import { PageBar } from "#ui/page-frame/index.js";
import { DayAndTime } from "#ui/time.js";
import type { OldRevisionViewQuery } from "./old-revision-view.generated.js";
import { splitTitle } from "./split-title.js";
import { TableOfContents } from "./table-of-contents.js";

type Page = NonNullable<OldRevisionViewQuery["page"]>;

export interface OldRevision {
  page: Page;
  revision: NonNullable<Page["revisionByNumber"]>;
}

/** A page as it once was: marked as such at the top, with the ways back to the present. */
export function OldRevisionView({ data: { page, revision } }: ViewProps<OldRevision>) {
  const { title, body } = splitTitle(revision.html, revision.title);
  const address = localAddress(page.url);
  return (
    <div className="reading">
      <Navigation
        entries={page.space.navigation}
        current={page.path}
        space={page.space}
        locale={page.locale}
      />
      <main id="main" className="reading-main">
        <PageBar page={page} hasNavigation />
        <Notice icon="clock">
          <p>
            <strong>
              Revision {revision.number} of {page.head.number}
            </strong>
            , written by <a href={`/-/people/${revision.author.id}`}>{revision.author.name}</a> on{" "}
            <DayAndTime at={revision.createdAt} />.{" "}
            {revision.isHead ? "This is the newest." : "The page has changed since."}
            {revision.message !== "" && <q className="message">{revision.message}</q>}
          </p>
          <p className="notice-actions">
            <a href={address}>Read the page as it is now</a>
            {!revision.isHead && (
              <a href={under(page.url, `compare/${revision.number}...${page.head.number}`)}>
                Compare with now
              </a>
            )}
            <a href={under(page.url, `blame?rev=${revision.number}`)}>Who wrote it</a>
            {revision.previous && <a href={`${address}?rev=${revision.previous.number}`}>Older</a>}
            {revision.next && <a href={`${address}?rev=${revision.next.number}`}>Newer</a>}
            {!revision.isHead && page.viewerCanEdit && (
              <a href={under(page.url, `revert?to=${revision.number}`)}>Restore this revision</a>
            )}
          </p>
        </Notice>
        <article lang={page.locale}>
          <header className="page-header">
            <h1 dangerouslySetInnerHTML={{ __html: title }} />
          </header>
          <TableOfContents entries={revision.toc} locale={page.locale} />
          <div className="prose" dangerouslySetInnerHTML={{ __html: body }} />
        </article>
      </main>
    </div>
  );
}
