import { sql } from "kysely";
import type DataLoader from "dataloader";
import { decodeId } from "#platform/ids.js";
import type { Context } from "../../context.js";
import {
  encodeCursor,
  perRequest,
  requestLoader,
  sliceOf,
  windowOf,
  type ConnectionArgs,
  type Order,
  type Slice,
} from "../contract/index.js";
import type { Revision } from "../pages/index.js";
import {
  countRecentRevisions,
  countRevisionsOfPages,
  findRevisionsById,
  findRevisionsByNumber,
  findSizes,
  listRecentRevisions,
  listRevisionsOfPages,
  type RecentFilter,
} from "./revisions.repository.js";

/** Revisions of pages the viewer may see. */
export const revisionById = requestLoader<string, Revision>(async (ctx, ids) => {
  const revisions = await findRevisionsById(ctx.db, ctx.viewer, ids);
  return new Map(revisions.map((revision) => [revision.id, revision]));
});

/** By the id clients see; `undefined` when it does not exist or may not be read. */
export async function findRevision(ctx: Context, id: string): Promise<Revision | undefined> {
  const uuid = decodeId("Revision", id);
  return uuid === undefined ? undefined : revisionById(ctx).load(uuid);
}

type NumberKey = `${string} ${number}`;

const byNumber = requestLoader<NumberKey, Revision>(async (ctx, keys) => {
  const places = keys.map((key) => {
    const [pageId = "", number] = key.split(" ");
    return { pageId, number: Number(number) };
  });
  const revisions = await findRevisionsByNumber(ctx.db, places);
  return new Map(revisions.map((revision) => [`${revision.pageId} ${revision.number}`, revision]));
});

const MAX_NUMBER = 2 ** 31 - 1;

export async function revisionByNumber(
  ctx: Context,
  pageId: string,
  number: number,
): Promise<Revision | undefined> {
  return number < 1 || number > MAX_NUMBER ? undefined : byNumber(ctx).load(`${pageId} ${number}`);
}

const newestFirst: Order = {
  keys: [{ expression: sql`revision.number`, type: "int" }],
  descending: true,
};

const historyLoaders = perRequest(
  () => new Map<string, DataLoader<string, Slice<Revision> | undefined>>(),
);

/** Newest first. All pages of a request that ask for the same window share one statement. */
export async function historyOf(
  ctx: Context,
  pageId: string,
  args: ConnectionArgs,
): Promise<Slice<Revision>> {
  const window = windowOf(args, newestFirst);
  const key = JSON.stringify([args.first, args.after, args.last, args.before]);
  const loaders = historyLoaders(ctx);
  let loader = loaders.get(key);
  if (!loader) {
    loader = requestLoader<string, Slice<Revision>>(async (_, pageIds) => {
      const lists = await listRevisionsOfPages(ctx.db, pageIds, window);
      return new Map([...lists].map(([id, revisions]) => [id, sliceOf(revisions, window)]));
    })(ctx);
    loaders.set(key, loader);
  }
  return (await loader.load(pageId)) ?? sliceOf([], window);
}

export const historyCursor = (revision: Revision): string => encodeCursor([revision.number]);

export const historyCount = requestLoader<string, number>((ctx, ids) =>
  countRevisionsOfPages(ctx.db, ids),
);

const latestFirst: Order = {
  keys: [
    { expression: sql`revision.created_at`, type: "timestamptz" },
    { expression: sql`revision.id`, type: "uuid" },
  ],
  descending: true,
};

export interface RevisionList {
  readonly slice: Slice<Revision>;
  cursor(revision: Revision): string;
  count(): Promise<number>;
}

/** Revisions of all visible pages, newest first. */
export async function recentRevisions(
  ctx: Context,
  filter: RecentFilter,
  args: ConnectionArgs,
): Promise<RevisionList> {
  const window = windowOf(args, latestFirst);
  const revisions = await listRecentRevisions(ctx.db, ctx.viewer, filter, window);
  return {
    slice: sliceOf(revisions, window),
    cursor: (revision) => encodeCursor([revision.createdAt.toISOString(), revision.id]),
    count: () => countRecentRevisions(ctx.db, ctx.viewer, filter),
  };
}

export const sizeByRevision = requestLoader<string, number>((ctx, ids) => findSizes(ctx.db, ids));
