import type { ReactNode } from "react";
import type { Here } from "#routing/index.js";
import { Icon } from "#ui/icon.js";

/** What stands around every screen: skip link, masthead, footer. */
export function Shell({ here, children }: { here: Here; children: ReactNode }) {
  return (
    <>
      <a className="skip-link" href="#main">
        Skip to the text
      </a>
      <Masthead here={here} />
      {children}
      <Footer here={here} />
    </>
  );
}

function Masthead({ here }: { here: Here }) {
  const isSearch = here.url.pathname === "/-/search" || here.url.pathname === "/";
  return (
    <header className="masthead">
      <div className="masthead-row">
        <a className="brand" href="/">
          {here.site.name}
        </a>
        {!isSearch && (
          <form className="masthead-search" action="/-/search" role="search">
            <label className="visually-hidden" htmlFor="q">
              Search
            </label>
            <Icon name="search" />
            <input id="q" type="search" name="q" placeholder="Search" autoComplete="off" required />
            <kbd aria-hidden="true">/</kbd>
          </form>
        )}
        <nav className="masthead-links" aria-label="Site">
          <a href="/-/recent">Recent changes</a>
          <Account here={here} />
        </nav>
        <button type="button" className="icon-button theme-toggle" data-island="theme" hidden>
          <Icon name="theme" />
          <span className="visually-hidden" data-theme-label>
            Theme: as the system
          </span>
        </button>
      </div>
    </header>
  );
}

function Account({ here }: { here: Here }) {
  const { viewer, url } = here;
  if (viewer.isSignedIn) {
    return (
      <a href="/-/account" className="account-link">
        <Icon name="person" />
        {viewer.name ?? "Account"}
      </a>
    );
  }
  const isForm = url.pathname.startsWith("/-/sign-") || url.pathname === "/-/setup";
  const next = isForm ? "" : `?next=${encodeURIComponent(url.pathname + url.search)}`;
  return <a href={`/-/sign-in${next}`}>Sign in</a>;
}

function Footer({ here }: { here: Here }) {
  return (
    <footer className="colophon">
      <div className="colophon-row">
        <p>
          {here.site.name} runs on <span className="stet">Stet</span>, where text that stays is left
          to stand.
        </p>
        <nav aria-label="About this site">
          <a href="/-/recent">Recent changes</a>
          <a href="/graphql">API</a>
        </nav>
      </div>
    </footer>
  );
}
