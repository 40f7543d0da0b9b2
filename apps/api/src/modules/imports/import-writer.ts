import { createHash } from "node:crypto";
import { parseFrontMatter } from "@stet/markdown";
import { inTransaction, type Db } from "#platform/database/index.js";
import { quickHeadlineOf } from "./headline.js";
import type { BlobStore } from "./blob-store.js";
import type { BlobCache } from "./blob-cache.js";
import type { NewVersion, Outcome } from "./commit-history.js";
import { dialectOf } from "./file-kind.js";
import { parseCommit, type CommitObject } from "./git/commit-object.js";
import type { ImportCounts } from "./import-report.js";
import { emptyRows, type ImportRows } from "./import-rows.js";
import { writeRows, type BatchTarget } from "./import-rows.repository.js";
import { lineCounts } from "../revisions/index.js";
import type { People } from "./people.js";
import type { Item } from "./place.js";
import type { ImportProblem } from "./problem.js";
import { decodeText } from "./text-check.js";

/** When a batch is written: as soon as one of these is reached. */
export interface BatchSize {
  readonly revisions: number;
  readonly commits: number;
  readonly bytes: number;
}

const BATCH: BatchSize = { revisions: 400, commits: 2_000, bytes: 8 * 1024 * 1024 };

export interface WriterOptions {
  readonly db: Db;
  readonly target: BatchTarget & { readonly space: string };
  readonly blobs: BlobCache;
  readonly files: BlobStore;
  readonly people: People;
  readonly counts: ImportCounts;
  readonly firstPosition: number;
  readonly batch?: BatchSize | undefined;
  /** Count, but write nothing. */
  readonly isDryRun: boolean;
}

/** Turns what commits did into rows, and writes them in batches of whole commits, a transaction each. */
export class ImportWriter {
  readonly #options: WriterOptions;
  #rows: ImportRows = emptyRows();
  #bytes = 0;
  #position: number;
  #writing: Promise<void> = Promise.resolve();
  readonly #started = new Set<Item>();
  readonly #reported = new Set<string>();

  constructor(options: WriterOptions) {
    this.#options = options;
    this.#position = options.firstPosition;
  }

