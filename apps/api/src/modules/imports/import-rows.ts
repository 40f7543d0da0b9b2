import type { RevisionKind } from "#platform/database/index.js";
import type { ImportProblem } from "./problem.js";

/** Rows of one batch as they will be written; numbers are given when the pages are locked. */
export interface ImportRows {
  readonly people: { id: string; name: string; email: string | null }[];
  readonly pages: Map<string, NewPage>;
  readonly revisions: RevisionRow[];
  readonly media: Map<string, { id: string; path: string }>;
  readonly versions: VersionRow[];
  readonly blobs: Map<string, BlobRow>;
  readonly commits: CommitRow[];
  readonly entries: EntryRow[];
  readonly problems: ImportProblem[];
}

/** A page as its first imported revision makes it. */
export interface NewPage {
  readonly id: string;
  readonly path: string;
}

export interface RevisionRow {
  readonly id: string;
  readonly pageId: string;
  readonly kind: RevisionKind;
  readonly parentIds: readonly string[];
  readonly authorId: string;
  readonly createdAt: Date;
  readonly message: string;
  readonly title: string;
  readonly path: string;
  readonly filePath: string;
  readonly frontMatter: Record<string, unknown>;
  readonly hash: Buffer;
  readonly markdown: string;
  readonly size: number;
  readonly linesAdded: number;
  readonly linesRemoved: number;
}

export interface VersionRow {
  readonly id: string;
  readonly mediaId: string;
  readonly hash: Buffer;
  readonly authorId: string;
  readonly createdAt: Date;
}

export interface BlobRow {
  readonly hash: Buffer;
  readonly size: number;
  readonly type: string;
  readonly width: number | null;
  readonly height: number | null;
}

export interface CommitRow {
  readonly sha: string;
  readonly position: number;
  readonly parents: readonly string[];
  readonly raw: Buffer;
}

export interface EntryRow {
  readonly sha: string;
  readonly file: string;
  readonly pageId: string | null;
  readonly revisionId: string | null;
  readonly mediaVersionId: string | null;
  readonly mode: string;
  readonly blob: string;
}

export function emptyRows(): ImportRows {
  return {
    people: [],
    pages: new Map(),
    revisions: [],
    media: new Map(),
    versions: [],
    blobs: new Map(),
    commits: [],
    entries: [],
    problems: [],
  };
}
