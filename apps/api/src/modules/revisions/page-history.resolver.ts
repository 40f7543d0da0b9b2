import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { decodeId } from "#platform/ids.js";
import type { Context } from "../../context.js";
import { PersonType } from "../accounts/index.js";
import { ConnectionArgs, toConnection, toCount, type Connection } from "../contract/index.js";
import { pageById, PageType } from "../pages/index.js";
import { SpaceType } from "../spaces/index.js";
import { RevisionConnectionType, RevisionType, toRevisionType } from "./revision.type.js";
import {
  historyCount,
  historyCursor,
  historyOf,
  recentRevisions,
  revisionByNumber,
  type RevisionList,
} from "./revisions.service.js";

@Resolver(() => PageType)
export class PageHistoryResolver {
  @FieldResolver(() => RevisionType, { description: "The newest revision." })
  async head(@Root() page: PageType, @Ctx() ctx: Context): Promise<RevisionType> {
    const head = page.record.head ?? (await pageById(ctx).load(page.record.id))?.head;
    if (!head) throw new Error(`Page ${page.record.id} has no head.`);
    return toRevisionType(ctx, head, page.record);
  }

  @FieldResolver(() => RevisionConnectionType, { description: "Its history, newest first." })
  async revisions(
    @Root() page: PageType,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<RevisionType>> {
    const { record } = page;
    const slice = await historyOf(ctx, record.id, args);
    const connection = toConnection(slice, {
      node: (revision) => toRevisionType(ctx, revision, record),
      cursor: historyCursor,
    });
    return {
      ...connection,
      count: async () => toCount((await historyCount(ctx).load(record.id)) ?? 0),
    };
  }

  @FieldResolver(() => RevisionType, {
    nullable: true,
    description: "The revision with this number; null when there is none.",
  })
  async revisionByNumber(
    @Root() page: PageType,
    @Arg("number", () => Int, { description: "From 1." }) number: number,
    @Ctx() ctx: Context,
  ): Promise<RevisionType | null> {
    const revision = await revisionByNumber(ctx, page.record.id, number);
    return revision ? toRevisionType(ctx, revision, page.record) : null;
  }
}

@Resolver(() => PersonType)
export class PersonRevisionsResolver {
  @FieldResolver(() => RevisionConnectionType, {
    description: "What they wrote on pages the viewer may read, newest first.",
  })
  async revisions(
    @Root() person: PersonType,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<RevisionType>> {
    const authorId = decodeId("Person", person.id);
    return connectionOf(ctx, await recentRevisions(ctx, { authorId, includeMinor: true }, args));
  }
}

@Resolver(() => SpaceType)
export class SpaceRecentChangesResolver {
  @FieldResolver(() => RevisionConnectionType, {
    description: "Revisions of its pages, newest first.",
  })
  async recentChanges(
    @Root() space: SpaceType,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<RevisionType>> {
    return connectionOf(
      ctx,
      await recentRevisions(ctx, { spaceKey: space.key, includeMinor: true }, args),
    );
  }
}

function connectionOf(ctx: Context, list: RevisionList): Connection<RevisionType> {
  return toConnection(
    list.slice,
    { node: (each) => toRevisionType(ctx, each), cursor: list.cursor },
    list.count,
  );
}
