import { sql } from "kysely";
import type { PageKind } from "#platform/database/index.js";
import type { Context } from "../../context.js";
import {
  encodeCursor,
  sliceOf,
  storableText,
  windowOf,
  type ConnectionArgs,
  type Order,
  type Slice,
} from "../contract/index.js";
import type { Page } from "../pages/index.js";
import { siteOf } from "../site/index.js";
import { parseSearchQuery } from "./search-query.js";
import { countHits, searchPages, type SearchFilter } from "./search.repository.js";
import { headlineHtml, snippetOf } from "./snippet.js";

export interface SearchHit {
  readonly page: Page;
  /** Safe HTML with `<mark>`. */
  readonly title: string;
  readonly snippet: string;
  readonly rank: number;
}

export interface SearchResult {
  readonly slice: Slice<SearchHit>;
  cursor(hit: SearchHit): string;
  count(): Promise<number>;
}

export interface SearchRequest {
  readonly query: string;
  readonly space?: string | null | undefined;
  readonly locale?: string | null | undefined;
  readonly kind?: PageKind | null | undefined;
}

const bestFirst: Order = {
  keys: [
    { expression: sql`ranked.rank`, type: "float8" },
    { expression: sql`ranked.id`, type: "uuid" },
  ],
  descending: true,
};

/** Any text is a good query; one that says nothing finds nothing. */
export async function search(
  ctx: Context,
  request: SearchRequest,
  args: ConnectionArgs,
): Promise<SearchResult> {
  const window = windowOf(args, bestFirst);
  const cursor = (hit: SearchHit) => encodeCursor([hit.rank, hit.page.id]);
  const query = parseSearchQuery(request.query);
  if (!query) return { slice: sliceOf([], window), cursor, count: async () => 0 };
  const { locale, kind } = request;
  const { locales } = siteOf(ctx);
  const filter: SearchFilter = {
    query,
    locales,
    space: storableText(request.space)?.toLowerCase(),
    locale,
    kind,
  };
  const rows = await searchPages(ctx.db, ctx.viewer, filter, window);
  const hits = rows.map(({ page, rank, title, headline, body }): SearchHit => {
    const { words } = query;
    return query.isUnspaced
      ? { page, rank, title: snippetOf(page.title, words), snippet: snippetOf(body, words) }
      : { page, rank, title: headlineHtml(title), snippet: headlineHtml(headline) };
  });
  return {
    slice: sliceOf(hits, window),
    cursor,
    count: () => countHits(ctx.db, ctx.viewer, filter),
  };
}
