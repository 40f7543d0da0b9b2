import { createHash } from "node:crypto";
import type { Tx } from "#platform/database/index.js";
import { appendChanges } from "../changes/index.js";
import {
  hidePages,
  listHolders,
  listRemovals,
  lockTouchedPages,
  redirectOldPaths,
  settleMedia,
  showPages,
  type TouchedPage,
} from "./finish-import.repository.js";
import { parseCommit } from "./git/commit-object.js";
import { setTip, type ImportSource } from "./import-source.repository.js";
import type { ImportSpace } from "./import-space.js";
import type { Place } from "./place.js";
import type { ImportProblem } from "./problem.js";
import { keepOnTop, reconcilePage, type ReconcileRequest } from "./reconcile-page.js";
import type { Tree } from "./tree.js";
import { readWikiSide } from "./wiki-side.js";

export interface FinishRequest {
  readonly source: ImportSource;
  readonly space: ImportSpace;
  readonly tip: string;
  /** The state at the tip. */
  readonly tree: Tree;
}

/**
 * Makes the space show the tip of the branch: addresses, deletions, redirects, files, all in one transaction.
 * Whoever edited a page in the wiki meanwhile keeps the last word on it; what could not be joined is returned.
 */
export async function finishImport(tx: Tx, request: FinishRequest): Promise<ImportProblem[]> {
  const { source, space, tip, tree } = request;
  const problems: ImportProblem[] = [];
  const places = new Map([...tree.places()].map((place) => [place.item.id, place]));
  const pages = await lockTouchedPages(tx, source.id, source.shown);
  const shown: { id: string; path: string; file: string }[] = [];
  const gone: TouchedPage[] = [];
  for (const page of pages) {
    const place = places.get(page.id);
    if (place?.isLive !== true) {
      const heads = place?.heads.map((head) => head.id) ?? [];
      if (await isWrittenInWiki(tx, { page, tip, space, sourceId: source.id }, heads)) {
        const message = "git deleted a page that was edited in the wiki; the page stays";
        problems.push(conflict(tip, place?.file ?? page.path, message));
      } else gone.push(page);
    } else if (page.isDeletedByHand) {
      problems.push(
        conflict(
          tip,
          place.file,
          "git changed a page that was deleted in the wiki; it stays deleted",
        ),
      );
    } else {
      const settled = await reconcilePage(tx, { page, place, tip, space, sourceId: source.id });
      if (settled.problem) problems.push(settled.problem);
      shown.push({ id: page.id, path: settled.path, file: place.file });
    }
  }
  const free = await leaveForeignPaths(tx, { space, tip, shown, problems });
  await hideGone(tx, source, gone);
  await showPages(tx, free);
  await redirectOldPaths(
    tx,
    space,
    pages.map((page) => page.id),
  );
  problems.push(...(await finishMedia(tx, request)));
  await setTip(tx, source.id, tip);
  await appendChanges(tx, [
    {
      type: "space.imported",
      spaceId: space.id,
      data: { source: source.id, tip, pages: pages.length },
    },
  ]);
  return problems;
}

/** Whether git may not take the page away; then the wiki's text is on top. */
async function isWrittenInWiki(
  tx: Tx,
  request: Omit<ReconcileRequest, "place">,
  gitHeads: readonly string[],
): Promise<boolean> {
  const { page, sourceId } = request;
  if (page.isDeleted || !page.hasWikiRevisions) return false;
  const side = await readWikiSide(tx, page, sourceId, gitHeads);
  await keepOnTop(tx, request, side);
  return side.wiki !== undefined;
}

async function hideGone(tx: Tx, source: ImportSource, gone: readonly TouchedPage[]): Promise<void> {
  if (gone.length === 0) return;
  const removals = await listRemovals(
    tx,
    source.id,
    gone.map((page) => page.id),
  );
  const now = new Date();
  await hidePages(
    tx,
    gone.map(({ id }) => {
      const raw = removals.get(id);
      return { id, at: raw ? parseCommit(raw).committer.at : now };
    }),
  );
}

/** A page of the wiki may have taken an address since the import began: then the imported page gets another. */
async function leaveForeignPaths(
  tx: Tx,
  request: {
    space: ImportSpace;
    tip: string;
    shown: readonly { id: string; path: string; file: string }[];
    problems: ImportProblem[];
  },
): Promise<{ id: string; path: string }[]> {
  const { space, tip, shown, problems } = request;
  const holders = await listHolders(
    tx,
    space,
    shown.map((each) => each.path),
    shown.map((each) => each.id),
  );
  if (holders.size === 0) return [...shown];
  return shown.map(({ id, path, file }) => {
    if (!holders.has(path)) return { id, path };
    const other = `${path}-${createHash("sha256").update(id).digest("hex").slice(0, 8)}`;
    const message = `another page has the address it asks for; it is at ${other}`;
    problems.push({ sha: tip, file, line: 0, code: "PATH_TAKEN", message });
    return { id, path: other };
  });
}

async function finishMedia(
  tx: Tx,
  { source, space, tip, tree }: FinishRequest,
): Promise<ImportProblem[]> {
  const live = [...tree.places()].filter(
    (place: Place) => place.isLive && place.item.kind === "media",
  );
  const taken = await settleMedia(tx, {
    sourceId: source.id,
    spaceId: space.id,
    shown: source.shown,
    live: live.map((place) => place.item.id),
  });
  return taken.map(({ path }) => ({
    sha: tip,
    file: path,
    line: 0,
    code: "PATH_TAKEN",
    message: "a file of the wiki has this name; the imported one is hidden",
  }));
}

function conflict(sha: string, file: string, message: string): ImportProblem {
  return { sha, file, line: 0, code: "EDIT_CONFLICT", message };
}
