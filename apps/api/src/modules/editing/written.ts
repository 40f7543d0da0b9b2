import type { Viewer } from "../../context.js";
import type { Page, Revision } from "../pages/index.js";
import type { RevisionWrite } from "../revisions/index.js";
import type { Space } from "../spaces/index.js";

type SignedIn = Viewer & { readonly person: NonNullable<Viewer["person"]> };

/** The page and revision as a read right after the write would give them. */
export function writtenPage(
  viewer: SignedIn,
  write: RevisionWrite,
  place: { space: Space; locale: string; createdAt?: Date; translationOf: string | null },
): { page: Page; revision: Revision } {
  const { revision: stored, text } = write;
  const { id: authorId, name } = viewer.person;
  const revision: Revision = { ...stored, author: { id: authorId, name } };
  const { title, description, kind, tags, html, toc, problems } = text;
  const page: Page = {
    id: stored.pageId,
    space: place.space,
    locale: place.locale,
    path: stored.path,
    kind,
    title,
    description,
    tags,
    translationOf: place.translationOf,
    headId: stored.id,
    headNumber: stored.number,
    createdAt: place.createdAt ?? stored.createdAt,
    updatedAt: stored.createdAt,
    deletedAt: null,
    head: revision,
    rendered: { html, toc, problems },
  };
  return { page, revision };
}
