import { sql, type RawBuilder } from "kysely";
import type { Db } from "#platform/database/index.js";
import type { BlobStore } from "../imports/index.js";
import { verifyBlobs } from "./verify-blobs.js";
import { verifyCommits } from "./verify-commits.js";

/** Something in the store that is not as it must be. */
export interface Finding {
  readonly check: string;
  readonly message: string;
}

export interface VerifyReport {
  readonly checked: {
    readonly texts: number;
    readonly revisions: number;
    readonly pages: number;
    readonly files: number;
    readonly commits: number;
  };
  readonly findings: readonly Finding[];
  /** Findings that were not listed, because there are too many of their kind. */
  readonly unlisted: number;
}

export interface VerifyOptions {
  readonly db: Db;
  readonly files: BlobStore;
  readonly onProgress?: ((what: string) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Listed findings of one check. */
export const LISTED = 50;

interface Check {
  readonly name: string;
  readonly what: string;
  /** Rows with a `message`, one a finding. */
  readonly query: RawBuilder<{ message: string }>;
}

/** In this order: what later checks build on is checked first. */
const CHECKS: readonly Check[] = [
  {
    name: "content-hash",
    what: "Texts against their hashes",
    query: sql`
      select 'The text ' || encode(hash, 'hex') || ' does not have this hash' as message from content
      where sha256(convert_to(markdown, 'UTF8')) <> hash or size <> octet_length(markdown)`,
  },
  {
    name: "revision-chain",
    what: "Revision numbers",
    query: sql`
      select 'The page ' || page_id || ' has revisions ' || min(number) || ' to ' || max(number) || ', but ' || count(*) || ' of them'
        as message
      from revision group by page_id having min(number) <> 1 or max(number) <> count(*)`,
  },
  {
    name: "revision-parents",
    what: "Parents of revisions",
    query: sql`
      select 'The revision ' || child.id || ' names ' || parent.id || ' as parent, which is '
        || case when known.id is null then 'missing'
           when known.page_id <> child.page_id then 'of another page' else 'not older' end as message
      from revision child cross join unnest(child.parent_ids) parent (id) left join revision known on known.id = parent.id
      where known.id is null or known.page_id <> child.page_id or known.number >= child.number`,
  },
  {
    name: "revision-size",
    what: "Sizes of revisions",
    query: sql`
      select 'The revision ' || revision.id || ' says ' || revision.size || ' bytes, its text has ' || content.size as message
      from revision join content on content.hash = revision.content_hash where content.size <> revision.size`,
  },
  {
    name: "page-head",
    what: "Heads of pages",
    query: sql`
      select 'The page ' || page.id || ' (' || page.path || ') shows revision ' || coalesce(head.number::text, 'none')
        || ', its newest is ' || newest.number as message
      from page
      left join revision head on head.id = page.head_id and head.page_id = page.id
      cross join lateral (select max(number) as number from revision where page_id = page.id) newest
      where head.id is null or head.number <> newest.number or page.head_number <> newest.number`,
  },
  {
    name: "redirect",
    what: "Redirects",
    query: sql`
      select 'The redirect from ' || redirect.path || ' stands where the page ' || page.id || ' is' as message
      from redirect join page on page.space_id = redirect.space_id and page.locale = redirect.locale
        and page.path = redirect.path and page.deleted_at is null`,
  },
  {
    name: "derived-blocks",
    what: "Blocks and authorship of revisions",
    query: sql`
      select 'The revision ' || revision.id || ' lacks its blocks or its authorship; run stet rebuild' as message
      from revision
      left join revision_blocks blocks on blocks.revision_id = revision.id
      left join revision_blame blame on blame.revision_id = revision.id
      where blocks.revision_id is null or blame.revision_id is null`,
  },
  {
    name: "derived-head",
    what: "Rendered pages and search",
    query: sql`
      select 'The page ' || page.id || ' (' || page.path || ') is not rendered or cannot be found by search; run stet rebuild' as message
      from page
      left join revision_html html on html.revision_id = page.head_id
      left join page_search search on search.page_id = page.id
      where html.revision_id is null or (page.deleted_at is null and search.page_id is null)`,
  },
  {
    name: "media-head",
    what: "Versions of files",
    query: sql`
      select 'The file ' || media.path || ' shows version ' || media.head_number || ', its newest is ' || coalesce(newest.number::text, 'none') as message
      from media cross join lateral (select max(number) as number from media_version where media_id = media.id) newest
      where newest.number is distinct from media.head_number`,
  },
];

/** Reads everything and says what is wrong; changes nothing. */
export async function verifyStore(options: VerifyOptions): Promise<VerifyReport> {
  const { db, onProgress, signal } = options;
  const findings: Finding[] = [];
  let unlisted = 0;
  for (const { name, what, query } of CHECKS) {
    signal?.throwIfAborted();
    onProgress?.(what);
    const { rows } = await sql<{ message: string; total: number }>`
      select message, (count(*) over ())::int as total from (${query}) finding order by message limit ${sql.lit(LISTED)}
    `.execute(db);
    findings.push(...rows.map(({ message }) => ({ check: name, message })));
    unlisted += (rows[0]?.total ?? 0) - rows.length;
  }
  onProgress?.("Bytes of files");
  const files = await verifyBlobs(options);
  onProgress?.("Imported commits");
  const commits = await verifyCommits(options);
  const counted = await sql<{ texts: number; revisions: number; pages: number }>`
    select (select count(*) from content)::int as texts, (select count(*) from revision)::int as revisions,
      (select count(*) from page)::int as pages
  `.execute(db);
  const { texts = 0, revisions = 0, pages = 0 } = counted.rows[0] ?? {};
  return {
    checked: { texts, revisions, pages, files: files.checked, commits: commits.checked },
    findings: [...findings, ...files.findings, ...commits.findings],
    unlisted,
  };
}
