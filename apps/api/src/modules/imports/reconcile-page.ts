import { createHash } from "node:crypto";
import { merge } from "@stet/history";
import type { RevisionKind, Tx } from "#platform/database/index.js";
import { newUuid } from "#platform/ids.js";
import { headlineOf } from "../derived/index.js";
import { lineCounts } from "../revisions/index.js";
import { getMarkdown, type KnownRevision, type TouchedPage } from "./finish-import.repository.js";
import { emptyRows } from "./import-rows.js";
import { writeRevisions } from "./import-rows.repository.js";
import type { ImportSpace } from "./import-space.js";
import type { Place } from "./place.js";
import type { ImportProblem } from "./problem.js";
import { readWikiSide, type WikiSide } from "./wiki-side.js";

export interface ReconcileRequest {
  readonly page: TouchedPage;
  /** Where git has it at the tip. */
  readonly place: Place;
  readonly tip: string;
  readonly space: ImportSpace;
  readonly sourceId: string;
}

/**
 * Makes a page's newest revision one that knows both git's and the wiki's, and says where the page belongs.
 *
 * Most often git's revision is the newest already. Where both sides wrote, they are merged; where that is not safe, the
 * wiki's text stays on top, git's is in the history, and the operator is told. A branch that was written anew wins over
 * what it no longer contains.
 */
export async function reconcilePage(
  tx: Tx,
  request: ReconcileRequest,
): Promise<{ path: string; problem?: ImportProblem }> {
  const { page, place, tip, sourceId } = request;
  const target = place.heads[0];
  if (!target) throw new Error(`The page at ${place.file} has no revision.`);
  if (page.headId === target.id && !page.hasWikiRevisions) return { path: place.path };
  const side = await readWikiSide(tx, page, sourceId, [target.id]);
  const git = side.get(target.id);
  if (!side.wiki) {
    if (page.headId !== git.id) await followBranch(tx, request, git);
    return { path: place.path };
  }
  if (side.base?.revision.id === git.id) {
    await keepOnTop(tx, request, side);
    return { path: side.wiki.revision.path };
  }
  return mergeSides(tx, request, { git, wiki: side.wiki, base: side.base, tip });
}

async function mergeSides(
  tx: Tx,
  request: ReconcileRequest,
  sides: {
    git: KnownRevision;
    wiki: NonNullable<WikiSide["wiki"]>;
    base: WikiSide["base"];
    tip: string;
  },
): Promise<{ path: string; problem?: ImportProblem }> {
  const { git, wiki, base, tip } = sides;
  const { place } = request;
  const merged = merge(base?.markdown ?? "", wiki.markdown, await getMarkdown(tx, git.id));
  const isMovedByGit = base !== undefined && git.filePath !== base.revision.filePath;
  const { path, filePath } = isMovedByGit
    ? { path: place.path, filePath: git.filePath }
    : wiki.revision;
  await append(tx, request, {
    kind: "MERGE",
    parents: [wiki.revision, git],
    markdown: merged.clean ? merged.text : wiki.markdown,
    path,
    filePath,
    message: merged.clean
      ? `Merge ${tip.slice(0, 10)} with what was written in the wiki`
      : `Keep the wiki's text beside ${tip.slice(0, 10)}`,
  });
  if (merged.clean) return { path };
  const message = `changed both in git and in the wiki; the wiki's text stays, git's is revision ${git.number}`;
  return { path, problem: { sha: tip, file: place.file, line: 0, code: "EDIT_CONFLICT", message } };
}

/** Revisions that the branch no longer contains are newer by number; what it says now goes on top. */
async function followBranch(tx: Tx, request: ReconcileRequest, git: KnownRevision): Promise<void> {
  await append(tx, request, {
    kind: "REVERT",
    parents: [git],
    markdown: await getMarkdown(tx, git.id),
    path: git.path,
    filePath: git.filePath,
    message: `Follow the branch, which was written anew (${request.tip.slice(0, 10)})`,
  });
}

/** Makes the wiki's text the newest, if an import put something on top of it. */
export async function keepOnTop(
  tx: Tx,
  request: Omit<ReconcileRequest, "place">,
  { head, wiki }: WikiSide,
): Promise<void> {
  if (!wiki || wiki.revision.id === head.id) return;
  const { path, filePath } = wiki.revision;
  await append(tx, request, {
    kind: "REVERT",
    parents: [wiki.revision],
    markdown: wiki.markdown,
    path,
    filePath,
    message: `Keep the wiki's text beside ${request.tip.slice(0, 10)}`,
  });
}

interface Appended {
  readonly kind: RevisionKind;
  /** The author is the last one's. */
  readonly parents: readonly KnownRevision[];
  readonly markdown: string;
  readonly path: string;
  readonly filePath: string;
  readonly message: string;
}

async function append(
  tx: Tx,
  { page, space }: Omit<ReconcileRequest, "place">,
  revision: Appended,
): Promise<void> {
  const { kind, parents, markdown, path, filePath, message } = revision;
  const author = parents.at(-1);
  const [first] = parents;
  if (!author || !first) throw new Error("A revision that joins sides has parents.");
  const lines = lineCounts(await getMarkdown(tx, first.id), markdown);
  const rows = emptyRows();
  const { key, locale } = space;
  rows.revisions.push({
    id: newUuid(),
    pageId: page.id,
    kind,
    parentIds: parents.map((parent) => parent.id),
    authorId: author.authorId,
    createdAt: new Date(),
    message,
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
}
