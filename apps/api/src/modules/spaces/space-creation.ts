import { inTransaction, type Visibility } from "#platform/database/index.js";
import { DomainError } from "#platform/errors.js";
import { decodeId, encodeId, newUuid } from "#platform/ids.js";
import type { Context } from "../../context.js";
import { appendChanges } from "../changes/index.js";
import { idempotently } from "../contract/index.js";
import { siteOf } from "../site/index.js";
import { checkSpaceDescription, checkSpaceKey, checkSpaceName, type Space } from "./space.js";
import { requireSpaceCreation } from "./spaces.policy.js";
import { insertSpace } from "./spaces.repository.js";
import { spaceById } from "./spaces.service.js";

export interface SpaceCreation {
  readonly key: string;
  readonly name: string;
  readonly description?: string | null;
  readonly visibility?: Visibility | null;
  readonly defaultLocale?: string | null;
  readonly idempotencyKey?: string | null;
}

/** @throws DomainError ALREADY_EXISTS, RESERVED_NAME, INVALID_INPUT; Refusal for all but administrators */
export async function createSpace(ctx: Context, input: SpaceCreation): Promise<Space> {
  const { viewer } = ctx;
  requireSpaceCreation(viewer);
  const { locales } = siteOf(ctx);
  checkSpaceKey(input.key, locales);
  const space: Space = {
    id: newUuid(),
    key: input.key,
    name: checkSpaceName(input.name),
    description: checkSpaceDescription(input.description),
    visibility: input.visibility ?? "PUBLIC",
    defaultLocale: input.defaultLocale ?? locales[0] ?? "en",
    createdAt: new Date(),
  };
  const request = { operation: "spaceCreate", key: input.idempotencyKey, input };
  const { spaceId } = await idempotently<{ spaceId: string }>(ctx, request, async (remember) => {
    const answer = { spaceId: encodeId("Space", space.id) };
    await inTransaction(ctx.db, async (tx) => {
      if (!(await insertSpace(tx, space))) {
        throw new DomainError("ALREADY_EXISTS", `There is a space "${space.key}" already.`, [
          "input",
          "key",
        ]);
      }
      await appendChanges(tx, [
        { type: "space.created", spaceId: space.id, personId: viewer.person.id },
      ]);
      await remember(tx, answer);
    });
    return answer;
  });
  const id = decodeId("Space", spaceId);
  if (id === space.id) return space;
  const earlier = id === undefined ? undefined : await spaceById(ctx).load(id);
  if (!earlier) throw new Error(`The stored answer names ${spaceId}, which cannot be read.`);
  return earlier;
}
