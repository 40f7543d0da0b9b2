import { Notice } from "#ui/notice.js";
import type { EditorAnswer } from "../editor-data.js";

/** What came of the last save. */
export function AnswerNotice({ answer }: { answer: EditorAnswer }) {
  switch (answer.kind) {
    case "unchanged":
      return (
        <Notice isLive>
          <p>Nothing was saved: the text is the same as the page's.</p>
        </Notice>
      );
    case "refused":
      return (
        <Notice tone="warning" isLive>
          {answer.errors.map((error) => (
            <p key={error.message}>
              {error.line !== undefined && `Line ${error.line}: `}
              {error.message}
            </p>
          ))}
        </Notice>
      );
    case "conflict":
      return (
        <Notice tone="warning" isLive>
          <p>
            <strong>
              {answer.conflict.theirs.author} saved revision {answer.conflict.theirs.number} while
              you were writing.
            </strong>{" "}
            Nothing was overwritten. Your text is in the first field, theirs below it. Bring both
            together in the first field, then save again.
          </p>
        </Notice>
      );
    case "none":
    case "preview":
      return null;
  }
}
