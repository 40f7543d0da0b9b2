import type { ColumnType, Generated, JSONColumnType } from "kysely";

type Timestamp = ColumnType<Date, Date | string, Date | string>;
type DefaultedTimestamp = ColumnType<Date, Date | string | undefined, Date | string>;
type Json<T extends object | null> = JSONColumnType<T>;

export type PageKind = "PAGE" | "GUIDE" | "POST";
export type Visibility = "PUBLIC" | "MEMBERS";
export type SpaceRole = "READER" | "WRITER" | "REVIEWER" | "ADMIN";
export type InstanceRole = "MEMBER" | "ADMIN";
export type RevisionKind = "CREATE" | "EDIT" | "MOVE" | "REVERT" | "RESTORE" | "MERGE";

/** One interface per table of `migrations/`; column names as in SQL. */
export interface Tables {
  person: {
    id: string;
    name: string;
    email: string | null;
    user_id: string | null;
    role: Generated<InstanceRole>;
    created_at: DefaultedTimestamp;
  };
  space: {
    id: string;
    key: string;
    name: string;
    description: Generated<string>;
    visibility: Visibility;
    default_locale: string;
    created_at: DefaultedTimestamp;
  };
  space_role: { space_id: string; person_id: string; role: SpaceRole };
  content: { hash: Buffer; markdown: string; size: number };
  page: {
    id: string;
    space_id: string;
    locale: string;
    path: string;
    kind: PageKind;
    title: string;
    description: Generated<string>;
    tags: Generated<string[]>;
    nav_order: number | null;
    translation_of: string | null;
    head_id: string;
    head_number: number;
    created_at: Timestamp;
    updated_at: Timestamp;
    deleted_at: Timestamp | null;
    deleted_by: string | null;
  };
  redirect: {
    space_id: string;
    locale: string;
    path: string;
    page_id: string;
    created_at: DefaultedTimestamp;
  };
  revision: {
    id: string;
    page_id: string;
    number: number;
    kind: RevisionKind;
    parent_ids: Generated<string[]>;
    author_id: string;
    created_at: Timestamp;
    recorded_at: DefaultedTimestamp;
    message: Generated<string>;
    is_minor: Generated<boolean>;
    title: string;
    path: string;
    file_path: string;
    front_matter: Json<Record<string, unknown>>;
    content_hash: Buffer;
    size: number;
    lines_added: number;
    lines_removed: number;
  };
  change: {
    position: Generated<string>;
    transaction: Generated<string>;
    type: string;
    space_id: string | null;
    page_id: string | null;
    revision_id: string | null;
    person_id: string | null;
    data: Json<Record<string, unknown>>;
    created_at: DefaultedTimestamp;
  };
  idempotency: {
    person_id: string;
    key: string;
    request_hash: Buffer;
    result: Json<Record<string, unknown>>;
    created_at: DefaultedTimestamp;
  };
  setting: { key: string; value: Json<Record<string, unknown>>; updated_at: DefaultedTimestamp };
  blob: {
    hash: Buffer;
    size: string | number;
    type: string;
    width: number | null;
    height: number | null;
    created_at: DefaultedTimestamp;
  };
  media: {
    id: string;
    space_id: string;
    path: string;
    head_number: number;
    created_at: DefaultedTimestamp;
    deleted_at: Timestamp | null;
  };
  media_version: {
    id: string;
    media_id: string;
    number: number;
    blob_hash: Buffer;
    author_id: string;
    created_at: Timestamp;
  };
  import_source: {
    id: string;
    space_id: string;
    kind: "GIT";
    folder: Generated<string>;
    branch: string;
    tip: string | null;
    shown: Generated<number>;
    created_at: DefaultedTimestamp;
  };
  import_commit: {
    source_id: string;
    sha: string;
    position: number;
    parents: string[];
    raw: Buffer;
  };
  import_entry: {
    source_id: string;
    sha: string;
    file_path: string;
    page_id: string | null;
    revision_id: string | null;
    media_version_id: string | null;
    mode: Generated<string>;
    blob: Generated<string>;
  };
  import_problem: {
    source_id: string;
    sha: string;
    file_path: string;
    line: Generated<number>;
    code: string;
    message: string;
  };
  revision_html: {
    revision_id: string;
    page_id: string;
    render_version: number;
    html: string;
    toc: Json<object[]>;
    problems: Json<object[]>;
  };
  revision_blocks: {
    revision_id: string;
    page_id: string;
    algorithm_version: number;
    blocks: Json<object[]>;
  };
  revision_blame: {
    revision_id: string;
    page_id: string;
    algorithm_version: number;
    owners: Json<object[]>;
  };
  link: {
    page_id: string;
    href: string;
    rank: number;
    target_space: string;
    target_locale: string;
    target_path: string;
    text: Generated<string>;
    line: number;
  };
  page_search: { page_id: string; space_id: string; title: string; body: string; document: string };
}
