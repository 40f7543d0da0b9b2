import { sql, type RawBuilder } from "kysely";
import type { Viewer } from "../../context.js";
import { hasRole, visibleSpace } from "../spaces/index.js";

/** Needed in the page's space; see `modules/spaces/spaces.policy.ts` for what the roles mean. */
export const pageRoles = {
  create: "WRITER",
  edit: "WRITER",
  move: "WRITER",
  revert: "WRITER",
  delete: "REVIEWER",
  restore: "REVIEWER",
} as const;

export type PageAction = keyof typeof pageRoles;

export function mayOnPages(viewer: Viewer, spaceId: string, action: PageAction): boolean {
  return hasRole(viewer, spaceId, pageRoles[action]);
}

/** A page named by its id, in SQL: in a visible space, and not deleted unless the viewer could restore it. */
export function visiblePage(viewer: Viewer): RawBuilder<boolean> {
  if (viewer.person?.role === "ADMIN") return sql<boolean>`true`;
  const restoring = [...viewer.spaceRoles.keys()].filter((id) => mayOnPages(viewer, id, "restore"));
  return sql<boolean>`(${visibleSpace(viewer)} and (page.deleted_at is null or page.space_id = any(${restoring}::uuid[])))`;
}
