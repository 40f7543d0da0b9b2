import type { PreviewPane } from "./preview-pane.js";
import type { SourceEditor } from "./source-editor.js";

// A scroll that we caused arrives as an event too; within this time it is no question.
const ECHO_MS = 120;

/** Source and preview scroll each other, block by block. */
export function followEachOther(source: () => SourceEditor | undefined, pane: PreviewPane) {
  let leader: "source" | "preview" | undefined;
  let release = 0;
  const lead = (who: "source" | "preview", act: () => void) => {
    if (leader !== undefined && leader !== who) return;
    leader = who;
    clearTimeout(release);
    release = window.setTimeout(() => (leader = undefined), ECHO_MS);
    requestAnimationFrame(act);
  };
  return {
    fromSource: () => lead("source", () => pane.showLine(source()?.topLine() ?? 1)),
    fromPreview: () => lead("preview", () => source()?.showLine(pane.topLine())),
  };
}
