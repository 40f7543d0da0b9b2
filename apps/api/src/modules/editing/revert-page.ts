import { merge } from "@stet/history";
import type { Context } from "../../context.js";
import type { Page, Revision } from "../pages/index.js";
import { checkMessage } from "../revisions/index.js";
import { appendRevision } from "./append-revision.js";
import { EditConflict } from "./edit-conflict.js";
import { findRevisionOf } from "./editable.repository.js";
import { noSuchRevision, pageIdOf, revisionIdOf } from "./find-editable.js";

export interface RevertInput {
  readonly pageId: string;
  readonly toRevisionId: string;
  readonly baseRevisionId: string;
  readonly message?: string | null;
  readonly idempotencyKey?: string | null;
}

/**
 * Makes the text of an older revision the newest again. Whoever reverts has seen the base: when somebody saved since,
 * that is a conflict.
 */
export async function revertPage(
  ctx: Context,
  input: RevertInput,
): Promise<{ page: Page; revision: Revision }> {
  const pageId = pageIdOf(ctx, input.pageId);
  const toId = revisionIdOf(input.toRevisionId, "toRevisionId");
  const baseId = revisionIdOf(input.baseRevisionId, "baseRevisionId");
  const message = checkMessage(input.message);
  return appendRevision(ctx, {
    pageId,
    action: "revert",
    operation: "pageRevert",
    change: "page.reverted",
    input,
    next: async ({ page, head }) => {
      const to = await findRevisionOf(ctx.db, pageId, toId);
      if (!to) throw noSuchRevision("toRevisionId");
      if (baseId !== head.id) {
        const base = await findRevisionOf(ctx.db, pageId, baseId);
        if (!base) throw noSuchRevision("baseRevisionId");
        throw new EditConflict(
          base,
          head,
          to.markdown,
          merge(base.markdown, to.markdown, head.markdown),
        );
      }
      if (to.markdown === head.markdown) return undefined;
      return {
        kind: "REVERT",
        markdown: to.markdown,
        message: message || `Revert to revision ${to.number}`,
        path: page.path,
        filePath: head.filePath,
      };
    },
  });
}
