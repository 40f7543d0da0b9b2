import { sql, type RawBuilder } from "kysely";
import type { Db, PageKind } from "#platform/database/index.js";
import type { Viewer } from "../../context.js";
import { COUNT_LIMIT, type Window } from "../contract/index.js";
import { plainParts, selectPages, toPageRecord, type Page, type PageRow } from "../pages/index.js";
import { visibleSpace } from "../spaces/index.js";
import type { SearchQuery, SearchTerm } from "./search-query.js";
import { MARK_END, MARK_START } from "./snippet.js";

export interface SearchFilter {
  readonly query: SearchQuery;
  /** Languages there may be pages in, besides those of the spaces. */
  readonly locales: readonly string[];
  readonly space?: string | undefined;
  readonly locale?: string | null | undefined;
  readonly kind?: PageKind | null | undefined;
}

export interface SearchRow {
  readonly page: Page;
  readonly rank: number;
  /** With marks around what was found. */
  readonly title: string;
  readonly headline: string;
  /** The start of the text, for scripts without spaces. */
  readonly body: string;
}

// Title words weigh ten times as much; long pages are not preferred for being long.
const WEIGHTS = "{0.1, 0.2, 0.4, 1.0}";
const LENGTH_LOGARITHM = 1;

/**
 * One row a stemming in use: joined to it, the index on the documents can be used, which a query made for each page
 * could not.
 */
function queries({ query, locales }: SearchFilter): RawBuilder<unknown> {
  const parsed = query.alternatives.map(
    (terms) => sql`(${sql.join(terms.map(queryOf), sql` && `)})`,
  );
  return sql`queries as materialized (
    select config, ${sql.join(parsed, sql` || `)} as query from (
      select distinct search_config(locale) as config
      from (select unnest(${locales}::text[]) union select default_locale from space) known (locale)
    ) configs
  )`;
}

function queryOf({ words, isExcluded, isPrefix, isInflected }: SearchTerm): RawBuilder<unknown> {
  // Words are letters, digits and marks: nothing in them could end the quotes.
  const quoted = words.map((word) => `'${word}'`);
  const exact = sql`${quoted.join(" <-> ") + (isPrefix ? ":*" : "")}::tsquery`;
  const inflected = isInflected
    ? sql`(${exact} || to_tsquery(config, ${quoted.join(" <-> ")}))`
    : exact;
  return isExcluded ? sql`!!(${inflected})` : inflected;
}

function matches(viewer: Viewer, filter: SearchFilter): RawBuilder<unknown> {
  const conditions = [sql`page.deleted_at is null`, visibleSpace(viewer)];
  if (filter.space !== undefined) conditions.push(sql`space.key = ${filter.space}`);
  if (filter.locale != null) conditions.push(sql`page.locale = ${filter.locale}`);
  if (filter.kind != null) conditions.push(sql`page.kind = ${filter.kind}`);
  return sql`from queries
    join page_search search on search.document @@ queries.query
    join page on page.id = search.page_id and search_config(page.locale) = queries.config
    join space on space.id = page.space_id
    where ${sql.join(conditions, sql` and `)}`;
}

const options = `StartSel=${MARK_START}, StopSel=${MARK_END}, MaxWords=30, MinWords=12, MaxFragments=2, FragmentDelimiter=" … "`;
const titleOptions = `StartSel=${MARK_START}, StopSel=${MARK_END}, HighlightAll=true`;

/** A text that came with the marks in it would end what it never began. */
function unmarked(text: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`translate(${text}, ${MARK_START + MARK_END}, '')`;
}

/** Text beyond this is searched but not quoted. */
const QUOTED = 50_000;

/** Best first. Ranks are rounded, so that a cursor means the same row next time. */
export async function searchPages(
  db: Db,
  viewer: Viewer,
  filter: SearchFilter,
  window: Window,
): Promise<SearchRow[]> {
  type Row = PageRow & { rank: number; found_title: string; headline: string; body: string };
  const { isUnspaced } = filter.query;
  const headline = isUnspaced
    ? sql`''`
    : sql`ts_headline(queries.config, ${unmarked(sql`left(search.body, ${QUOTED})`)}, queries.query, ${options})`;
  const { rows } = await sql<Row>`
    with ${queries(filter)}, ranked as (
      select page.id, queries.config,
        (round(ts_rank(${WEIGHTS}::float4[], search.document, queries.query, ${LENGTH_LOGARITHM})::numeric, 6))::float8 as rank
      ${matches(viewer, filter)}
    ), hits as materialized (
      select ranked.*, row_number() over (order by ${window.orderBy}) as place from ranked where ${window.where}
      order by place limit ${window.limit}
    )
    select found.*, hits.rank, left(search.body, ${isUnspaced ? QUOTED : 0}) as body, ${headline} as headline,
      ts_headline(queries.config, ${unmarked(sql`search.title`)}, queries.query, ${titleOptions}) as found_title
    from hits
    join queries on queries.config = hits.config
    join page_search search on search.page_id = hits.id
    join (${selectPages(plainParts)}) found on found.id = hits.id
    order by hits.place
  `.execute(db);
  return rows.map((row) => ({
    page: toPageRecord(row),
    rank: row.rank,
    title: row.found_title,
    headline: row.headline,
    body: row.body,
  }));
}

export async function countHits(db: Db, viewer: Viewer, filter: SearchFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with ${queries(filter)}
    select count(*)::int as count from (select ${matches(viewer, filter)} limit ${COUNT_LIMIT + 1}) counted
  `.execute(db);
  return rows[0]?.count ?? 0;
}
