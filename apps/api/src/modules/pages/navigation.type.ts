import { Field, ID, Int, ObjectType } from "type-graphql";
import type { PageKind } from "#platform/database/index.js";
import { encodeId } from "#platform/ids.js";
import type { Context } from "../../context.js";
import { UrlScalar } from "../contract/index.js";
import { siteOf } from "../site/index.js";
import type { NavigationNode } from "./navigation.js";
import { pageAddress } from "./page-path.js";
import { PageKindEnum } from "./page.type.js";

@ObjectType("NavigationEntry", { simpleResolvers: true, description: "One row of a space's tree." })
export class NavigationEntryType {
  @Field(() => String, { description: "The path." })
  readonly path!: string;

  @Field(() => Int, { description: "0 at the top." })
  readonly depth!: number;

  @Field(() => String, {
    description: "The page's label or title; of a folder without a page, its name.",
  })
  readonly title!: string;

  @Field(() => UrlScalar, {
    nullable: true,
    description: "Where it is read; null for a folder without a page.",
  })
  readonly url!: string | null;

  @Field(() => ID, { nullable: true, description: "The page; null for a folder without one." })
  readonly pageId!: string | null;

  @Field(() => PageKindEnum, {
    nullable: true,
    description: "The page's kind; null for a folder without one.",
  })
  readonly kind!: PageKind | null;
}

export function toNavigationEntry(
  ctx: Context,
  place: { space: { key: string; defaultLocale: string }; locale: string },
  node: NavigationNode,
): NavigationEntryType {
  const { path, depth, title, page } = node;
  return {
    path,
    depth,
    title,
    url: page ? pageAddress(siteOf(ctx).url, { ...place, path }) : null,
    pageId: page ? encodeId("Page", page.id) : null,
    kind: page?.kind ?? null,
  };
}
