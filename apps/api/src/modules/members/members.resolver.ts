import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import { toPerson, ViewerType } from "../accounts/index.js";
import {
  Access,
  ConnectionArgs,
  encodeCursor,
  payload,
  toConnection,
  type Connection,
} from "../contract/index.js";
import { canCreateSpaces, SpaceType, toSpace } from "../spaces/index.js";
import { giveSpaceRole, membersOf, takeSpaceRole } from "./members.service.js";
import {
  MembershipConnectionType,
  SpaceRolePayload,
  SpaceRoleRemoveInput,
  SpaceRoleSetInput,
  type MembershipType,
} from "./membership.type.js";

@Resolver(() => SpaceType)
export class MembersResolver {
  @FieldResolver(() => MembershipConnectionType, {
    description: "Who has a role in the space, by name. Only for its administrators.",
  })
  async members(
    @Ctx() ctx: Context,
    @Root() space: SpaceType,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<MembershipType>> {
    return toConnection(await membersOf(ctx, space.record, args), {
      node: (row) => ({ person: toPerson(row), role: row.role }),
      cursor: (row) => encodeCursor([row.name, row.id]),
    });
  }

  @Access("SPACE_ADMIN")
  @Mutation(() => SpaceRolePayload, {
    description: "Gives a person a role in a space, instead of the one they had.",
  })
  async spaceRoleSet(
    @Ctx() ctx: Context,
    @Arg("input", () => SpaceRoleSetInput, { description: "Who gets which role where." })
    input: SpaceRoleSetInput,
  ): Promise<SpaceRolePayload> {
    return payload(ctx, async () => {
      const { space, person } = await giveSpaceRole(ctx, input);
      return { space: toSpace(ctx, space), membership: { person, role: input.role } };
    });
  }

  @Access("SPACE_ADMIN")
  @Mutation(() => SpaceRolePayload, { description: "Ends a person's role in a space." })
  async spaceRoleRemove(
    @Ctx() ctx: Context,
    @Arg("input", () => SpaceRoleRemoveInput, { description: "Whose role ends where." })
    input: SpaceRoleRemoveInput,
  ): Promise<SpaceRolePayload> {
    return payload(ctx, async () => {
      const { space } = await takeSpaceRole(ctx, input);
      return { space: toSpace(ctx, space), membership: null };
    });
  }
}

@Resolver(() => ViewerType)
export class ViewerSpacesResolver {
  @FieldResolver(() => Boolean, { description: "Whether the viewer may create spaces." })
  canCreateSpaces(@Ctx() ctx: Context): boolean {
    return canCreateSpaces(ctx.viewer);
  }
}
