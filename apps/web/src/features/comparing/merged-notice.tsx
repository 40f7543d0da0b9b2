import { Notice } from "#ui/notice.js";

/** After a save that met somebody else's: what became of it. */
export function MergedNotice() {
  return (
    <Notice tone="success" isLive>
      <p>
        <strong>Saved, and merged.</strong> Somebody else saved while you were writing; both edits
        are in the page. This is what yours changed.
      </p>
    </Notice>
  );
}
