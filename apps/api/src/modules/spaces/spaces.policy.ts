import { sql, type RawBuilder } from "kysely";
import type { SpaceRole } from "#platform/database/index.js";
import { Refusal } from "#platform/errors.js";
import type { Viewer } from "../../context.js";

const ranks: Record<SpaceRole, number> = { READER: 1, WRITER: 2, REVIEWER: 3, ADMIN: 4 };

/** The viewer's role in a space; administrators of the instance have every role. */
export function roleIn(viewer: Viewer, spaceId: string): SpaceRole | undefined {
  if (viewer.person?.role === "ADMIN") return "ADMIN";
  return viewer.spaceRoles.get(spaceId);
}

export function hasRole(viewer: Viewer, spaceId: string, role: SpaceRole): boolean {
  const own = viewer.person && roleIn(viewer, spaceId);
  return own !== undefined && ranks[own] >= ranks[role];
}

export function canCreateSpaces(viewer: Viewer): boolean {
  return viewer.person?.role === "ADMIN";
}

/** `canRead` in SQL, for the space row named by `alias`: the one predicate of every list. */
export function visibleSpace(viewer: Viewer, alias = "space"): RawBuilder<boolean> {
  if (viewer.person?.role === "ADMIN") return sql<boolean>`true`;
  const visibility = sql.ref(`${alias}.visibility`);
  if (!viewer.person || viewer.spaceRoles.size === 0) return sql<boolean>`${visibility} = 'PUBLIC'`;
  return sql<boolean>`(${visibility} = 'PUBLIC' or ${sql.ref(`${alias}.id`)} = any(${[...viewer.spaceRoles.keys()]}::uuid[]))`;
}

type SignedIn = Viewer & { readonly person: NonNullable<Viewer["person"]> };

/** @throws Refusal UNAUTHENTICATED */
export function requireSignedIn(viewer: Viewer): asserts viewer is SignedIn {
  if (!viewer.person) throw new Refusal("UNAUTHENTICATED", "Sign in to do this.");
}

/** @throws Refusal UNAUTHENTICATED or FORBIDDEN, naming the role that is missing */
export function requireRole(
  viewer: Viewer,
  spaceId: string,
  role: SpaceRole,
): asserts viewer is SignedIn {
  requireSignedIn(viewer);
  if (hasRole(viewer, spaceId, role)) return;
  throw new Refusal("FORBIDDEN", `This needs the role ${role} in the space.`, {
    requiredRole: role,
  });
}

/** @throws Refusal UNAUTHENTICATED or FORBIDDEN */
export function requireSpaceCreation(viewer: Viewer): asserts viewer is SignedIn {
  requireSignedIn(viewer);
  if (canCreateSpaces(viewer)) return;
  throw new Refusal("FORBIDDEN", "Only administrators of this site create spaces.", {
    requiredRole: "INSTANCE_ADMIN",
  });
}
