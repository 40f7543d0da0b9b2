import { isDeepStrictEqual } from "node:util";
import type { Revision } from "../pages/index.js";

export interface PropertyChange {
  readonly name: string;
  readonly base: unknown;
  readonly head: unknown;
}

/** Title and path as they were, then everything in the front matter, in the order of the head's. */
export function propertyChanges(base: Revision, head: Revision): PropertyChange[] {
  const before = propertiesOf(base);
  const after = propertiesOf(head);
  return [...new Set([...after.keys(), ...before.keys()])]
    .map((name) => ({ name, base: before.get(name) ?? null, head: after.get(name) ?? null }))
    .filter((change) => !isDeepStrictEqual(change.base, change.head));
}

function propertiesOf(revision: Revision): Map<string, unknown> {
  // A title is shown wherever it comes from, so the front matter's own is not shown again.
  const { title: _, ...rest } = revision.frontMatter;
  return new Map<string, unknown>([
    ["title", revision.title],
    ["path", revision.path],
    ...Object.entries(rest),
  ]);
}
