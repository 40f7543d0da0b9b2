import { Ctx, Query, Resolver } from "type-graphql";
import type { Context } from "../../context.js";
import { Access } from "../contract/index.js";
import { siteOf } from "./site.js";
import { SiteType } from "./site.type.js";

@Resolver(() => SiteType)
export class SiteResolver {
  @Access("ANYONE")
  @Query(() => SiteType, { description: "This instance of Stet." })
  site(@Ctx() ctx: Context): SiteType {
    return siteOf(ctx);
  }
}
