import type { ViewProps } from "#routing/index.js";
import { ChangeList } from "#ui/change-sentence/index.js";
import { Pager } from "#ui/pager.js";
import type { RecentViewQuery } from "./recent-view.generated.js";

export interface RecentChanges {
  result: RecentViewQuery;
  space: string | null;
}

export function RecentView({ data: { result, space } }: ViewProps<RecentChanges>) {
  const { nodes, pageInfo } = result.recentChanges;
  const older = new URLSearchParams(space === null ? {} : { space });
  if (pageInfo.endCursor) older.set("after", pageInfo.endCursor);
  return (
    <main id="main" className="sheet narrow">
      <header className="sheet-header">
        <h1>Recent changes</h1>
        {result.spaces.nodes.length > 1 && (
          <form className="filter" method="get">
            <label>
              Space{" "}
              <select name="space" defaultValue={space ?? ""}>
                <option value="">All spaces</option>
                {result.spaces.nodes.map((one) => (
                  <option key={one.key} value={one.key}>
                    {one.name}
                  </option>
                ))}
              </select>
            </label>
            <button type="submit" className="button">
              Show
            </button>
          </form>
        )}
      </header>
      {nodes.length === 0 ? (
        <p className="empty">Nothing has changed here yet.</p>
      ) : (
        <ChangeList changes={nodes} showsSpace={space === null} level="h2" />
      )}
      <Pager older={pageInfo.hasNextPage ? `?${older}` : undefined} />
    </main>
  );
}
