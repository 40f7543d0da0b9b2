import type { Here } from "#routing/index.js";

export type FailureKind = "missing" | "forbidden" | "malformed" | "busy" | "broken";

const words: Record<FailureKind, string> = {
  missing: "There is no page at this address, or it is not open to you.",
  forbidden:
    "You are signed in, but your role does not include this. An administrator of the space can change that.",
  malformed:
    "The address or form asks for something that cannot be. It may have been cut or changed.",
  busy: "Too many requests came from where you are. Wait a minute and try again.",
  broken:
    "The fault is ours and has been written down. Nothing you wrote is lost: go back, and your text is still there.",
};

/** What went wrong and where to go from here. */
export function FailureView({
  kind,
  title,
  here,
}: {
  kind: FailureKind;
  title: string;
  here: Here;
}) {
  return (
    <main id="main" className="sheet narrow failure">
      <h1>{title}</h1>
      <p className="lede">{words[kind]}</p>
      <ul className="ways-on">
        {kind === "broken" && (
          <li>
            <a href={here.url.pathname + here.url.search}>Try again</a>
          </li>
        )}
        {!here.viewer.isSignedIn && kind === "missing" && (
          <li>
            <a href={`/-/sign-in?next=${encodeURIComponent(here.url.pathname)}`}>Sign in</a>, if you
            have an account
          </li>
        )}
        <li>
          <a href="/-/search">Search</a>
        </li>
        <li>
          <a href="/">Start from the beginning</a>
        </li>
      </ul>
    </main>
  );
}
