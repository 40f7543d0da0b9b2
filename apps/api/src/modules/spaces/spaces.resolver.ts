import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../context.js";
import {
  Access,
  ConnectionArgs,
  defineNode,
  payload,
  toConnection,
  type Connection,
} from "../contract/index.js";
import { createSpace } from "./space-creation.js";
import {
  SpaceBy,
  SpaceConnectionType,
  SpaceCreateInput,
  SpaceCreatePayload,
  SpaceType,
  toSpace,
} from "./space.type.js";
import {
  findSpace,
  listVisibleSpaces,
  pageCountBySpace,
  spaceById,
  spaceCursor,
} from "./spaces.service.js";

@Resolver(() => SpaceType)
export class SpacesResolver {
  @Access("VISIBLE")
  @Query(() => SpaceType, {
    nullable: true,
    description: "A space; null when there is none or it may not be read.",
  })
  async space(
    @Arg("by", () => SpaceBy, { description: "Which one." }) by: SpaceBy,
    @Ctx() ctx: Context,
  ): Promise<SpaceType | null> {
    const space = await findSpace(ctx, by);
    return space ? toSpace(ctx, space) : null;
  }

  @Access("VISIBLE")
  @Query(() => SpaceConnectionType, { description: "The spaces the viewer may read, by key." })
  async spaces(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<SpaceType>> {
    const slice = await listVisibleSpaces(ctx, args);
    return toConnection(slice, { node: (space) => toSpace(ctx, space), cursor: spaceCursor });
  }

  @Access("INSTANCE_ADMIN")
  @Mutation(() => SpaceCreatePayload, { description: "Makes a space." })
  spaceCreate(
    @Arg("input", () => SpaceCreateInput, { description: "The space." }) input: SpaceCreateInput,
    @Ctx() ctx: Context,
  ): Promise<SpaceCreatePayload> {
    return payload(ctx, async () => ({ space: toSpace(ctx, await createSpace(ctx, input)) }));
  }

  @FieldResolver(() => Int, {
    description: "How many pages it has, in all languages; deleted ones not counted.",
  })
  async pageCount(@Root() space: SpaceType, @Ctx() ctx: Context): Promise<number> {
    return (await pageCountBySpace(ctx).load(space.record.id)) ?? 0;
  }
}

defineNode("Space", async (ctx, id) => {
  const space = await spaceById(ctx).load(id);
  return space && toSpace(ctx, space);
});
