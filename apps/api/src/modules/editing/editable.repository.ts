import { sql } from "kysely";
import type { Db } from "#platform/database/index.js";
import type { Viewer } from "../../context.js";
import {
  toBlockState,
  type BlockColumns,
  type BlockState,
  type PastBlocks,
} from "../derived/index.js";
import {
  partsOf,
  revisionColumns,
  selectPages,
  toPageRecord,
  toRevision,
  type Page,
  type PageRow,
  type Revision,
  type RevisionRow,
} from "../pages/index.js";
import { visibleSpace } from "../spaces/index.js";

/** A page with its head's text and what was derived of it: all that storing the next revision needs. */
export interface Editable {
  readonly page: Page;
  readonly head: Revision & { readonly markdown: string };
  readonly state: BlockState | undefined;
  readonly past: PastBlocks;
}

type EditableRow = PageRow & {
  blocks: BlockColumns["blocks"] | null;
  owners: BlockColumns["owners"] | null;
  past: Record<string, string[]> | null;
};

const withHead = partsOf(new Set(["head", "markdown"]));

/** Those that exist and are in a space the viewer may read, deleted ones included; by id. */
export async function findEditables(
  db: Db,
  viewer: Viewer,
  pageIds: readonly string[],
): Promise<Map<string, Editable>> {
  // Of one page, as when saving: PostgreSQL keeps a plan for `=`, but plans anew for every array, five times the work.
  const [first, ...others] = pageIds;
  const asked =
    others.length === 0 ? sql`page.id = ${first}` : sql`page.id = any(${pageIds}::uuid[])`;
  const { rows } = await sql<EditableRow>`
    select editable.*, blocks.blocks, blame.owners, (
      select jsonb_object_agg(gone.text_hash, gone.ids) from (
        select text_hash, jsonb_agg(block_id order by number desc, block_id) as ids
        from page_past_block where page_id = editable.id group by text_hash
      ) gone
    ) as past
    from (${selectPages(withHead)} where ${asked} and ${visibleSpace(viewer)}) editable
    left join revision_blocks blocks on blocks.revision_id = editable.head_id
    left join revision_blame blame on blame.revision_id = editable.head_id
  `.execute(db);
  return new Map(rows.map((row) => [row.id, toEditable(row)]));
}

function toEditable(row: EditableRow): Editable {
  const page = toPageRecord(row);
  const { head } = page;
  const markdown = head?.markdown;
  if (!head || markdown === undefined) throw new Error(`Page ${page.id} has no head.`);
  return {
    page,
    head: { ...head, markdown },
    state:
      row.blocks && row.owners
        ? toBlockState({ markdown, blocks: row.blocks, owners: row.owners })
        : undefined,
    past: new Map(Object.entries(row.past ?? {})),
  };
}

/** A revision of one page with its text. */
export async function findRevisionOf(
  db: Db,
  pageId: string,
  revisionId: string,
): Promise<(Revision & { markdown: string }) | undefined> {
  const { rows } = await sql<RevisionRow & { markdown: string }>`
    select ${revisionColumns}, content.markdown
    from revision
    join person author on author.id = revision.author_id
    join content on content.hash = revision.content_hash
    where revision.id = ${revisionId} and revision.page_id = ${pageId}
  `.execute(db);
  return rows[0] && { ...toRevision(rows[0]), markdown: rows[0].markdown };
}
