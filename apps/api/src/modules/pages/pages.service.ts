import { sql } from "kysely";
import type DataLoader from "dataloader";
import { decodeId } from "#platform/ids.js";
import type { Context } from "../../context.js";
import {
  encodeCursor,
  perRequest,
  requestLoader,
  sliceOf,
  storableText,
  windowOf,
  type ConnectionArgs,
  type Order,
  type Slice,
} from "../contract/index.js";
import { overlayLinks } from "./link-overlay.js";
import { listRedirectedLinks, type RedirectedLink } from "./links.repository.js";
import { plainParts, type PageParts } from "./page-columns.js";
import { normalizePath } from "./page-path.js";
import type { Page, PageAddress } from "./page.js";
import type { PageOrder } from "./page.type.js";
import {
  countPages,
  findPageAt,
  findPagesById,
  listContributors,
  listPages,
  listTranslations,
  type Contributors,
  type PageFilter,
} from "./pages.repository.js";
import { markdownByRevision, renderedByRevision } from "./rendered.service.js";

/** Pages with their heads, by id: what the viewer may see. */
export const pageById = requestLoader<string, Page>(async (ctx, ids) => {
  const pages = await findPagesById(ctx.db, ctx.viewer, ids, { ...plainParts, head: true });
  return new Map(pages.map((page) => [page.id, page]));
});

export async function findPage(
  ctx: Context,
  by: { id?: string | null | undefined; path?: PageAddress | null | undefined },
  parts: PageParts,
): Promise<Page | undefined> {
  if (by.path) return findPageAt(ctx.db, ctx.viewer, toAddress(by.path), parts);
  const id = by.id == null ? undefined : decodeId("Page", by.id);
  if (id === undefined) return undefined;
  const [page] = await findPagesById(ctx.db, ctx.viewer, [id], parts);
  return page;
}

export function toAddress(address: PageAddress): PageAddress {
  const path = normalizePath(address.path);
  return { space: storableText(address.space).toLowerCase(), path, locale: address.locale };
}

const idKey = { expression: sql`page.id`, type: "uuid" } as const;

const orders: Record<PageOrder, Order & { values(page: Page): string[] }> = {
  PATH: {
    keys: [{ expression: sql`page.path`, type: "text" }, idKey],
    descending: false,
    values: (page) => [page.path],
  },
  TITLE: {
    keys: [{ expression: sql`page.title`, type: "text" }, idKey],
    descending: false,
    values: (page) => [page.title],
  },
  UPDATED_AT: {
    keys: [{ expression: sql`page.updated_at`, type: "timestamptz" }, idKey],
    descending: true,
    values: (page) => [page.updatedAt.toISOString()],
  },
  CREATED_AT: {
    keys: [{ expression: sql`page.created_at`, type: "timestamptz" }, idKey],
    descending: true,
    values: (page) => [page.createdAt.toISOString()],
  },
};

export type { PageFilter };

export interface PageList {
  readonly slice: Slice<Page>;
  cursor(page: Page): string;
  count(): Promise<number>;
}

export async function listVisiblePages(
  ctx: Context,
  filter: PageFilter,
  order: PageOrder,
  args: ConnectionArgs,
  parts: PageParts,
): Promise<PageList> {
  const chosen = orders[order];
  const window = windowOf(args, chosen);
  // The loaders fetch the texts: they have a limit of what one answer may hold.
  const light = { ...plainParts, head: parts.head };
  const rows = await listPages(ctx.db, ctx.viewer, filter, window, light);
  return {
    slice: sliceOf(rows, window),
    cursor: (page) => encodeCursor([...chosen.values(page), page.id]),
    count: () => countPages(ctx.db, ctx.viewer, filter),
  };
}

export const translationsByPage = requestLoader<string, readonly Page[]>((ctx, ids) =>
  listTranslations(ctx.db, ctx.viewer, ids, plainParts),
);

const contributorLoaders = perRequest(
  () => new Map<number, DataLoader<string, Contributors | undefined>>(),
);

/** One statement for all pages of a request that ask for the same number. */
export async function contributorsOf(
  ctx: Context,
  pageId: string,
  first: number,
): Promise<Contributors> {
  const loaders = contributorLoaders(ctx);
  let loader = loaders.get(first);
  if (!loader) {
    loader = requestLoader<string, Contributors>((_, ids) => listContributors(ctx.db, ids, first))(
      ctx,
    );
    loaders.set(first, loader);
  }
  return (await loader.load(pageId)) ?? { top: [], count: 0 };
}

/**
 * Links of heads whose first meaning does not exist. For anonymous readers they are read once between two changes; what
 * others see hangs on roles, which a request may still hold when they have just been taken away.
 */
export const redirectedLinksByPage = requestLoader<string, readonly RedirectedLink[]>(
  async (ctx, ids) => {
    const known = ctx.viewer.person
      ? undefined
      : ctx.memory?.mapOf<readonly RedirectedLink[]>("links of anonymous readers");
    const unknown = ids.filter((id) => !known?.has(id));
    if (unknown.length === 0 && known) return known;
    const read = await listRedirectedLinks(ctx.db, ctx.viewer, unknown);
    const found = new Map<string, readonly RedirectedLink[]>(read);
    for (const id of ids) {
      const links = known?.get(id);
      if (links) found.set(id, links);
    }
    for (const [id, links] of read) known?.set(id, links);
    return found;
  },
);

export async function markdownOf(ctx: Context, page: Page): Promise<string> {
  return page.head?.markdown ?? (await markdownByRevision(ctx).load(page.headId)) ?? missing(page);
}

export async function renderedOf(ctx: Context, page: Page) {
  return page.rendered ?? (await renderedByRevision(ctx).load(page.headId)) ?? missing(page);
}

/** The head's HTML with its links as they lead today. */
export async function htmlOf(ctx: Context, page: Page): Promise<string> {
  const [{ html }, links] = await Promise.all([
    renderedOf(ctx, page),
    redirectedLinksByPage(ctx).load(page.id),
  ]);
  return overlayLinks(html, links ?? []);
}

function missing(page: Page): never {
  throw new Error(`The head ${page.headId} of page ${page.id} has no text.`);
}
