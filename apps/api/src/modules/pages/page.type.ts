import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import type { PageKind } from "#platform/database/index.js";
import { encodeId } from "#platform/ids.js";
import type { Context } from "../../context.js";
import {
  connectionTypeOf,
  DateTimeScalar,
  LocaleScalar,
  NodeType,
  UrlScalar,
} from "../contract/index.js";
import { siteOf } from "../site/index.js";
import { SpaceType, toSpace } from "../spaces/index.js";
import { pageAddress } from "./page-path.js";
import type { Page } from "./page.js";
import { mayOnPages } from "./pages.policy.js";

export const PageKindEnum = { PAGE: "PAGE", GUIDE: "GUIDE", POST: "POST" } as const;
registerEnumType(PageKindEnum, {
  name: "PageKind",
  description: "What a page is; from its front matter.",
  valuesConfig: {
    PAGE: { description: "Documentation." },
    GUIDE: { description: "A how-to guide whose steps can be run." },
    POST: { description: "An announcement or a story, of its date." },
  },
});

export const PageOrderEnum = {
  PATH: "PATH",
  UPDATED_AT: "UPDATED_AT",
  CREATED_AT: "CREATED_AT",
  TITLE: "TITLE",
} as const;
export type PageOrder = keyof typeof PageOrderEnum;
registerEnumType(PageOrderEnum, {
  name: "PageOrder",
  description: "How a list of pages is ordered.",
  valuesConfig: {
    PATH: { description: "By path." },
    UPDATED_AT: { description: "Last saved first." },
    CREATED_AT: { description: "Newest first." },
    TITLE: { description: "By title." },
  },
});

@ObjectType("TocEntry", { simpleResolvers: true, description: "A heading of a page." })
export class TocEntryType {
  @Field(() => String, { description: "The anchor in the HTML." })
  readonly id!: string;

  @Field(() => String, { description: "The heading without markup." })
  readonly text!: string;

  @Field(() => Int, { description: "2, 3 or 4." })
  readonly level!: number;
}

@ObjectType("SourceProblem", {
  simpleResolvers: true,
  description: "Something in a text that its writer should know about.",
})
export class SourceProblemType {
  @Field(() => String, { description: "Stable, for machines, e.g. `front-matter-duplicate-key`." })
  readonly code!: string;

  @Field(() => String, { description: "For people." })
  readonly message!: string;

  @Field(() => Int, { description: "From 1, front matter included." })
  readonly line!: number;

  @Field(() => Int, { description: "In UTF-16 units, from 1." })
  readonly column!: number;

  @Field(() => String, { description: "`error` or `warning`." })
  readonly severity!: string;
}

@ObjectType("BrokenLink", {
  simpleResolvers: true,
  description: "A link to a page that does not exist.",
})
export class BrokenLinkType {
  @Field(() => String, { description: "Where it leads, as in the HTML." })
  readonly href!: string;

  @Field(() => String, { description: "What it says." })
  readonly text!: string;

  @Field(() => Int, { description: "The line of the text, from 1." })
  readonly line!: number;
}

@ObjectType("Page", {
  implements: NodeType,
  simpleResolvers: true,
  description: "A text with a stable id and an address: space, locale and path.",
})
export class PageType extends NodeType {
  readonly record!: Page;

  @Field(() => SpaceType, { description: "Where it lives." })
  readonly space!: SpaceType | (() => SpaceType);

  @Field(() => String, {
    description: "Its address in the space: slugs joined by `/`. The tree is the paths.",
  })
  readonly path!: string;

  @Field(() => UrlScalar, { description: "Where it is read." })
  readonly url!: string;

  @Field(() => PageKindEnum, { description: "From the front matter." })
  readonly kind!: PageKind;

  @Field(() => LocaleScalar, { description: "The language it is written in." })
  readonly locale!: string;

  @Field(() => String, {
    description: "From the front matter, else the first heading, else the path.",
  })
  readonly title!: string;

  @Field(() => String, {
    description:
      "One or two sentences, from the front matter or the first paragraph; may be empty.",
  })
  readonly description!: string;

  @Field(() => [String], { description: "From the front matter." })
  readonly tags!: readonly string[];

  @Field(() => DateTimeScalar, { description: "When its first revision was made." })
  readonly createdAt!: Date;

  @Field(() => DateTimeScalar, { description: "When its newest revision was made." })
  readonly updatedAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it was deleted; null for a page that is there.",
  })
  readonly deletedAt!: Date | null;

  @Field(() => Boolean, { description: "Whether the viewer may edit it." })
  readonly viewerCanEdit!: boolean;

  @Field(() => Boolean, { description: "Whether the viewer may move it." })
  readonly viewerCanMove!: boolean;

  @Field(() => Boolean, { description: "Whether the viewer may delete it." })
  readonly viewerCanDelete!: boolean;
}

export function toPage(ctx: Context, record: Page): PageType {
  const isThere = record.deletedAt === null;
  const may = (action: "edit" | "move" | "delete") =>
    isThere && mayOnPages(ctx.viewer, record.space.id, action);
  return {
    record,
    id: encodeId("Page", record.id),
    space: () => toSpace(ctx, record.space),
    path: record.path,
    url: pageAddress(siteOf(ctx).url, record),
    kind: record.kind,
    locale: record.locale,
    title: record.title,
    description: record.description,
    tags: record.tags,
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
    deletedAt: record.deletedAt,
    viewerCanEdit: may("edit"),
    viewerCanMove: may("move"),
    viewerCanDelete: may("delete"),
  };
}

export const PageConnectionType = connectionTypeOf("Page", () => PageType, { plural: "pages" });

@InputType("PagePath", { description: "The address of a page." })
export class PagePath {
  @Field(() => String, { description: "The space's key." })
  space!: string;

  @Field(() => String, {
    description: "The path in the space; `index` or empty for its start page.",
  })
  path!: string;

  @Field(() => LocaleScalar, {
    nullable: true,
    description: "The space's default locale when absent.",
  })
  locale?: string | null;
}

@InputType("PageBy", { description: "Names a page: exactly one of its fields." })
export class PageBy {
  @Field(() => ID, { nullable: true, description: "By its id." })
  id?: string;

  @Field(() => PagePath, {
    nullable: true,
    description: "By where it lives now; former addresses are found by `Query.address`.",
  })
  path?: PagePath;
}
