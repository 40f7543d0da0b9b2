import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import type { Context } from "../../context.js";
import {
  Access,
  ConnectionArgs,
  defineNode,
  storableText,
  toConnection,
  UrlScalar,
  type Connection,
} from "../contract/index.js";
import {
  markdownByRevision,
  pageAddress,
  pageById,
  PageType,
  renderedByRevision,
  TocEntryType,
  toPage,
  type Page,
} from "../pages/index.js";
import { siteOf } from "../site/index.js";
import { RevisionConnectionType, RevisionType, toRevisionType } from "./revision.type.js";
import {
  findRevision,
  recentRevisions,
  revisionById,
  revisionByNumber,
  sizeByRevision,
} from "./revisions.service.js";

@ArgsType()
class RecentArgs extends ConnectionArgs {
  @Field(() => String, { nullable: true, description: "Only of the space with this key." })
  space?: string | null;

  @Field(() => Boolean, { defaultValue: true, description: "Whether small changes are listed." })
  includeMinor!: boolean;
}

@Resolver(() => RevisionType)
export class RevisionsResolver {
  @Access("VISIBLE")
  @Query(() => RevisionType, {
    nullable: true,
    description: "A revision; null when there is none or it may not be read.",
  })
  async revision(
    @Arg("id", () => ID, { description: "Its id." }) id: string,
    @Ctx() ctx: Context,
  ): Promise<RevisionType | null> {
    const revision = await findRevision(ctx, id);
    return revision ? toRevisionType(ctx, revision) : null;
  }

  @Access("VISIBLE")
  @Query(() => RevisionConnectionType, {
    description: "Revisions of all pages the viewer may read, newest first.",
  })
  async recentChanges(
    @Args(() => RecentArgs) args: RecentArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<RevisionType>> {
    const filter = {
      spaceKey: storableText(args.space)?.toLowerCase(),
      includeMinor: args.includeMinor,
    };
    const list = await recentRevisions(ctx, filter, args);
    return toConnection(
      list.slice,
      { node: (each) => toRevisionType(ctx, each), cursor: list.cursor },
      list.count,
    );
  }

  @FieldResolver(() => PageType, { description: "The page it is a state of." })
  async page(@Root() revision: RevisionType, @Ctx() ctx: Context): Promise<PageType> {
    return toPage(ctx, await pageOf(ctx, revision));
  }

  @FieldResolver(() => [RevisionType], {
    description: "What it was made from: none for the first, two for a merge.",
  })
  async parents(@Root() revision: RevisionType, @Ctx() ctx: Context): Promise<RevisionType[]> {
    const loader = revisionById(ctx);
    const parents = await Promise.all(revision.record.parentIds.map((id) => loader.load(id)));
    return parents.filter((each) => each !== undefined).map((each) => toRevisionType(ctx, each));
  }

  @FieldResolver(() => String, {
    description: "The exact text, front matter included.",
    complexity: 5,
  })
  async markdown(@Root() revision: RevisionType, @Ctx() ctx: Context): Promise<string> {
    const { record } = revision;
    return record.markdown ?? (await markdownByRevision(ctx).load(record.id)) ?? missing(revision);
  }

  @FieldResolver(() => String, {
    description: "Rendered, safe to insert; links lead where they led.",
    // An old one may be rendered for this answer.
    complexity: 20,
  })
  async html(@Root() revision: RevisionType, @Ctx() ctx: Context): Promise<string> {
    return ((await renderedByRevision(ctx).load(revision.record.id)) ?? missing(revision)).html;
  }

  @FieldResolver(() => [TocEntryType], { description: "Its headings.", complexity: 20 })
  async toc(@Root() revision: RevisionType, @Ctx() ctx: Context): Promise<readonly object[]> {
    return ((await renderedByRevision(ctx).load(revision.record.id)) ?? missing(revision)).toc;
  }

  @FieldResolver(() => Boolean, { description: "Whether it is the page's newest." })
  async isHead(@Root() revision: RevisionType, @Ctx() ctx: Context): Promise<boolean> {
    return (await pageOf(ctx, revision)).headId === revision.record.id;
  }

  @FieldResolver(() => RevisionType, {
    nullable: true,
    description: "The one before; null for the first.",
  })
  previous(@Root() revision: RevisionType, @Ctx() ctx: Context): Promise<RevisionType | null> {
    return neighbour(ctx, revision, -1);
  }

  @FieldResolver(() => RevisionType, {
    nullable: true,
    description: "The one after; null for the newest.",
  })
  next(@Root() revision: RevisionType, @Ctx() ctx: Context): Promise<RevisionType | null> {
    return neighbour(ctx, revision, 1);
  }

  @FieldResolver(() => UrlScalar, { description: "Where it is read." })
  async url(@Root() revision: RevisionType, @Ctx() ctx: Context): Promise<string> {
    const page = await pageOf(ctx, revision);
    return `${pageAddress(siteOf(ctx).url, page)}?rev=${revision.number}`;
  }

  @FieldResolver(() => Int, {
    description: "Bytes gained or lost against the first parent; its size for the first.",
  })
  async sizeChange(@Root() revision: RevisionType, @Ctx() ctx: Context): Promise<number> {
    const { parentIds, size } = revision.record;
    const [parent] = parentIds;
    return parent === undefined ? size : size - ((await sizeByRevision(ctx).load(parent)) ?? 0);
  }
}

async function pageOf(ctx: Context, { record, pageRecord }: RevisionType): Promise<Page> {
  const page = pageRecord ?? (await pageById(ctx).load(record.pageId));
  // Only when it was deleted between two statements of this request.
  if (!page) throw new Error(`Page ${record.pageId} went while revision ${record.id} was read.`);
  return page;
}

async function neighbour(
  ctx: Context,
  revision: RevisionType,
  step: number,
): Promise<RevisionType | null> {
  const { pageId, number } = revision.record;
  const found = await revisionByNumber(ctx, pageId, number + step);
  return found ? toRevisionType(ctx, found, revision.pageRecord) : null;
}

function missing(revision: RevisionType): never {
  throw new Error(`Revision ${revision.record.id} has no text.`);
}

defineNode("Revision", async (ctx, id) => {
  const revision = await revisionById(ctx).load(id);
  return revision && toRevisionType(ctx, revision);
});
