import { resolveMerge, type MergeResult } from "@stet/history";
import { DomainError } from "#platform/errors.js";
import type { Revision } from "../pages/index.js";

type Conflicting = Extract<MergeResult, { clean: false }>;

/** Somebody saved since the base, and the texts cannot be merged safely. Carries everything; nothing was stored. */
export class EditConflict extends DomainError {
  constructor(
    readonly base: Revision,
    readonly theirs: Revision,
    readonly mine: string,
    readonly merge: MergeResult,
  ) {
    super(
      "EDIT_CONFLICT",
      merge.clean
        ? `${theirs.author.name} saved revision ${theirs.number} meanwhile.`
        : `${theirs.author.name} saved revision ${theirs.number} meanwhile, and changed what you changed.`,
      ["input", "baseRevisionId"],
    );
  }
}

/** One text out of a merge: conflicts by their proposal, or where there is none by both versions, one after the other. */
export function proposalOf(merge: MergeResult): string {
  if (merge.clean) return merge.text;
  return resolveMerge(
    merge,
    merge.conflicts.map(({ proposal, theirs, mine }) => proposal ?? joined(theirs, mine)),
  );
}

function joined(theirs: string, mine: string): string {
  return theirs === "" || theirs.endsWith("\n") ? theirs + mine : `${theirs}\n${mine}`;
}

export function conflictsOf(merge: MergeResult): Conflicting["conflicts"] {
  return merge.clean ? [] : merge.conflicts;
}
