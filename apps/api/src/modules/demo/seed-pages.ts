import type { RevisionKind, Tx } from "#platform/database/index.js";
import { newUuid } from "#platform/ids.js";
import { appendChanges, type Change } from "../changes/index.js";
import { derivePage, loadEnvironment } from "../derived/index.js";
import { recordRevisions, type RecordedRevision } from "../revisions/index.js";
import type { Space } from "../spaces/index.js";
import type { DemoContent, DemoPage } from "./demo-content.js";

export interface SeedPages {
  content: Pick<DemoContent, "pages">;
  spaces: ReadonlyMap<string, Space>;
  people: ReadonlyMap<string, string>;
  locales: readonly string[];
}

/** All revisions of all pages in the order of their times, then what is derived from them. Answers how many. */
export async function seedPages(
  tx: Tx,
  { content, spaces, people, locales }: SeedPages,
): Promise<number> {
  const ids = new Map(content.pages.map((page) => [page.key, newUuid()]));
  const inputs = content.pages
    .flatMap((page) => revisionsOf(page, { ids, spaces, people }))
    .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  const recorded = await recordRevisions(tx, inputs);
  const changes = recorded.map((revision, index): Change => {
    const { kind, page, authorId } = inputs[index]!;
    return {
      type: CHANGES[kind],
      spaceId: page.spaceId,
      pageId: page.id,
      revisionId: revision.id,
      personId: authorId,
    };
  });
  await appendChanges(tx, changes);
  const environment = await loadEnvironment(tx, { locales });
  for (const id of ids.values()) await derivePage(tx, id, environment);
  return recorded.length;
}

const CHANGES: Record<RevisionKind, Change["type"]> = {
  CREATE: "page.created",
  EDIT: "page.saved",
  MERGE: "page.saved",
  MOVE: "page.moved",
  REVERT: "page.reverted",
  RESTORE: "page.restored",
};

function revisionsOf(
  page: DemoPage,
  known: { ids: ReadonlyMap<string, string> } & Pick<SeedPages, "spaces" | "people">,
): RecordedRevision[] {
  const space = known.spaces.get(page.space);
  const id = known.ids.get(page.key);
  if (!space || !id) throw new Error(`${page.key}: there is no space ${page.space}.`);
  const translationOf = page.translationOf ? known.ids.get(page.translationOf) : null;
  if (translationOf === undefined)
    throw new Error(`${page.key} translates a page that is not there.`);
  let { path, filePath } = page;
  return page.revisions.map((revision, index) => {
    path = revision.path ?? path;
    filePath = revision.filePath ?? filePath;
    const authorId = known.people.get(revision.author);
    if (!authorId) throw new Error(`${page.key}: nobody is called ${revision.author}.`);
    return {
      page: {
        id,
        spaceId: space.id,
        spaceKey: space.key,
        locale: page.locale,
        defaultLocale: space.defaultLocale,
        translationOf,
      },
      kind: revision.kind ?? (index === 0 ? "CREATE" : "EDIT"),
      authorId,
      createdAt: revision.at,
      message: revision.message,
      isMinor: revision.isMinor,
      path,
      filePath,
      markdown: revision.markdown,
    };
  });
}
