import { slug } from "github-slugger";
import { Candidates } from "./candidates.js";
import type { LinkContext, LinkResolution } from "./link.js";

/** Whether a destination is written as a wiki link, brackets included. */
export function isWikiDestination(destination: string): boolean {
  return destination.length > 4 && destination.startsWith("[[") && destination.endsWith("]]");
}

/** `[[Page]]`, `[[space:Folder/Page#Section]]`, `[[#Section]]`; a label after "|" is ignored. */
export function resolveWikiLink(destination: string, context: LinkContext): LinkResolution {
  const inner = destination.slice(2, -2).split("|", 1)[0] ?? "";
  const hash = inner.indexOf("#");
  const fragment = hash < 0 ? "" : slug(inner.slice(hash + 1).trim());
  const { space, name } = splitSpace(hash < 0 ? inner : inner.slice(0, hash), context.spaces);
  const segments = name
    .split("/")
    .map((each) => each.trim())
    .filter((each) => each !== "");
  if (segments.length === 0 && space === undefined) return { kind: "anchor", fragment };

  const candidates = new Candidates(context);
  candidates.addPath(segments, space);
  const isFromRoot = space !== undefined || name.trimStart().startsWith("/");
  const folder = context.filePath.split("/").slice(0, -1);
  if (!isFromRoot && folder.length > 0) candidates.addPath([...folder, ...segments]);
  return { kind: "page", candidates: candidates.list(), fragment };
}

/** A prefix that is no space belongs to the page's name (`Xen: the book`). */
function splitSpace(name: string, spaces: readonly string[]): { space?: string; name: string } {
  const colon = name.indexOf(":");
  if (colon < 0) return { name };
  const prefix = name.slice(0, colon).trim().toLowerCase();
  const space = spaces.find((each) => each.toLowerCase() === prefix);
  return space === undefined ? { name } : { space, name: name.slice(colon + 1) };
}
