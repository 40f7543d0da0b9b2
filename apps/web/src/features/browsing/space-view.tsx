import { spaceAddress, type ViewProps } from "#routing/index.js";
import { ChangeList } from "#ui/change-sentence/index.js";
import { count } from "#ui/count.js";
import { Icon } from "#ui/icon.js";
import { Outline } from "#ui/navigation/index.js";
import type { SpaceViewQuery } from "./space-view.generated.js";

export type FoundSpace = NonNullable<SpaceViewQuery["space"]>;

export interface FoundSpaceIn {
  space: FoundSpace;
  locale: string;
}

export function SpaceView({ data: { space, locale } }: ViewProps<FoundSpaceIn>) {
  const address = spaceAddress(space, locale);
  return (
    <main id="main" className="space">
      <header className="sheet-header">
        <h1>{space.name}</h1>
        {space.description !== "" && <p className="lede">{space.description}</p>}
        <div className="facts">
          <span>{count(space.pageCount, "page")}</span>
          {space.visibility === "MEMBERS" && (
            <span>
              <Icon name="lock" /> members only
            </span>
          )}
          <a href={`/-/recent?space=${space.key}`}>Recent changes</a>
          {space.viewerCanWrite && (
            <a href={`${address}/-/new`}>
              <Icon name="plus" /> New page
            </a>
          )}
        </div>
      </header>
      <section className="space-contents" aria-labelledby="contents" lang={locale}>
        <h2 id="contents" lang="en">
          Contents
        </h2>
        {space.navigation.length === 0 ? (
          <p className="empty" lang="en">
            This space has no pages yet.{" "}
            {space.viewerCanWrite && <a href={`${address}/-/new`}>Write the first one.</a>}
          </p>
        ) : (
          <Outline entries={space.navigation} />
        )}
      </section>
      {space.recentChanges.nodes.length > 0 && (
        <section className="space-changes" aria-labelledby="changes">
          <h2 id="changes">Lately</h2>
          <ChangeList changes={space.recentChanges.nodes} />
        </section>
      )}
    </main>
  );
}
