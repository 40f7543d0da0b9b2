import { localAddress, type ViewProps } from "#routing/index.js";
import { countOf } from "#ui/count.js";
import { Icon } from "#ui/icon.js";
import { Pager } from "#ui/pager.js";
import { Snippet } from "./snippet.js";
import type { SearchViewQuery } from "./search-view.generated.js";

export interface SearchResults {
  query: string;
  space: string | null;
  result: SearchViewQuery | undefined;
  spaces: readonly { key: string; name: string }[];
}

export function SearchView({ data }: ViewProps<SearchResults>) {
  const { query, space, result, spaces } = data;
  const hits = result?.search;
  const older = new URLSearchParams({ q: query, ...(space === null ? {} : { space }) });
  if (hits?.pageInfo.endCursor) older.set("after", hits.pageInfo.endCursor);
  return (
    <main id="main" className="sheet narrow">
      <header className="sheet-header">
        <h1>{query === "" ? "Search" : <>Search for “{query}”</>}</h1>
        <form className="search-form" action="/-/search" role="search" aria-label="Search again">
          <label htmlFor="search-q">Words to look for</label>
          <div className="joined">
            <input
              id="search-q"
              type="search"
              name="q"
              defaultValue={query}
              autoComplete="off"
              required
            />
            <button type="submit" className="button primary">
              <Icon name="search" /> Search
            </button>
          </div>
          {spaces.length > 1 && (
            <label className="inline">
              in{" "}
              <select name="space" defaultValue={space ?? ""}>
                <option value="">all spaces</option>
                {spaces.map((one) => (
                  <option key={one.key} value={one.key}>
                    {one.name}
                  </option>
                ))}
              </select>
            </label>
          )}
        </form>
      </header>
      {hits && hits.nodes.length > 0 && (
        <>
          <p className="result-count" role="status">
            {countOf(hits.count, "page")} found
          </p>
          <ol className="hits">
            {hits.nodes.map((hit) => (
              <li key={hit.page.id} lang={hit.page.locale}>
                <h2>
                  <a href={localAddress(hit.page.url)}>
                    <Snippet text={hit.title} />
                  </a>
                </h2>
                <p className="where">
                  {hit.page.space.name} <span aria-hidden="true">›</span> {hit.page.path}
                </p>
                <p className="snippet">
                  <Snippet text={hit.snippet} />
                </p>
              </li>
            ))}
          </ol>
          <Pager older={hits.pageInfo.hasNextPage ? `?${older}` : undefined} />
        </>
      )}
      {hits?.nodes.length === 0 && (
        <div className="empty">
          <p>
            <strong>No page has all of these words.</strong>
          </p>
          <p>
            Try fewer or shorter words, the command or the error message itself
            {space === null ? "" : ", or all spaces"}.
          </p>
          <p>
            {space !== null && (
              <a href={`/-/search?q=${encodeURIComponent(query)}`}>Search all spaces</a>
            )}{" "}
            <a href="/">See what there is</a>
          </p>
        </div>
      )}
    </main>
  );
}