  async add(
    sha: string,
    raw: Buffer,
    outcome: Outcome,
    problems: readonly ImportProblem[],
  ): Promise<void> {
    const { counts, people } = this.#options;
    const commit = parseCommit(raw);
    for (const problem of problems) this.#report(problem);
    for (const place of outcome.displaced) {
      const message = `another page has the address it asks for; it is at ${place.path}`;
      this.#report({ sha, file: place.file, line: 0, code: "PATH_TAKEN", message });
    }
    const authorId = outcome.created.length > 0 ? people.idOf(commit.author, this.#rows) : "";
    for (const made of outcome.created) {
      if (made.place.item.kind === "page") await this.#addRevision(sha, commit, authorId, made);
      else await this.#addMediaVersion(commit, authorId, made);
    }
    for (const { file, was, now } of outcome.entries) {
      const item = (now ?? was)?.item;
      const version = now?.heads[0]?.id ?? null;
      const isPage = item?.kind === "page";
      this.#rows.entries.push({
        sha,
        file,
        pageId: isPage ? item.id : null,
        revisionId: isPage ? version : null,
        mediaVersionId: isPage ? null : version,
        mode: now?.mode ?? "",
        blob: now?.blob ?? "",
      });
    }
    if (outcome.parents.length < 2) counts.pagesDeleted += deletedPages(outcome).length;
    this.#rows.commits.push({ sha, position: this.#position, parents: outcome.parents, raw });
    this.#position += 1;
    counts.imported += 1;
  }

  get isFull(): boolean {
    const { revisions, versions, commits } = this.#rows;
    const full = this.#options.batch ?? BATCH;
    return (
      revisions.length + versions.length >= full.revisions ||
      commits.length >= full.commits ||
      this.#bytes >= full.bytes
    );
  }

  /** Begins to write what was added since the last time, once the batch before is written. */
  async flush(): Promise<void> {
    const rows = this.#rows;
    this.#rows = emptyRows();
    this.#bytes = 0;
    this.#options.counts.people += rows.people.length;
    await this.#writing;
    if (this.#options.isDryRun || rows.commits.length === 0) return;
    const { db, target } = this.#options;
    this.#writing = inTransaction(db, (tx) => writeRows(tx, target, rows));
    // Whoever flushes next, or closes, hears of a failure.
    this.#writing.catch(() => undefined);
  }

  /** Waits for a batch that is being written, whatever becomes of it. */
  async settle(): Promise<void> {
    await this.#writing.catch(() => undefined);
  }

  /** Everything that was added is written when it resolves. */
  async close(): Promise<void> {
    await this.flush();
    await this.#writing;
  }

  async #addRevision(
    sha: string,
    commit: CommitObject,
    authorId: string,
    made: NewVersion,
  ): Promise<void> {
    const { blobs, counts, target } = this.#options;
    const { place, version, kind } = made;
    const bytes = await blobs.bytes(place.blob);
    const markdown = decodeText(bytes);
    const parent = version.parents[0];
    const before = parent ? decodeText(await blobs.bytes(parent.blob)) : "";
    const lines = lineCounts(before, markdown);
    const { title, frontMatter } = quickHeadlineOf(markdown, {
      space: target.space,
      defaultLocale: target.locale,
      locale: target.locale,
      path: place.path,
      filePath: place.file,
    });
    const isNew = !place.item.isStored && !this.#started.has(place.item);
    if (isNew) {
      this.#started.add(place.item);
      this.#rows.pages.set(place.item.id, { id: place.item.id, path: place.path });
    }
    counts.revisions += 1;
    if (isNew) counts.pagesCreated += 1;
    if (kind === "MOVE") counts.pagesMoved += 1;
    if (kind === "RESTORE") counts.pagesRestored += 1;
    this.#bytes += bytes.length;
    this.#reportText(sha, place.file, markdown, isNew);
    this.#rows.revisions.push({
      id: version.id,
      pageId: place.item.id,
      kind,
      parentIds: version.parents.map((each) => each.id),
      authorId,
      createdAt: commit.author.at,
      message: commit.message.trimEnd(),
      title,
      path: place.path,
      filePath: place.file,
      frontMatter,
      hash: sha256(bytes),
      markdown,
      size: bytes.length,
      linesAdded: lines.added,
      linesRemoved: lines.removed,
    });
  }

  async #addMediaVersion(commit: CommitObject, authorId: string, made: NewVersion): Promise<void> {
    const { blobs, counts, files, isDryRun } = this.#options;
    const { place, version } = made;
    const bytes = await blobs.bytes(place.blob);
    if (!place.item.isStored && !this.#started.has(place.item)) {
      this.#started.add(place.item);
      this.#rows.media.set(place.item.id, { id: place.item.id, path: place.file });
      counts.filesCreated += 1;
    }
    counts.fileVersions += 1;
    this.#bytes += bytes.length;
    const hash = sha256(bytes);
    const key = hash.toString("hex");
    if (!isDryRun && !this.#rows.blobs.has(key)) {
      this.#rows.blobs.set(key, await files.store(bytes, place.file));
    }
    this.#rows.versions.push({
      id: version.id,
      mediaId: place.item.id,
      hash,
      authorId,
      createdAt: commit.author.at,
    });
  }

  /** What a text's writer should know; said once for each page, not for each revision. */
  #reportText(sha: string, file: string, markdown: string, isNew: boolean): void {
    const dialect = dialectOf(file);
    if (isNew && dialect !== undefined) {
      const message = `${dialect} is kept as text; what Markdown does not know is shown as it is written`;
      this.#report({ sha, file, line: 0, code: "DIALECT", message });
    }
    for (const { message, line } of parseFrontMatter(markdown).problems) {
      const key = `${file} ${message}`;
      if (this.#reported.has(key)) continue;
      this.#reported.add(key);
      this.#report({ sha, file, line, code: "FRONT_MATTER", message: `front matter: ${message}` });
    }
  }

  #report(problem: ImportProblem): void {
    this.#options.counts.problems.push(problem);
    this.#rows.problems.push(problem);
  }
}

/** Pages that were somewhere in the first parent and are nowhere now. */
function deletedPages({ entries }: Outcome): Item[] {
  const standing = new Set(entries.map(({ now }) => now?.item));
  return entries.flatMap(({ was, now }) => {
    return was && !now && was.item.kind === "page" && !standing.has(was.item) ? [was.item] : [];
  });
}

function sha256(bytes: Buffer): Buffer {
  return createHash("sha256").update(bytes).digest();
}
