import { inTransaction, type Db } from "#platform/database/index.js";
import { OperatorError } from "#platform/errors.js";
import { newUuid } from "#platform/ids.js";
import { MAX_TEXT_BYTES } from "../revisions/index.js";
import { Admission, type Limits } from "./admission.js";
import { BlobCache } from "./blob-cache.js";
import type { BlobStore } from "./blob-store.js";
import { CommitHistory } from "./commit-history.js";
import { deriveImported } from "./derive-imported.js";
import { finishImport } from "./finish-import.service.js";
import { countChildren, readLog } from "./git/git-log.js";
import { ObjectReader } from "./git/object-reader.js";
import { chooseBranch, openRepository, type OpenRepository } from "./git/open-repository.js";
import { withImportLock } from "./import-lock.js";
import {
  ImportCounts,
  peakMemoryMegabytes,
  type ImportProgress,
  type ImportReport,
} from "./import-report.js";
import {
  findSource,
  insertSource,
  listForeignPaths,
  listRecorded,
  nextPosition,
  type ImportSource,
} from "./import-source.repository.js";
import { createImportSpace, type NewImportSpace } from "./import-space-creation.js";
import { findImportSpace, getImportSpace, type ImportSpace } from "./import-space.js";
import { ImportWriter, type BatchSize } from "./import-writer.js";
import { inGroups } from "./in-groups.js";
import { People } from "./people.js";
import { RecordedSteps } from "./recorded-steps.js";
import type { Tree } from "./tree.js";

export interface ImportDeps {
  readonly db: Db;
  readonly files: BlobStore;
  /** Locales the site speaks; links are read with them. */
  readonly locales: readonly string[];
}

export interface ImportRequest {
  /** A folder with a repository, a bare repository, or a bundle file. */
  readonly source: string;
  readonly space: string;
  /** Only this folder of the repository; its name is left out of paths. */
  readonly folder?: string | undefined;
  readonly branch?: string | undefined;
  readonly isDryRun?: boolean | undefined;
  readonly limits?: Limits | undefined;
  readonly batch?: BatchSize | undefined;
  /** How to make the space when there is none; without it, that is an error. */
  readonly newSpace?: Pick<NewImportSpace, "name" | "visibility" | "locale"> | undefined;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
  /** Stops between two batches; what was imported stays, and the next run goes on. */
  readonly signal?: AbortSignal | undefined;
}

const LIMITS: Limits = { text: MAX_TEXT_BYTES, file: 25 * 1024 * 1024 };

/** Commits asked about at a time. */
const GROUP = 500;

/**
 * Imports a branch with its whole history into a space, or what is new of it.
 * @throws {OperatorError} when the source, the branch, the folder or the space cannot be used.
 */
export async function importGit(deps: ImportDeps, request: ImportRequest): Promise<ImportReport> {
  const opened = await openRepository(request.source);
  try {
    chooseBranch(opened, request.branch);
    if (request.isDryRun === true) {
      const space = (await findImportSpace(deps.db, request.space)) ?? plannedSpace(request);
      return await new GitImport(deps, request, opened, space).run();
    }
    return await withImportLock(deps.db, async () => {
      const { newSpace } = request;
      const isNew = newSpace
        ? await createImportSpace(deps.db, {
            ...newSpace,
            key: request.space,
            locales: deps.locales,
          })
        : false;
      const space = await getImportSpace(deps.db, request.space);
      return { ...(await new GitImport(deps, request, opened, space).run()), isNewSpace: isNew };
    });
  } finally {
    await opened.close();
  }
}

/** Stands for a space that a dry run does not make. */
function plannedSpace({ space, newSpace }: ImportRequest): ImportSpace {
  if (newSpace)
    return { id: "00000000-0000-0000-0000-000000000000", key: space, locale: newSpace.locale };
  throw new OperatorError(`There is no space ${space}.`);
}

