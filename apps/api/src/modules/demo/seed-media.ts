import { posix } from "node:path";
import type { Tx } from "#platform/database/index.js";
import { storeMedia } from "../media/index.js";
import type { Space } from "../spaces/index.js";
import type { DemoContent, DemoRevision } from "./demo-content.js";

export interface SeedMedia {
  content: Pick<DemoContent, "media" | "pages">;
  spaces: ReadonlyMap<string, Space>;
  people: ReadonlyMap<string, string>;
  dataDir: string;
}

/** Files come with the revision that shows them first: by its author, at its time. */
export async function seedMedia(
  tx: Tx,
  { content, spaces, people, dataDir }: SeedMedia,
): Promise<void> {
  for (const { space: key, path, bytes } of content.media) {
    const space = spaces.get(key);
    const revision = firstShowing(content.pages, key, path);
    const authorId = people.get(revision.author);
    if (!space || !authorId)
      throw new Error(`${path} is of no space, or ${revision.author} of nobody.`);
    await storeMedia(tx, {
      dataDir,
      spaceId: space.id,
      path,
      bytes,
      authorId,
      createdAt: revision.at,
    });
  }
}

function firstShowing(pages: DemoContent["pages"], space: string, path: string): DemoRevision {
  const name = posix.basename(path);
  const first = pages
    .filter((page) => page.space === space)
    .flatMap((page) => page.revisions)
    .filter((revision) => revision.markdown.includes(name))
    .sort((a, b) => a.at.getTime() - b.at.getTime())[0];
  if (!first) throw new Error(`No page of ${space} shows ${path}.`);
  return first;
}
