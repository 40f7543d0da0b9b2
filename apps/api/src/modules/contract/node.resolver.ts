import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { Refusal } from "#platform/errors.js";
import type { Context } from "../../context.js";
import { Access } from "./access.js";
import { NodeType } from "./node.type.js";
import { findNode } from "./nodes.js";

const MAX_IDS = 100;

@Resolver()
export class NodeResolver {
  @Access("VISIBLE")
  @Query(() => NodeType, {
    nullable: true,
    description: "Anything by its id; null when there is none or it may not be seen.",
  })
  async node(
    @Arg("id", () => ID, { description: "Its id." }) id: string,
    @Ctx() ctx: Context,
  ): Promise<NodeType | null> {
    return (await findNode(ctx, id)) ?? null;
  }

  @Access("VISIBLE")
  @Query(() => [NodeType], {
    nullable: "items",
    description: "Many things by their ids, in the same order; null for each that is not found.",
  })
  async nodes(
    @Arg("ids", () => [ID], { description: "At most 100." }) ids: string[],
    @Ctx() ctx: Context,
  ): Promise<(NodeType | null)[]> {
    if (ids.length > MAX_IDS) {
      throw new Refusal("BAD_USER_INPUT", `Ask for at most ${MAX_IDS} ids at a time.`, {
        argument: "ids",
      });
    }
    return Promise.all(ids.map(async (id) => (await findNode(ctx, id)) ?? null));
  }
}
