import type { Diff } from "@stet/history";
import type { Painting } from "@stet/rendered-diff";
import { localAddress, under, type ViewProps } from "#routing/index.js";
import { summarySentence } from "#ui/diff/index.js";
import { Icon } from "#ui/icon.js";
import { Notice } from "#ui/notice.js";
import { PageBar, type PageFrame_PageFragment } from "#ui/page-frame/index.js";
import { DayAndTime } from "#ui/time.js";
import type {
  CompareHeading_RevisionFragment,
  CompareViewQuery,
} from "./compare-view.generated.js";
import { compareViews, viewLabels, viewQuery, type CompareViewName } from "./compare-views.js";
import { InlineDiff } from "./inline-diff.js";
import { MergedNotice } from "./merged-notice.js";
import { PropertyChanges } from "./property-changes.js";
import { countChanges, RenderedDiff } from "./rendered-diff.js";
import { SplitDiff } from "./split-diff.js";

export interface ComparedPage {
  page: PageFrame_PageFragment & { head: { number: number } };
  comparison: NonNullable<CompareViewQuery["compare"]>;
  diff: Diff;
  view: CompareViewName;
  /** In the rendered view. */
  painting: Painting | undefined;
}

export function CompareView({ data, here: { url } }: ViewProps<ComparedPage>) {
  const { page, comparison, diff, view, painting } = data;
  const { base, head, isIdentical, properties } = comparison;
  const here = under(page.url, `compare/${base.number}...${head.number}`);
  const changes = painting
    ? countChanges(painting)
    : diff.ops.filter((op) => op.kind !== "equal").length;
  return (
    <main id="main" className="sheet compare">
      <PageBar page={page} current="history" />
      <header className="sheet-header">
        <h1>
          <span lang={page.locale}>{page.title}</span>{" "}
          <span className="of">
            {base.number} → {head.number}
          </span>
        </h1>
        <p className="lede">
          {isIdentical
            ? "The two revisions have the same text, byte for byte."
            : summarySentence(diff.summary)}
        </p>
      </header>
      {url.searchParams.has("merged") && <MergedNotice />}
      {base.number > head.number && (
        <Notice tone="warning">
          <p>
            You are looking backwards: the newer revision is on the left.{" "}
            <a href={under(page.url, `compare/${head.number}...${base.number}`)}>Turn around</a>
          </p>
        </Notice>
      )}
      {diff.degraded.length > 0 && (
        <Notice>
          <p>
            These texts differ so much that some places are shown line by line instead of word by
            word.
          </p>
        </Notice>
      )}
      <div className="compare-tools">
        <nav className="segmented" aria-label="View">
          {compareViews.map((each) => (
            <a
              key={each}
              href={here + viewQuery(each)}
              aria-current={view === each ? "page" : undefined}
            >
              {viewLabels[each]}
            </a>
          ))}
        </nav>
        {changes > 0 && (
          <p className="change-steps" data-island="changes" data-count={changes}>
            <a href="#change-1">
              First of {changes} {changes === 1 ? "change" : "changes"}
            </a>
          </p>
        )}
        <Steps page={page} base={base} head={head} view={view} />
      </div>
      {properties.length > 0 && <PropertyChanges changes={properties} />}
      {painting && <RenderedDiff page={page} base={base} head={head} painting={painting} />}
      {view === "split" && <SplitDiff page={page} base={base} head={head} diff={diff} />}
      {view === "inline" && <InlineDiff page={page} base={base} head={head} diff={diff} />}
    </main>
  );
}

/** To the revision before or after, keeping the view; and back to what stood before. */
function Steps({
  page,
  base,
  head,
  view,
}: {
  page: ComparedPage["page"];
  base: CompareHeading_RevisionFragment;
  head: CompareHeading_RevisionFragment & { next?: { number: number } | null };
  view: CompareViewName;
}) {
  const query = viewQuery(view);
  const older =
    base.previous && base.number < head.number ? [base.previous.number, base.number] : undefined;
  const newer =
    head.next && base.number < head.number ? [head.number, head.next.number] : undefined;
  return (
    <p className="compare-steps">
      {older && (
        <a href={under(page.url, `compare/${older.join("...")}${query}`)}>
          <Icon name="back" /> Change before
        </a>
      )}
      {newer && (
        <a href={under(page.url, `compare/${newer.join("...")}${query}`)}>
          Change after <Icon name="forward" />
        </a>
      )}
      {page.viewerCanEdit && !base.isHead && (
        <a href={under(page.url, `revert?to=${base.number}`)}>
          <Icon name="undo" />{" "}
          {head.isHead && head.number === base.number + 1
            ? "Undo this change"
            : `Restore revision ${base.number}`}
        </a>
      )}
    </p>
  );
}

export function RevisionHeading({
  revision,
  pageUrl,
}: {
  revision: CompareHeading_RevisionFragment;
  pageUrl: string;
}) {
  const { number, isHead, author, message, createdAt, isMinor } = revision;
  const address = isHead ? localAddress(pageUrl) : `${localAddress(pageUrl)}?rev=${number}`;
  return (
    <div className="revision-heading">
      <a href={address}>
        Revision {number}
        {isHead && ", now"}
      </a>
      <span>
        {author.name}, <DayAndTime at={createdAt} />
        {isMinor && ", minor"}
      </span>
      {message !== "" && <span className="message">{message}</span>}
    </div>
  );
}
