import type { ViewProps } from "#routing/index.js";
import { ChangeList } from "#ui/change-sentence/index.js";
import { countOf } from "#ui/count.js";
import { Pager } from "#ui/pager.js";
import type { PersonViewQuery } from "./person-view.generated.js";

export type FoundPerson = NonNullable<PersonViewQuery["person"]>;

export function PersonView({ data: person }: ViewProps<FoundPerson>) {
  const { nodes, pageInfo, count } = person.revisions;
  return (
    <main id="main" className="sheet narrow">
      <header className="sheet-header">
        <h1>{person.name}</h1>
        <p className="lede">{countOf(count, "revision")} that you may read.</p>
      </header>
      {nodes.length === 0 ? (
        <p className="empty">Nothing written yet.</p>
      ) : (
        <ChangeList changes={nodes} showsSpace showsAuthor={false} level="h2" />
      )}
      <Pager
        older={
          pageInfo.hasNextPage && pageInfo.endCursor
            ? `?after=${encodeURIComponent(pageInfo.endCursor)}`
            : undefined
        }
      />
    </main>
  );
}
