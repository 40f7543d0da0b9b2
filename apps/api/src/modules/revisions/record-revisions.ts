import type { RevisionKind } from "#platform/database/index.js";
import type { Db } from "#platform/database/index.js";
import { newUuid } from "#platform/ids.js";
import { headlineOf } from "../derived/index.js";
import { lineCounts } from "./line-counts.js";
import {
  findHeads,
  insertRevisions,
  listContents,
  putPages,
  type HeadState,
  type PageState,
} from "./record-revisions.repository.js";
import type { NewRevision } from "./revision-write.js";
import { contentHashOf, unstorable } from "./source-text.js";

/** A revision that happened elsewhere or before: author and time are given, nobody is asked for permission. */
export interface RecordedRevision {
  /** A new one when absent. */
  readonly id?: string;
  readonly page: {
    /** A new page's id is made by the caller (`newUuid`); the page comes to be with its first revision. */
    readonly id: string;
    readonly spaceId: string;
    readonly spaceKey: string;
    readonly locale: string;
    readonly defaultLocale: string;
    readonly translationOf?: string | null;
  };
  readonly kind: RevisionKind;
  /** The page's newest revision when absent. */
  readonly parentIds?: readonly string[];
  readonly authorId: string;
  readonly createdAt: Date;
  readonly message: string;
  readonly isMinor?: boolean;
  readonly path: string;
  readonly filePath: string;
  readonly markdown: string;
}

export interface RecordedAs {
  readonly id: string;
  readonly pageId: string;
  readonly number: number;
  readonly contentHash: Buffer;
}

/**
 * Stores revisions in the order given, many at a time, without derived data: call `derivePage` for each page
 * afterwards, before readers come. A changed path leaves a redirect behind; a deleted page with a new revision is there
 * again. Texts must be storable (`unstorable`). Call it inside a transaction, with a few hundred at a time.
 */
export async function recordRevisions(
  tx: Db,
  inputs: readonly RecordedRevision[],
): Promise<RecordedAs[]> {
  if (inputs.length === 0) return [];
  const pageIds = [...new Set(inputs.map((input) => input.page.id))];
  const heads = await findHeads(tx, pageIds);
  const pages = new Map<string, PageState>();
  const revisions: NewRevision[] = [];
  for (const input of inputs) {
    const revision = toRevision(input, heads.get(input.page.id));
    revisions.push(revision);
    pages.set(
      input.page.id,
      nextState(pages.get(input.page.id), input, revision, heads.get(input.page.id)),
    );
    heads.set(input.page.id, {
      id: revision.id,
      number: revision.number,
      path: revision.path,
      markdown: input.markdown,
    });
  }
  await insertRevisions(tx, revisions, await listContents(tx, revisions));
  await putPages(tx, [...pages.values()]);
  return revisions.map(({ id, pageId, number, contentHash }) => ({
    id,
    pageId,
    number,
    contentHash,
  }));
}

function toRevision(input: RecordedRevision, head: HeadState | undefined): NewRevision {
  const { page, markdown, path, filePath } = input;
  const problem = unstorable(markdown);
  if (problem) throw new Error(`${filePath} cannot be recorded: ${problem.message}`);
  const { spaceKey: space, locale, defaultLocale } = page;
  const { title, frontMatter } = headlineOf(markdown, {
    space,
    locale,
    defaultLocale,
    path,
    filePath,
  });
  const lines = lineCounts(head?.markdown ?? "", markdown);
  return {
    id: input.id ?? newUuid(),
    pageId: page.id,
    number: (head?.number ?? 0) + 1,
    kind: input.kind,
    parentIds: input.parentIds ?? (head ? [head.id] : []),
    authorId: input.authorId,
    createdAt: input.createdAt,
    message: input.message,
    isMinor: input.isMinor ?? false,
    title,
    path,
    filePath,
    frontMatter,
    markdown,
    contentHash: contentHashOf(markdown),
    size: Buffer.byteLength(markdown),
    linesAdded: lines.added,
    linesRemoved: lines.removed,
  };
}

function nextState(
  known: PageState | undefined,
  { page }: RecordedRevision,
  revision: NewRevision,
  before: HeadState | undefined,
): PageState {
  const left = before && before.path !== revision.path ? [before.path] : [];
  return {
    id: page.id,
    spaceId: page.spaceId,
    locale: page.locale,
    translationOf: page.translationOf ?? null,
    path: revision.path,
    title: revision.title,
    headId: revision.id,
    headNumber: revision.number,
    createdAt: known?.createdAt ?? revision.createdAt,
    updatedAt: revision.createdAt,
    formerPaths: [...(known?.formerPaths ?? []), ...left],
  };
}
