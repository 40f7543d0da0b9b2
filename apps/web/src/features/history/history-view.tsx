import { localAddress, under, type ViewProps } from "#routing/index.js";
import { countOf, SizeChange } from "#ui/count.js";
import { PageBar } from "#ui/page-frame/index.js";
import { Pager } from "#ui/pager.js";
import { DayAndTime } from "#ui/time.js";
import type { HistoryViewQuery } from "./history-view.generated.js";

export type HistoryPage = NonNullable<HistoryViewQuery["page"]>;
type Revision = HistoryPage["revisions"]["nodes"][number];

const kinds: Partial<Record<Revision["kind"], string>> = {
  CREATE: "first revision",
  MOVE: "moved",
  REVERT: "reverted",
  RESTORE: "restored",
  MERGE: "merged",
};

/** Every revision, newest first; two columns of radio buttons choose what to compare. */
export function HistoryView({ data: page }: ViewProps<HistoryPage>) {
  const { nodes, pageInfo, count } = page.revisions;
  const canCompare = count.value > 1;
  return (
    <main id="main" className="sheet history-sheet">
      <PageBar page={page} current="history" />
      <header className="sheet-header">
        <h1>
          History <span className="of">of</span> <span lang={page.locale}>{page.title}</span>
        </h1>
        <p className="lede">
          {countOf(count, "revision")}.{" "}
          {canCompare &&
            "Choose an older one on the left and a newer one on the right, then compare."}{" "}
          <a href={under(page.url, "blame")}>Who wrote which line</a>
        </p>
      </header>
      <form
        className="history"
        method="get"
        action={under(page.url, "compare")}
        data-island="history"
      >
        {canCompare && <CompareButton />}
        <ol className="revisions">
          {nodes.map((revision, index) => (
            <HistoryRow
              key={revision.id}
              page={page}
              revision={revision}
              hasRadios={canCompare}
              isDefaultBase={index === Math.min(1, nodes.length - 1)}
              isDefaultHead={index === 0}
            />
          ))}
        </ol>
        {canCompare && nodes.length > 8 && <CompareButton />}
      </form>
      <Pager
        newer={
          pageInfo.hasPreviousPage && pageInfo.startCursor
            ? `?before=${encodeURIComponent(pageInfo.startCursor)}`
            : undefined
        }
        older={
          pageInfo.hasNextPage && pageInfo.endCursor
            ? `?after=${encodeURIComponent(pageInfo.endCursor)}`
            : undefined
        }
      />
    </main>
  );
}

function CompareButton() {
  return (
    <p className="compare-button">
      <button type="submit" className="button primary">
        Compare the chosen revisions
      </button>
    </p>
  );
}

function HistoryRow({
  page,
  revision,
  hasRadios,
  isDefaultBase,
  isDefaultHead,
}: {
  page: HistoryPage;
  revision: Revision;
  hasRadios: boolean;
  isDefaultBase: boolean;
  isDefaultHead: boolean;
}) {
  const { number, author, message } = revision;
  const isHead = number === page.head.number;
  const kind = kinds[revision.kind];
  return (
    <li className="revision">
      {hasRadios && (
        <span className="choose">
          <label>
            <input type="radio" name="base" value={number} defaultChecked={isDefaultBase} />
            <span className="visually-hidden">Compare from revision {number}</span>
          </label>
          <label>
            <input type="radio" name="head" value={number} defaultChecked={isDefaultHead} />
            <span className="visually-hidden">Compare to revision {number}</span>
          </label>
        </span>
      )}
      <a
        className="number"
        href={isHead ? localAddress(page.url) : `${localAddress(page.url)}?rev=${number}`}
      >
        <span className="visually-hidden">Revision </span>
        {number}
      </a>
      <div className="what-happened">
        <p className={message === "" ? "message none" : "message"}>
          {message === "" ? "No summary" : message}
        </p>
        <p className="facts">
          <a className="who" href={`/-/people/${author.id}`}>
            {author.name}
          </a>
          <DayAndTime at={revision.createdAt} />
          {kind && <span className="kind">{kind}</span>}
          {revision.isMinor && <span>minor</span>}
          {isHead && <span className="now">now</span>}
        </p>
      </div>
      <p className="figures">
        <SizeChange bytes={revision.sizeChange} />
        {number > 1 && (
          <a href={under(page.url, `compare/${number - 1}...${number}`)}>
            changes<span className="visually-hidden"> of revision {number}</span>
          </a>
        )}
      </p>
    </li>
  );
}
