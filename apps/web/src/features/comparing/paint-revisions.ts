import type { Diff } from "@stet/history";
import { parseBlocks } from "@stet/markdown";
import { paint, type Painting } from "@stet/rendered-diff";

interface Rendered {
  readonly markdown: string;
  readonly html?: string;
}

/** @throws when the operation did not ask for the HTML */
export function paintRevisions(base: Rendered, head: Rendered, diff: Diff): Painting {
  return paint(sideOf(base), sideOf(head), diff);
}

function sideOf({ markdown, html }: Rendered) {
  if (html === undefined) throw new TypeError("A rendered comparison needs the HTML of both ends.");
  return { markdown, html, blocks: parseBlocks(markdown) };
}
