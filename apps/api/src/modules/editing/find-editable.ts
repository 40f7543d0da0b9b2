import type { Db } from "#platform/database/index.js";
import { DomainError } from "#platform/errors.js";
import { decodeId } from "#platform/ids.js";
import type { Context } from "../../context.js";
import { pageRoles, type PageAction } from "../pages/index.js";
import { requireRole, requireSignedIn } from "../spaces/index.js";
import { findEditables, type Editable } from "./editable.repository.js";

/**
 * The page to write to, once the viewer may do it.
 * @throws Refusal UNAUTHENTICATED or FORBIDDEN; DomainError NOT_FOUND, DELETED or NOT_DELETED on `input.pageId`
 */
export async function getEditable(
  ctx: Context,
  db: Db,
  pageId: string,
  action: PageAction,
): Promise<Editable> {
  const editable = (await findEditables(db, ctx.viewer, [pageId])).get(pageId);
  if (!editable) throw noSuchPage();
  requireRole(ctx.viewer, editable.page.space.id, pageRoles[action]);
  const isDeleted = editable.page.deletedAt !== null;
  if (isDeleted && action !== "restore") {
    throw new DomainError("DELETED", "The page is deleted. Restore it first.", ["input", "pageId"]);
  }
  if (!isDeleted && action === "restore") {
    throw new DomainError("NOT_DELETED", "The page is not deleted.", ["input", "pageId"]);
  }
  return editable;
}

/** The UUID behind an input's `pageId`; whoever is not signed in learns nothing. */
export function pageIdOf(ctx: Context, id: string): string {
  requireSignedIn(ctx.viewer);
  const uuid = decodeId("Page", id);
  if (uuid === undefined) throw noSuchPage();
  return uuid;
}

export function revisionIdOf(id: string, field: string): string {
  const uuid = decodeId("Revision", id);
  if (uuid === undefined) throw noSuchRevision(field);
  return uuid;
}

export function noSuchRevision(field: string): DomainError {
  return new DomainError("NOT_FOUND", "This page has no such revision.", ["input", field]);
}

function noSuchPage(): DomainError {
  return new DomainError("NOT_FOUND", "There is no such page.", ["input", "pageId"]);
}
