import { sql } from "kysely";
import { inTransaction, type Db } from "#platform/database/index.js";
import { DomainError } from "#platform/errors.js";
import { encodeId } from "#platform/ids.js";
import type { Context } from "../../context.js";
import { appendChanges } from "../changes/index.js";
import { idempotently } from "../contract/index.js";
import { removeHead } from "../derived/index.js";
import type { DeletedPage } from "../pages/index.js";
import { checkMessage } from "../revisions/index.js";
import { requireSignedIn } from "../spaces/index.js";
import { getEditable, pageIdOf } from "./find-editable.js";

export interface DeleteInput {
  readonly pageId: string;
  readonly message?: string | null;
  readonly idempotencyKey?: string | null;
}

type Deleted = {
  readonly pageId: string;
  readonly title: string;
  readonly deletedAt: string;
  readonly spaceId: string;
};

/** Takes a page away from its address, which answers 410 from then on. Its history stays, and it can be restored. */
export async function deletePage(ctx: Context, input: DeleteInput): Promise<DeletedPage> {
  const pageId = pageIdOf(ctx, input.pageId);
  const message = checkMessage(input.message);
  const request = { operation: "pageDelete", key: input.idempotencyKey, input };
  const deleted = await idempotently<Deleted>(ctx, request, async (remember) => {
    const { page } = await getEditable(ctx, ctx.db, pageId, "delete");
    const { viewer } = ctx;
    requireSignedIn(viewer);
    const at = new Date();
    const answer = {
      pageId: encodeId("Page", pageId),
      title: page.title,
      deletedAt: at.toISOString(),
      spaceId: page.space.id,
    };
    await inTransaction(ctx.db, async (tx) => {
      if (!(await markPageDeleted(tx, pageId, at, viewer.person.id))) {
        throw new DomainError("DELETED", "The page is deleted already.", ["input", "pageId"]);
      }
      await removeHead(tx, pageId);
      await appendChanges(tx, [
        {
          type: "page.deleted",
          spaceId: page.space.id,
          pageId,
          personId: viewer.person.id,
          data: { message },
        },
      ]);
      await remember(tx, answer);
    });
    return answer;
  });
  return {
    id: pageId,
    title: deleted.title,
    deletedAt: new Date(deleted.deletedAt),
    space: { id: deleted.spaceId },
  };
}

async function markPageDeleted(tx: Db, pageId: string, at: Date, byId: string): Promise<boolean> {
  const { rows } = await sql`
    update page set deleted_at = ${at}, deleted_by = ${byId} where id = ${pageId} and deleted_at is null returning id
  `.execute(tx);
  return rows.length > 0;
}
