import type { Context } from "../../context.js";
import { checkPagePath, type Page, type Revision } from "../pages/index.js";
import { pageIdOf } from "./find-editable.js";
import { checkFree } from "./free-path.js";
import { appendRevision } from "./append-revision.js";
import { movedFilePath } from "./moved-links.js";

export interface RestoreInput {
  readonly pageId: string;
  readonly path?: string | null;
  readonly idempotencyKey?: string | null;
}

/** Brings a deleted page back, at its old address or another one. @throws DomainError NOT_DELETED, PATH_TAKEN */
export async function restorePage(
  ctx: Context,
  input: RestoreInput,
): Promise<{ page: Page; revision: Revision }> {
  const pageId = pageIdOf(ctx, input.pageId);
  return appendRevision(ctx, {
    pageId,
    action: "restore",
    operation: "pageRestore",
    change: "page.restored",
    input,
    next: async ({ page, head }) => {
      const path = input.path == null ? page.path : checkPagePath(input.path);
      await checkFree(ctx, { space: page.space, locale: page.locale, path }, [page.id]);
      const filePath =
        path === page.path
          ? head.filePath
          : movedFilePath({ path: page.path, filePath: head.filePath }, path);
      return { kind: "RESTORE", markdown: head.markdown, message: "", path, filePath };
    },
  });
}
