import type { SaveResult } from "./api.js";

/** Why the text is not saved yet, in words, and what to do next. */
export function SaveFailure({
  result,
  onGoToLine,
}: {
  result: SaveResult;
  onGoToLine: (line: number) => void;
}) {
  if (result.kind === "saved" || result.kind === "conflict") return null;
  return (
    <div className="notice warning" role="alert">
      <div>{wordsFor(result, onGoToLine)}</div>
    </div>
  );
}

function wordsFor(
  result: Exclude<SaveResult, { kind: "saved" } | { kind: "conflict" }>,
  onGoToLine: (line: number) => void,
) {
  if (result.kind === "unchanged")
    return <p>Nothing was saved: the text is the same as the page's.</p>;
  if (result.kind === "refused") {
    return result.errors.map(({ message, line }) => (
      <p key={message}>
        {line !== undefined && (
          <button type="button" className="button" onClick={() => onGoToLine(line)}>
            Line {line}
          </button>
        )}{" "}
        {message}
      </p>
    ));
  }
  if (result.code === "UNAUTHENTICATED") {
    return (
      <p>
        Your session has ended. Your text is kept on this device.{" "}
        <a href="/-/sign-in" target="_blank" rel="noopener">
          Sign in in a new tab
        </a>
        , then come back and save again.
      </p>
    );
  }
  if (result.code === "NETWORK") {
    return (
      <p>
        The site cannot be reached. Your text is kept on this device; try again when you are online.
      </p>
    );
  }
  return <p>{result.message} Your text is kept on this device.</p>;
}
