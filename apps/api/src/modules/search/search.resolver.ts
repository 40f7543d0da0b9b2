import { Args, ArgsType, Ctx, Field, Query, Resolver } from "type-graphql";
import type { PageKind } from "#platform/database/index.js";
import type { Context } from "../../context.js";
import {
  Access,
  ConnectionArgs,
  LocaleScalar,
  toConnection,
  type Connection,
} from "../contract/index.js";
import { PageKindEnum, toPage } from "../pages/index.js";
import { search } from "./search.service.js";
import { SearchConnectionType, type SearchHitType } from "./search.type.js";

@ArgsType()
class SearchArgs extends ConnectionArgs {
  @Field(() => String, {
    description:
      'Words, the last also as the start of one; "phrases"; -exclusions; or. Any text will do.',
  })
  query!: string;

  @Field(() => String, { nullable: true, description: "Only in the space with this key." })
  space?: string | null;

  @Field(() => LocaleScalar, { nullable: true, description: "Only in this language." })
  locale?: string | null;

  @Field(() => PageKindEnum, { nullable: true, description: "Only of this kind." })
  kind?: PageKind | null;
}

@Resolver()
export class SearchResolver {
  @Access("VISIBLE")
  @Query(() => SearchConnectionType, {
    description: "Pages with all the words in title or text, best first.",
  })
  async search(
    @Args(() => SearchArgs) args: SearchArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<SearchHitType>> {
    const { slice, cursor, count } = await search(ctx, args, args);
    return toConnection(
      slice,
      { node: (hit) => ({ ...hit, page: toPage(ctx, hit.page) }), cursor },
      count,
    );
  }
}
