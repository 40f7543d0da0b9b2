import { localAddress, type ViewProps } from "#routing/index.js";
import { ChangeList } from "#ui/change-sentence/index.js";
import { count } from "#ui/count.js";
import { Icon } from "#ui/icon.js";
import type { HomeViewQuery } from "./home-view.generated.js";

export function HomeView({ data, here }: ViewProps<HomeViewQuery>) {
  const spaces = data.spaces.nodes;
  const changes = data.recentChanges.nodes;
  return (
    <main id="main" className="home">
      <header className="home-header">
        <h1>{here.site.name}</h1>
        <form className="home-search" action="/-/search" role="search">
          <label htmlFor="home-q">What are you looking for?</label>
          <div className="joined">
            <input id="home-q" type="search" name="q" autoComplete="off" required />
            <button type="submit" className="button primary">
              <Icon name="search" /> Search
            </button>
          </div>
        </form>
      </header>
      <section className="home-spaces" aria-labelledby="spaces">
        <h2 id="spaces">Spaces</h2>
        {spaces.length === 0 && (
          <p className="empty">
            {data.viewer.canCreateSpaces
              ? "Nothing here yet. Import a repository with “npm run stet -- import git”, or create the first space below."
              : "Nothing here yet that you may read."}
          </p>
        )}
        <ul className="spaces">
          {spaces.map((space) => (
            <li key={space.id}>
              <h3>
                <a href={localAddress(space.url)}>{space.name}</a>
              </h3>
              {space.description !== "" && <p>{space.description}</p>}
              <p className="facts">
                <span>{count(space.pageCount, "page")}</span>
                {space.visibility === "MEMBERS" && (
                  <span>
                    <Icon name="lock" /> members only
                  </span>
                )}
              </p>
            </li>
          ))}
        </ul>
        {data.viewer.canCreateSpaces && (
          <p>
            <a className="button" href="/-/new-space">
              <Icon name="plus" /> New space
            </a>
          </p>
        )}
      </section>
      <section className="home-changes" aria-labelledby="changes">
        <h2 id="changes">
          <a href="/-/recent">Recent changes</a>
        </h2>
        {changes.length === 0 ? (
          <p className="empty">Nobody has written anything yet.</p>
        ) : (
          <ChangeList changes={changes} showsSpace={spaces.length > 1} />
        )}
      </section>
    </main>
  );
}
