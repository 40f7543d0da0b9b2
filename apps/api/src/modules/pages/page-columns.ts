import { sql, type RawBuilder } from "kysely";
import type { PageKind, RevisionKind } from "#platform/database/index.js";
import { RENDER_VERSION } from "../derived/index.js";
import type { Space } from "../spaces/index.js";
import type { Page, RenderedHtml, Revision } from "./page.js";

/** What a query fetches besides the page itself and its space. */
export interface PageParts {
  readonly head: boolean;
  readonly markdown: boolean;
  readonly html: boolean;
}

export const plainParts: PageParts = { head: false, markdown: false, html: false };

/** What a selection of GraphQL fields needs. */
export function partsOf(selected: ReadonlySet<string>): PageParts {
  const markdown = selected.has("markdown") || selected.has("head.markdown");
  const html =
    selected.has("html") ||
    selected.has("toc") ||
    selected.has("problems") ||
    selected.has("head.html") ||
    selected.has("head.toc");
  return {
    head: markdown || html || selected.has("head") || selected.has("filePath"),
    markdown,
    html,
  };
}

export type RevisionRow = {
  id: string;
  page_id: string;
  number: number;
  kind: RevisionKind;
  parent_ids: string[];
  author_id: string;
  author_name: string;
  created_at: Date;
  message: string;
  is_minor: boolean;
  title: string;
  path: string;
  file_path: string;
  front_matter: Record<string, unknown>;
  content_hash: Buffer;
  size: number;
  lines_added: number;
  lines_removed: number;
  markdown?: string;
};

/** Columns of `revision` joined with `author` (a person). */
export const revisionColumns =
  sql.raw(`revision.id, revision.page_id, revision.number, revision.kind, revision.parent_ids,
  revision.author_id, author.name as author_name, revision.created_at, revision.message, revision.is_minor,
  revision.title, revision.path, revision.file_path, revision.front_matter, revision.content_hash, revision.size,
  revision.lines_added, revision.lines_removed`);

export function toRevision(row: RevisionRow): Revision {
  return {
    id: row.id,
    pageId: row.page_id,
    number: row.number,
    kind: row.kind,
    parentIds: row.parent_ids,
    author: { id: row.author_id, name: row.author_name },
    createdAt: row.created_at,
    message: row.message,
    isMinor: row.is_minor,
    title: row.title,
    path: row.path,
    filePath: row.file_path,
    frontMatter: row.front_matter,
    contentHash: row.content_hash,
    size: row.size,
    linesAdded: row.lines_added,
    linesRemoved: row.lines_removed,
    markdown: row.markdown,
  };
}

export type PageRow = {
  id: string;
  space_id: string;
  locale: string;
  path: string;
  kind: PageKind;
  title: string;
  description: string;
  tags: string[];
  translation_of: string | null;
  head_id: string;
  head_number: number;
  created_at: Date;
  updated_at: Date;
  deleted_at: Date | null;
  space_key: string;
  space_name: string;
  space_description: string;
  space_visibility: Space["visibility"];
  space_default_locale: string;
  space_created_at: Date;
  head_kind?: RevisionKind;
  head_parent_ids?: string[];
  head_author_id?: string;
  head_author_name?: string;
  head_created_at?: Date;
  head_message?: string;
  head_is_minor?: boolean;
  head_title?: string;
  head_path?: string;
  head_file_path?: string;
  head_front_matter?: Record<string, unknown>;
  head_content_hash?: Buffer;
  head_size?: number;
  head_lines_added?: number;
  head_lines_removed?: number;
  markdown?: string;
  html?: string | null;
  toc?: object[];
  problems?: object[];
};

const pageColumns = `page.id, page.space_id, page.locale, page.path, page.kind, page.title, page.description, page.tags,
  page.translation_of, page.head_id, page.head_number, page.created_at, page.updated_at, page.deleted_at,
  space.key as space_key, space.name as space_name, space.description as space_description,
  space.visibility as space_visibility, space.default_locale as space_default_locale, space.created_at as space_created_at`;

const headColumns = `, head.kind as head_kind, head.parent_ids as head_parent_ids, head.author_id as head_author_id,
  author.name as head_author_name, head.created_at as head_created_at, head.message as head_message,
  head.is_minor as head_is_minor, head.title as head_title, head.path as head_path, head.file_path as head_file_path,
  head.front_matter as head_front_matter, head.content_hash as head_content_hash, head.size as head_size,
  head.lines_added as head_lines_added, head.lines_removed as head_lines_removed`;

/** `select … from page join space …`, one row a page, with only the parts asked for. */
export function selectPages(parts: PageParts): RawBuilder<PageRow> {
  const head = parts.head || parts.markdown || parts.html;
  const columns = [
    pageColumns,
    head ? headColumns : "",
    parts.markdown ? ", content.markdown" : "",
    parts.html ? ", html.html, html.toc, html.problems" : "",
  ];
  const joins = [
    "from page join space on space.id = page.space_id",
    head
      ? "join revision head on head.id = page.head_id join person author on author.id = head.author_id"
      : "",
    parts.markdown ? "join content on content.hash = head.content_hash" : "",
    parts.html
      ? `left join revision_html html on html.revision_id = page.head_id and html.render_version = ${RENDER_VERSION}`
      : "",
  ];
  return sql.raw(`select ${columns.join("")} ${joins.join(" ")}`);
}

export function toPageRecord(row: PageRow): Page {
  return {
    id: row.id,
    space: {
      id: row.space_id,
      key: row.space_key,
      name: row.space_name,
      description: row.space_description,
      visibility: row.space_visibility,
      defaultLocale: row.space_default_locale,
      createdAt: row.space_created_at,
    },
    locale: row.locale,
    path: row.path,
    kind: row.kind,
    title: row.title,
    description: row.description,
    tags: row.tags,
    translationOf: row.translation_of,
    headId: row.head_id,
    headNumber: row.head_number,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    deletedAt: row.deleted_at,
    head: headOf(row),
    rendered: renderedOf(row),
  };
}

function renderedOf(row: PageRow): RenderedHtml | undefined {
  if (row.html == null) return undefined;
  return { html: row.html, toc: row.toc ?? [], problems: row.problems ?? [] };
}

function headOf(row: PageRow): Revision | undefined {
  if (row.head_kind === undefined) return undefined;
  // One `select` gives all head columns or none.
  const head = row as Required<PageRow>;
  return {
    id: head.head_id,
    pageId: head.id,
    number: head.head_number,
    kind: head.head_kind,
    parentIds: head.head_parent_ids,
    author: { id: head.head_author_id, name: head.head_author_name },
    createdAt: head.head_created_at,
    message: head.head_message,
    isMinor: head.head_is_minor,
    title: head.head_title,
    path: head.head_path,
    filePath: head.head_file_path,
    frontMatter: head.head_front_matter,
    contentHash: head.head_content_hash,
    size: head.head_size,
    linesAdded: head.head_lines_added,
    linesRemoved: head.head_lines_removed,
    markdown: row.markdown,
  };
}
