import { Refusal } from "#platform/errors.js";
import type { Viewer } from "../../context.js";

type SignedIn = Viewer & { readonly person: NonNullable<Viewer["person"]> };

/** E-mail and account are told to their owner and to administrators of the instance, nobody else. */
export function canSeeAccount(viewer: Viewer, personId: string): boolean {
  return viewer.person?.id === personId || viewer.person?.role === "ADMIN";
}

/** @throws Refusal UNAUTHENTICATED or FORBIDDEN */
export function requireInstanceAdmin(viewer: Viewer): asserts viewer is SignedIn {
  if (!viewer.person) throw new Refusal("UNAUTHENTICATED", "Sign in to do this.");
  if (viewer.person.role === "ADMIN") return;
  throw new Refusal("FORBIDDEN", "Only administrators of this site may do this.", {
    requiredRole: "INSTANCE_ADMIN",
  });
}
