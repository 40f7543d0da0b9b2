import type { GraphQLResolveInfo } from "graphql";
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Info,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import type { PageKind } from "#platform/database/index.js";
import { decodeId } from "#platform/ids.js";
import type { Context } from "../../context.js";
import {
  Access,
  ConnectionArgs,
  defineNode,
  LocaleScalar,
  selectedFields,
  storableText,
  toConnection,
  type Connection,
} from "../contract/index.js";
import { resolveAddress } from "./address.service.js";
import { AddressType, toAddressType } from "./address.type.js";
import { partsOf } from "./page-columns.js";
import {
  PageBy,
  PageConnectionType,
  PageKindEnum,
  PageOrderEnum,
  PagePath,
  PageType,
  toPage,
  type PageOrder,
} from "./page.type.js";
import { findPage, listVisiblePages, pageById, type PageFilter } from "./pages.service.js";

@ArgsType()
class PagesArgs extends ConnectionArgs {
  @Field(() => String, { nullable: true, description: "Only of the space with this key." })
  space?: string | null;

  @Field(() => PageKindEnum, { nullable: true, description: "Only of this kind." })
  kind?: PageKind | null;

  @Field(() => LocaleScalar, { nullable: true, description: "Only in this language." })
  locale?: string | null;

  @Field(() => String, { nullable: true, description: "Only with this tag." })
  tag?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Only the page at this path and those below it.",
  })
  pathPrefix?: string | null;

  @Field(() => ID, { nullable: true, description: "Only with a revision by this person." })
  author?: string | null;

  @Field(() => PageOrderEnum, { defaultValue: "PATH", description: "Which comes first." })
  orderBy!: PageOrder;
}

@Resolver(() => PageType)
export class PagesResolver {
  @Access("VISIBLE")
  @Query(() => PageType, {
    nullable: true,
    description: "A page; null when there is none or it may not be read.",
  })
  async page(
    @Arg("by", () => PageBy, { description: "Which one." }) by: PageBy,
    @Info() info: GraphQLResolveInfo,
    @Ctx() ctx: Context,
  ): Promise<PageType | null> {
    const page = await findPage(ctx, by, partsOf(selectedFields(info)));
    return page ? toPage(ctx, page) : null;
  }

  @Access("VISIBLE")
  @Query(() => PageConnectionType, {
    description: "Pages the viewer may read; deleted ones are left out.",
  })
  async pages(
    @Args(() => PagesArgs) args: PagesArgs,
    @Info() info: GraphQLResolveInfo,
    @Ctx() ctx: Context,
  ): Promise<Connection<PageType>> {
    const filter: PageFilter = {
      space: storableText(args.space)?.toLowerCase(),
      kind: args.kind,
      locale: args.locale,
      tag: storableText(args.tag),
      pathPrefix: storableText(args.pathPrefix)?.replace(/^\/+|\/+$/g, "") || undefined,
      authorId: args.author == null ? undefined : (decodeId("Person", args.author) ?? NOBODY),
    };
    return connectionOfPages(ctx, filter, args.orderBy, args, info);
  }

  @Access("VISIBLE")
  @Query(() => AddressType, {
    description:
      "What stands at an address: a page, a redirect, a deleted page, or nothing, with suggestions.",
  })
  async address(
    @Arg("path", () => PagePath, { description: "Where to look." }) path: PagePath,
    @Info() info: GraphQLResolveInfo,
    @Ctx() ctx: Context,
  ): Promise<AddressType> {
    const selected = selectedFields(info);
    const ofPage = new Set(
      [...selected].filter((name) => name.startsWith("page.")).map((name) => name.slice(5)),
    );
    return toAddressType(ctx, await resolveAddress(ctx, path, partsOf(ofPage)));
  }

  @FieldResolver(() => PageConnectionType, {
    description: "Pages with a link that could mean this page, by path.",
  })
  async backlinks(
    @Root() page: PageType,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Info() info: GraphQLResolveInfo,
    @Ctx() ctx: Context,
  ): Promise<Connection<PageType>> {
    const { space, locale, path } = page.record;
    const filter: PageFilter = { linksTo: { space: space.key, locale, path } };
    return connectionOfPages(ctx, filter, "PATH", args, info);
  }
}

const NOBODY = "00000000-0000-0000-0000-000000000000";

async function connectionOfPages(
  ctx: Context,
  filter: PageFilter,
  order: PageOrder,
  args: ConnectionArgs,
  info: GraphQLResolveInfo,
): Promise<Connection<PageType>> {
  const list = await listVisiblePages(ctx, filter, order, args, partsOf(selectedFields(info)));
  return toConnection(
    list.slice,
    { node: (page) => toPage(ctx, page), cursor: list.cursor },
    list.count,
  );
}

defineNode("Page", async (ctx, id) => {
  const page = await pageById(ctx).load(id);
  return page && toPage(ctx, page);
});
