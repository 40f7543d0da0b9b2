import type { Context } from "../../context.js";
import { findSpace } from "../spaces/index.js";
import { listSuggestable } from "./address.repository.js";
import { suggest } from "./address.js";
import { plainParts, type PageParts } from "./page-columns.js";
import type { Page, PageAddress } from "./page.js";
import { mayOnPages } from "./pages.policy.js";
import { findFormerPageAt, findPageAt, findPagesById } from "./pages.repository.js";
import { toAddress } from "./pages.service.js";

const SUGGESTIONS = 5;

/** What stands at an address: at most one of `page`, `redirectTo`, `deleted`. */
export interface ResolvedAddress {
  readonly page?: Page | undefined;
  readonly redirectTo?: Page | undefined;
  readonly deleted?: Page | undefined;
  suggestions(): Promise<Page[]>;
  viewerCanCreate(): Promise<boolean>;
}

export async function resolveAddress(
  ctx: Context,
  given: PageAddress,
  parts: PageParts,
): Promise<ResolvedAddress> {
  const address = toAddress(given);
  const viewerCanCreate = () => canCreateAt(ctx, address.space);
  const page = await findPageAt(ctx.db, ctx.viewer, address, parts);
  if (page) return { page, suggestions: async () => [], viewerCanCreate };
  const suggestions = () => suggestionsFor(ctx, address);
  const former = await findFormerPageAt(ctx.db, ctx.viewer, address, parts);
  if (!former) return { suggestions, viewerCanCreate };
  return former.deletedAt
    ? { deleted: former, suggestions, viewerCanCreate }
    : { redirectTo: former, suggestions, viewerCanCreate };
}

async function canCreateAt(ctx: Context, spaceKey: string): Promise<boolean> {
  const space = await findSpace(ctx, { key: spaceKey });
  return space !== undefined && mayOnPages(ctx.viewer, space.id, "create");
}

async function suggestionsFor(ctx: Context, address: PageAddress): Promise<Page[]> {
  const candidates = await listSuggestable(ctx.db, ctx.viewer, address.space, address.path);
  const ids = suggest(address.path, candidates, SUGGESTIONS).map((each) => each.id);
  const pages = await findPagesById(ctx.db, ctx.viewer, ids, plainParts);
  return pages.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}
