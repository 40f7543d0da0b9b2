import { createHash } from "node:crypto";
import type { Tx } from "#platform/database/index.js";
import { newUuid } from "#platform/ids.js";
import { headlineOf } from "../derived/index.js";
import {
  getMarkdown,
  listRevisionsOf,
  type KnownRevision,
  type TouchedPage,
} from "./finish-import.repository.js";
import { emptyRows } from "./import-rows.js";
import { writeRevisions } from "./import-rows.repository.js";
import type { ImportSpace } from "./import-space.js";
import { lineCounts } from "../revisions/index.js";
import type { Place } from "./place.js";
import type { ImportProblem } from "./problem.js";

type Listed = Omit<KnownRevision, "markdown">;

/**
 * Makes a page's newest revision one that knows both git's and the wiki's, and says where the page belongs.
 * Most often git's revision is the newest already. Where both sides wrote, the wiki's text stays on top, git's is in
 * the history, and the operator is told; a branch that was written anew wins over what it no longer contains.
 */
export async function reconcilePage(
  tx: Tx,
  request: { page: TouchedPage; place: Place; tip: string; space: ImportSpace },
): Promise<{ path: string; problem?: ImportProblem }> {
  const { page, place, tip, space } = request;
  const target = place.heads[0];
  if (!target) throw new Error(`The page at ${place.file} has no revision.`);
  if (page.headId === target.id) return { path: place.path };
  const revisions = new Map((await listRevisionsOf(tx, page.id)).map((row) => [row.id, row]));
  const head = revisions.get(page.headId);
  const git = revisions.get(target.id);
  if (!head || !git) throw new Error(`The page at ${place.file} lacks its revisions.`);
  if (isBehind(git, head, revisions)) return { path: page.isDeleted ? head.path : page.path };
  const winner = page.isHeadImported ? git : head;
  const markdown = await getMarkdown(tx, winner.id);
  const before = await getMarkdown(tx, head.id);
  const lines = lineCounts(before, markdown);
  const filePath = winner.filePath;
  const { path } = winner;
  const rows = emptyRows();
  const { key, locale } = space;
  rows.revisions.push({
    id: newUuid(),
    pageId: page.id,
    kind: "MERGE",
    parentIds: [head.id, git.id],
    authorId: git.authorId,
    createdAt: new Date(),
    message: page.isHeadImported
      ? `Follow the branch, which was written anew (${tip.slice(0, 10)})`
      : `Keep the wiki's text beside ${tip.slice(0, 10)}`,
    ...headlineOf(markdown, { space: key, defaultLocale: locale, locale, path, filePath }),
    path,
    filePath,
    hash: createHash("sha256").update(markdown).digest(),
    markdown,
    size: Buffer.byteLength(markdown),
    linesAdded: lines.added,
    linesRemoved: lines.removed,
  });
  await writeRevisions(tx, { sourceId: "", spaceId: space.id, locale }, rows);
  if (page.isHeadImported) return { path: place.path };
  const message = `changed both in git and in the wiki; the wiki's text stays, git's is revision ${git.number}`;
  return {
    path: page.path,
    problem: { sha: tip, file: place.file, line: 0, code: "EDIT_CONFLICT", message },
  };
}

/** Whether `revision` is `head` or one of those it comes from. */
function isBehind(revision: Listed, head: Listed, all: ReadonlyMap<string, Listed>): boolean {
  const waiting = [head];
  const seen = new Set<string>();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.id === revision.id) return true;
    for (const id of next.parentIds) {
      const parent = all.get(id);
      if (!parent || seen.has(id) || parent.number < revision.number) continue;
      seen.add(id);
      waiting.push(parent);
    }
  }
  return false;
}
