import { Field, ID, ObjectType } from "type-graphql";
import { encodeId } from "#platform/ids.js";
import type { Context } from "../../context.js";
import { DateTimeScalar } from "../contract/index.js";
import type { ResolvedAddress } from "./address.service.js";
import { PageType, toPage } from "./page.type.js";
import { mayOnPages } from "./pages.policy.js";

@ObjectType("DeletedPage", {
  simpleResolvers: true,
  description: "What may be told of a deleted page.",
})
export class DeletedPageType {
  @Field(() => ID, { description: "The page's id, for `pageRestore`." })
  readonly id!: string;

  @Field(() => String, { description: "Its title." })
  readonly title!: string;

  @Field(() => DateTimeScalar, { description: "When it was deleted." })
  readonly deletedAt!: Date;

  @Field(() => Boolean, { description: "Whether the viewer may restore it." })
  readonly viewerCanRestore!: boolean;
}

export interface DeletedPage {
  readonly id: string;
  readonly title: string;
  readonly deletedAt: Date | null;
  readonly space: { readonly id: string };
}

export function toDeletedPage(ctx: Context, page: DeletedPage): DeletedPageType {
  if (!page.deletedAt) throw new Error(`Page ${page.id} is not deleted.`);
  return {
    id: encodeId("Page", page.id),
    title: page.title,
    deletedAt: page.deletedAt,
    viewerCanRestore: mayOnPages(ctx.viewer, page.space.id, "restore"),
  };
}

@ObjectType("Address", {
  simpleResolvers: true,
  description: "What stands at an address: a page, a redirect, a deleted page, or nothing.",
})
export class AddressType {
  @Field(() => PageType, { nullable: true, description: "The page that lives here." })
  readonly page!: PageType | null;

  @Field(() => PageType, { nullable: true, description: "The page that lived here and has moved." })
  readonly redirectTo!: PageType | null;

  @Field(() => DeletedPageType, {
    nullable: true,
    description: "The page that was here when it was deleted.",
  })
  readonly deletedPage!: DeletedPageType | null;

  @Field(() => [PageType], { description: "Pages that may have been meant, when none lives here." })
  readonly suggestions!: () => Promise<PageType[]>;

  @Field(() => Boolean, { description: "Whether the viewer may create a page in this space." })
  readonly viewerCanCreate!: () => Promise<boolean>;
}

export function toAddressType(ctx: Context, address: ResolvedAddress): AddressType {
  return {
    page: address.page ? toPage(ctx, address.page) : null,
    redirectTo: address.redirectTo ? toPage(ctx, address.redirectTo) : null,
    deletedPage: address.deleted ? toDeletedPage(ctx, address.deleted) : null,
    suggestions: async () => (await address.suggestions()).map((page) => toPage(ctx, page)),
    viewerCanCreate: () => address.viewerCanCreate(),
  };
}
