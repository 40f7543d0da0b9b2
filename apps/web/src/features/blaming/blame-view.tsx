import { localAddress, under, type ViewProps } from "#routing/index.js";
import { PageBar, type PageFrame_PageFragment } from "#ui/page-frame/index.js";
import { Day } from "#ui/time.js";
import type { BlameView_RevisionFragment } from "./blame-view.generated.js";

type Run = BlameView_RevisionFragment["blame"][number];

export interface BlamedPage {
  page: PageFrame_PageFragment & { head: { number: number } };
  revision: Pick<BlameView_RevisionFragment, "number" | "markdown" | "blame">;
}

/** The source, each passage beside whoever brought it. */
export function BlameView({ data: { page, revision } }: ViewProps<BlamedPage>) {
  const lines = revision.markdown.split("\n");
  const isHead = revision.number === page.head.number;
  const address = localAddress(page.url);
  return (
    <main id="main" className="sheet blame-sheet">
      <PageBar page={page} current="history" />
      <header className="sheet-header">
        <h1>
          Authors <span className="of">of</span> <span lang={page.locale}>{page.title}</span>
        </h1>
        <p className="lede">
          Each passage beside the revision that brought it. Lines that were moved or brought back
          keep their author.{" "}
          <a href={isHead ? address : `${address}?rev=${revision.number}`}>
            Read revision {revision.number}
            {isHead && ", now"}
          </a>
        </p>
      </header>
      {revision.blame.length === 0 ? (
        <p>This revision has no text.</p>
      ) : (
        <table className="blame">
          <caption className="visually-hidden">
            The lines of revision {revision.number}, by who brought them
          </caption>
          <thead className="visually-hidden">
            <tr>
              <th scope="col">Brought by</th>
              <th scope="col">Line</th>
              <th scope="col">Text</th>
            </tr>
          </thead>
          {revision.blame.map((run) => (
            <tbody key={run.startLine}>
              {linesOf(run, lines).map(({ line, text }) => (
                <tr key={line}>
                  {line === run.startLine && (
                    <th scope="rowgroup" rowSpan={run.lineCount}>
                      <Origin run={run} pageUrl={page.url} />
                    </th>
                  )}
                  <td className="line" id={`L${line}`}>
                    {line}
                  </td>
                  <td className="text" lang={page.locale}>
                    {text}
                  </td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      )}
    </main>
  );
}

function linesOf({ startLine, lineCount }: Run, lines: readonly string[]) {
  return lines
    .slice(startLine - 1, startLine - 1 + lineCount)
    .map((text, at) => ({ line: startLine + at, text: text.replace(/\r$/, "") }));
}

/** Who, when and why, with the way to the change, and to the page before it. */
function Origin({ run: { revision }, pageUrl }: { run: Run; pageUrl: string }) {
  const { number, author, message, createdAt } = revision;
  const address = localAddress(pageUrl);
  return (
    <div className="origin">
      <span className="who">
        <a href={`/-/people/${author.id}`}>{author.name}</a> <Day at={createdAt} />
      </span>
      <span className="why">
        <a
          href={
            number > 1 ? under(pageUrl, `compare/${number - 1}...${number}`) : `${address}?rev=1`
          }
        >
          Revision {number}
        </a>{" "}
        {message === "" ? <span className="none">No summary</span> : message}
      </span>
      {number > 1 && (
        <a className="earlier" href={under(pageUrl, `blame?rev=${number - 1}`)}>
          before<span className="visually-hidden"> revision {number}</span>
        </a>
      )}
    </div>
  );
}
