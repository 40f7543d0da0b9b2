import { decodeId } from "#platform/ids.js";
import type { Context } from "../../context.js";
import { pageById, type Page, type Revision } from "../pages/index.js";
import { findRevision } from "../revisions/index.js";
import { getEditable, pageIdOf } from "./find-editable.js";
import type { SaveOutcome, SaveResult } from "./save-page.js";

/** What is remembered of a write for its idempotency key. */
export interface StoredWrite {
  readonly pageId: string;
  readonly revisionId: string;
}

export interface StoredSave extends StoredWrite {
  readonly outcome: SaveOutcome;
}

/**
 * The answer to a repeated request: the same revision, on the page as it is now.
 * @throws DomainError or Refusal, the same as a first attempt, when the viewer may no longer read it
 */
export async function recallWrite(
  ctx: Context,
  stored: StoredWrite,
): Promise<{ page: Page; revision: Revision }> {
  const pageId = decodeId("Page", stored.pageId);
  const [page, revision] = await Promise.all([
    pageId === undefined ? undefined : pageById(ctx).load(pageId),
    findRevision(ctx, stored.revisionId),
  ]);
  if (page && revision) return { page, revision };
  await getEditable(ctx, ctx.db, pageIdOf(ctx, stored.pageId), "edit");
  throw new Error(`The stored answer names ${stored.revisionId}, which cannot be read.`);
}

export async function recallSave(ctx: Context, stored: StoredSave): Promise<SaveResult> {
  return { ...(await recallWrite(ctx, stored)), outcome: stored.outcome };
}
