import { sql } from "kysely";
import { inTransaction, type SpaceRole, type Tx } from "#platform/database/index.js";
import { DomainError } from "#platform/errors.js";
import { decodeId } from "#platform/ids.js";
import type { Context } from "../../context.js";
import {
  personLoader,
  forgetPersonAfter,
  recordAccountChange,
  type PersonType,
} from "../accounts/index.js";
import {
  sliceOf,
  windowOf,
  type ConnectionArgs,
  type Order,
  type Slice,
} from "../contract/index.js";
import { findSpace, requireRole, type Space } from "../spaces/index.js";
import {
  listMembers,
  removeSpaceRole,
  setSpaceRole,
  type MemberRow,
} from "./members.repository.js";

const byName: Order = {
  keys: [
    { expression: sql`person.name`, type: "text" },
    { expression: sql`person.id`, type: "uuid" },
  ],
  descending: false,
};

/** Who has a role in the space, by name. @throws Refusal UNAUTHENTICATED or FORBIDDEN but for its administrators. */
export async function membersOf(
  ctx: Context,
  space: Space,
  args: ConnectionArgs,
): Promise<Slice<MemberRow>> {
  requireRole(ctx.viewer, space.id, "ADMIN");
  const window = windowOf(args, byName);
  return sliceOf(await listMembers(ctx.db, space.id, window), window);
}

/**
 * Gives a role, or another one. Only administrators of the space give roles, so none is above the giver's own.
 * @throws DomainError NOT_FOUND; Refusal UNAUTHENTICATED or FORBIDDEN
 */
export async function giveSpaceRole(
  ctx: Context,
  input: { spaceId: string; personId: string; role: SpaceRole },
): Promise<{ space: Space; person: PersonType }> {
  return changeRole(ctx, input, { role: input.role }, async (tx, spaceId, personId) => {
    if (!(await setSpaceRole(tx, spaceId, personId, input.role))) {
      throw new DomainError("NOT_FOUND", "No account has this id.", ["input", "personId"]);
    }
  });
}

/** @throws DomainError NOT_FOUND, also without a role to remove; Refusal UNAUTHENTICATED or FORBIDDEN */
export async function takeSpaceRole(
  ctx: Context,
  input: { spaceId: string; personId: string },
): Promise<{ space: Space; person: PersonType }> {
  return changeRole(ctx, input, { role: null }, async (tx, spaceId, personId) => {
    if (!(await removeSpaceRole(tx, spaceId, personId))) {
      throw new DomainError("NOT_FOUND", "This person has no role in the space.", [
        "input",
        "personId",
      ]);
    }
  });
}

async function changeRole(
  ctx: Context,
  input: { spaceId: string; personId: string },
  data: { role: SpaceRole | null },
  change: (tx: Tx, spaceId: string, personId: string) => Promise<void>,
): Promise<{ space: Space; person: PersonType }> {
  const space = await findSpace(ctx, { id: input.spaceId });
  if (!space) throw new DomainError("NOT_FOUND", "There is no such space.", ["input", "spaceId"]);
  requireRole(ctx.viewer, space.id, "ADMIN");
  const personId = decodeId("Person", input.personId);
  const person = personId && (await personLoader(ctx).load(personId));
  if (!person) throw new DomainError("NOT_FOUND", "No account has this id.", ["input", "personId"]);
  await inTransaction(ctx.db, async (tx) => {
    await change(tx, space.id, personId);
    await recordAccountChange(tx, {
      type: "space.role",
      spaceId: space.id,
      personId: ctx.viewer.person?.id,
      data: { ...data, personId },
    });
    forgetPersonAfter(tx, personId);
  });
  return { space, person };
}
