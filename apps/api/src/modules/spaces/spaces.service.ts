import { sql } from "kysely";
import { decodeId } from "#platform/ids.js";
import type { Context } from "../../context.js";
import {
  encodeCursor,
  requestLoader,
  sliceOf,
  storableText,
  windowOf,
  type ConnectionArgs,
  type Order,
  type Slice,
} from "../contract/index.js";
import type { Space } from "./space.js";
import { countPages, findSpaces, listSpaces } from "./spaces.repository.js";

/** Visible spaces by key. */
export const spaceByKey = requestLoader<string, Space>(async (ctx, keys) => {
  const spaces = await findSpaces(ctx.db, ctx.viewer, { keys });
  return new Map(spaces.map((space) => [space.key, space]));
});

/** Visible spaces by id. */
export const spaceById = requestLoader<string, Space>(async (ctx, ids) => {
  const spaces = await findSpaces(ctx.db, ctx.viewer, { ids });
  return new Map(spaces.map((space) => [space.id, space]));
});

export const pageCountBySpace = requestLoader<string, number>((ctx, ids) =>
  countPages(ctx.db, ids),
);

/** `undefined` when it does not exist or may not be read. */
export async function findSpace(
  ctx: Context,
  by: { id?: string | null; key?: string | null },
): Promise<Space | undefined> {
  if (by.key != null) return spaceByKey(ctx).load(storableText(by.key).toLowerCase());
  const id = by.id == null ? undefined : decodeId("Space", by.id);
  return id === undefined ? undefined : spaceById(ctx).load(id);
}

const byKey: Order = { keys: [{ expression: sql`space.key`, type: "text" }], descending: false };

export async function listVisibleSpaces(ctx: Context, args: ConnectionArgs): Promise<Slice<Space>> {
  const window = windowOf(args, byKey);
  return sliceOf(await listSpaces(ctx.db, ctx.viewer, window), window);
}

export const spaceCursor = (space: Space): string => encodeCursor([space.key]);