class GitImport {
  readonly #deps: ImportDeps;
  readonly #request: ImportRequest;
  readonly #opened: OpenRepository;
  readonly #space: ImportSpace;
  readonly #counts = new ImportCounts();
  readonly #folder: string;
  readonly #branch: string;
  readonly #tip: string;

  constructor(
    deps: ImportDeps,
    request: ImportRequest,
    opened: OpenRepository,
    space: ImportSpace,
  ) {
    this.#deps = deps;
    this.#request = request;
    this.#opened = opened;
    this.#space = space;
    this.#folder = cleanFolder(request.folder ?? "");
    const { name, tip } = chooseBranch(opened, request.branch);
    this.#branch = name;
    this.#tip = tip;
  }

  get #isDryRun(): boolean {
    return this.#request.isDryRun === true;
  }

  async run(): Promise<ImportReport> {
    const started = performance.now();
    const source = await this.#source();
    const total = source.tip === this.#tip ? 0 : await this.#import(source);
    const imported = performance.now();
    let derived = { pages: 0, revisions: 0 };
    if (!this.#isDryRun && !this.#isStopped) {
      derived = await deriveImported(this.#deps, this.#space.id, this.#request);
    }
    const ended = performance.now();
    return this.#report({
      total,
      derived,
      history: imported - started,
      deriving: ended - imported,
    });
  }

  get #isStopped(): boolean {
    return this.#request.signal?.aborted === true;
  }

  async #source(): Promise<ImportSource> {
    const key = { spaceId: this.#space.id, folder: this.#folder, branch: this.#branch };
    const known = await findSource(this.#deps.db, key);
    if (known) return known;
    const id = newUuid();
    if (!this.#isDryRun) await insertSource(this.#deps.db, id, key);
    return { id, tip: undefined, shown: -1 };
  }

  async #import(source: ImportSource): Promise<number> {
    const { repository } = this.#opened;
    const children = await countChildren(repository, this.#tip);
    const objects = new ObjectReader(repository);
    try {
      const walk = await this.#walk(source, objects, children);
      await objects.close();
      if (walk.tree && this.#counts.imported + this.#counts.known === 0) {
        throw new OperatorError(
          this.#folder === ""
            ? `The branch ${this.#branch} has no files.`
            : `No commit on ${this.#branch} has files in ${this.#folder}.`,
          "Name another --path or --branch.",
        );
      }
      if (walk.tree && !this.#isDryRun) await this.#finish(source, walk.tree, walk.isContinuation);
      return children.commits;
    } finally {
      objects.stop();
    }
  }

  /** Goes through all commits; no tree when it was stopped on the way. */
  async #walk(
    source: ImportSource,
    objects: ObjectReader,
    children: { of(sha: string): number; commits: number },
  ): Promise<{ tree: Tree | undefined; isContinuation: boolean }> {
    const { db, files } = this.#deps;
    const space = this.#space;
    const blobs = new BlobCache(objects);
    const reserved = new Set(await listForeignPaths(db, space, source.id));
    const history = new CommitHistory((sha) => children.of(sha), {
      newId: newUuid,
      isReserved: (path) => reserved.has(path),
      dropUnchanged: this.#folder !== "",
    });
    const admission = new Admission({
      blobs,
      folder: this.#folder,
      limits: this.#request.limits ?? LIMITS,
    });
    const writer = new ImportWriter({
      db,
      target: { sourceId: source.id, spaceId: space.id, space: space.key, locale: space.locale },
      blobs,
      files,
      people: await People.load(db),
      counts: this.#counts,
      firstPosition: await nextPosition(db, source.id),
      batch: this.#request.batch,
      isDryRun: this.#isDryRun,
    });
    try {
      const isContinuation = await this.#follow({
        source,
        objects,
        children,
        history,
        admission,
        writer,
      });
      await writer.close();
      this.#tell(children.commits, children.commits);
      if (isContinuation === undefined) return { tree: undefined, isContinuation: false };
      const tree = history.treeAt(this.#tip);
      if (!tree) throw new Error(`The history ended before ${this.#tip}.`);
      return { tree, isContinuation };
    } finally {
      await writer.settle();
    }
  }

  /** Whether the branch contains what the space shows already; `undefined` when it was stopped on the way. */
  async #follow(walk: {
    source: ImportSource;
    objects: ObjectReader;
    children: { commits: number };
    history: CommitHistory;
    admission: Admission;
    writer: ImportWriter;
  }): Promise<boolean | undefined> {
    const { source, objects, children, history, admission, writer } = walk;
    const recordedSteps = new RecordedSteps();
    let done = 0;
    let isContinuation = source.tip === undefined;
    const log = readLog(this.#opened.repository, { tip: this.#tip, folder: this.#folder });
    for await (const commits of inGroups(log, GROUP)) {
      const shas = commits.map((commit) => commit.sha);
      const recorded = await listRecorded(this.#deps.db, source.id, shas);
      for (const commit of commits) {
        if (this.#isStopped) return undefined;
        if (commit.sha === source.tip) isContinuation = true;
        const entries = recorded.get(commit.sha);
        if (entries) {
          history.apply(recordedSteps.stepOf(commit, entries));
          this.#counts.known += 1;
        } else {
          const { step, problems } = await admission.admit(commit);
          const outcome = history.apply(step);
          if (outcome.isDropped) {
            this.#counts.skipped += 1;
            this.#counts.problems.push(...problems);
          } else {
            await writer.add(commit.sha, await objects.readCommit(commit.sha), outcome, problems);
          }
        }
        done += 1;
        if (!writer.isFull) continue;
        await writer.flush();
        this.#tell(done, children.commits);
      }
      this.#tell(done, children.commits);
    }
    return isContinuation;
  }

  async #finish(source: ImportSource, tree: Tree, isContinuation: boolean): Promise<void> {
    const problems = await inTransaction(this.#deps.db, (tx) =>
      finishImport(tx, {
        source: { ...source, shown: isContinuation ? source.shown : -1 },
        space: this.#space,
        tip: this.#tip,
        tree,
      }),
    );
    this.#counts.problems.push(...problems);
  }

  #tell(done: number, total: number): void {
    this.#request.onProgress?.({
      phase: "history",
      done,
      total,
      revisions: this.#counts.revisions,
    });
  }

  #report(measured: {
    total: number;
    derived: ImportReport["derived"];
    history: number;
    deriving: number;
  }): ImportReport {
    const counts = this.#counts;
    const { total, derived, history, deriving } = measured;
    return {
      space: this.#space.key,
      isNewSpace: false,
      branch: this.#branch,
      folder: this.#folder,
      tip: this.#tip,
      isDryRun: this.#isDryRun,
      isComplete: !this.#isStopped,
      commits: { total, imported: counts.imported, known: counts.known, skipped: counts.skipped },
      revisions: counts.revisions,
      pages: {
        created: counts.pagesCreated,
        moved: counts.pagesMoved,
        deleted: counts.pagesDeleted,
        restored: counts.pagesRestored,
      },
      files: { created: counts.filesCreated, versions: counts.fileVersions },
      people: counts.people,
      derived,
      problems: counts.problems,
      seconds: { history: history / 1000, derived: deriving / 1000 },
      revisionsPerSecond: {
        history: Math.round((counts.revisions * 1000) / Math.max(history, 1)),
        overall: Math.round((counts.revisions * 1000) / Math.max(history + deriving, 1)),
      },
      peakMemoryMegabytes: peakMemoryMegabytes(),
    };
  }
}

/** `docs/guide` of `./docs/guide/`. */
function cleanFolder(given: string): string {
  const segments = given.split("/").filter((segment) => segment !== "" && segment !== ".");
  if (segments.includes("..") || given.startsWith("/")) {
    throw new OperatorError(
      `--path ${given} leaves the repository.`,
      "Name a folder of the repository, as in --path docs.",
    );
  }
  return segments.join("/");
}
