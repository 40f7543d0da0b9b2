import { sql, type RawBuilder } from "kysely";
import { Refusal } from "#platform/errors.js";
import type { Viewer } from "../../context.js";
import { hasRole, visibleSpace, type Space } from "../spaces/index.js";

/** Needed in the page's space; see `modules/spaces/spaces.policy.ts` for what the roles mean. */
export const pageRoles = {
  create: "WRITER",
  edit: "WRITER",
  move: "WRITER",
  /** Moving it from a members' space to a public one. */
  publish: "REVIEWER",
  revert: "WRITER",
  delete: "REVIEWER",
  restore: "REVIEWER",
} as const;

export type PageAction = keyof typeof pageRoles;

export function mayOnPages(viewer: Viewer, spaceId: string, action: PageAction): boolean {
  return hasRole(viewer, spaceId, pageRoles[action]);
}

/**
 * A page takes its whole history along, so out of a members' space into a public one everybody may read what was said
 * among the members.
 * @throws Refusal FORBIDDEN, saying so
 */
export function requirePublishing(viewer: Viewer, from: Space, to: Space): void {
  if (from.visibility === "PUBLIC" || to.visibility !== "PUBLIC") return;
  if (hasRole(viewer, from.id, pageRoles.publish)) return;
  throw new Refusal(
    "FORBIDDEN",
    `Moving a page from the members' space "${from.key}" to a public one lets everybody read its whole history. This needs the role ${pageRoles.publish} in "${from.key}".`,
    { requiredRole: pageRoles.publish },
  );
}

/** A page named by its id, in SQL: in a visible space, and not deleted unless the viewer could restore it. */
export function visiblePage(viewer: Viewer): RawBuilder<boolean> {
  if (viewer.person?.role === "ADMIN") return sql<boolean>`true`;
  const restoring = [...viewer.spaceRoles.keys()].filter((id) => mayOnPages(viewer, id, "restore"));
  return sql<boolean>`(${visibleSpace(viewer)} and (page.deleted_at is null or page.space_id = any(${restoring}::uuid[])))`;
}
