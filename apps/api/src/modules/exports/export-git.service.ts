import type { Db } from "#platform/database/index.js";
import { OperatorError } from "#platform/errors.js";
import {
  commitHeaders,
  parseSignature,
  getImportSpace,
  type BlobStore,
  type ImportSpace,
} from "../imports/index.js";
import {
  findExportSource,
  listCommits,
  listCurrentFiles,
  listEntries,
  listWikiEvents,
  loadTexts,
  type ExportCommit,
  type ExportEntry,
  type ExportSource,
  type WikiEvent,
} from "./export.repository.js";
import { FastImport, type FileState } from "./fast-import.js";
import { FileMap } from "./file-map.js";
import { createTarget } from "./target-repository.js";
import { describeEvent, identOf } from "./wiki-commit.js";

export interface ExportDeps {
  readonly db: Db;
  readonly files: BlobStore;
  /** The host that no-reply addresses of account holders are made of. */
  readonly host: string;
}

export interface ExportRequest {
  /** A folder that does not exist yet or is empty; bare when its name ends in `.git`. */
  readonly target: string;
  readonly space: string;
  readonly onProgress?: ((progress: { done: number; total: number }) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface ExportReport {
  readonly space: string;
  readonly target: string;
  readonly branch: string;
  /** Commits as they were imported, and commits for what was done in the wiki. */
  readonly commits: { readonly imported: number; readonly wiki: number };
  readonly files: number;
  readonly seconds: number;
}

const GROUP = 200;

/**
 * Writes a space as a git repository: imported commits as they were, then what was done in the wiki, a commit each.
 * @throws {OperatorError} when the target is not empty, or the space has nothing to write.
 */
export async function exportGit(deps: ExportDeps, request: ExportRequest): Promise<ExportReport> {
  const space = await getImportSpace(deps.db, request.space);
  const source = await findExportSource(deps.db, space.id);
  const branch = source?.branch ?? "main";
  const started = performance.now();
  const target = await createTarget(request.target, branch);
  const git = new FastImport(target.repository, branch);
  try {
    const run = new GitExport(deps, request, space, git);
    if (source) await run.writeImported(source);
    await run.writeWiki(source);
    const last = run.last;
    if (last === undefined) {
      throw new OperatorError(
        `The space ${space.key} has no pages yet.`,
        "There is nothing to export.",
      );
    }
    await git.finish(last);
    await target.checkOut(branch);
    return {
      ...run.counts(),
      space: space.key,
      target: request.target,
      branch,
      seconds: (performance.now() - started) / 1000,
    };
  } catch (error) {
    git.stop();
    await target.discard();
    throw error;
  } finally {
    await target.close();
  }
}

class GitExport {
  readonly #deps: ExportDeps;
  readonly #request: ExportRequest;
  readonly #space: ImportSpace;
  readonly #git: FastImport;
  readonly #blobMarks = new Map<string, number>();
  readonly #commitMarks = new Map<string, number>();
  #files = new FileMap();
  #imported = 0;
  #wiki = 0;
  #total = 0;
  last: number | undefined;

  constructor(deps: ExportDeps, request: ExportRequest, space: ImportSpace, git: FastImport) {
    this.#deps = deps;
    this.#request = request;
    this.#space = space;
    this.#git = git;
  }

  counts(): Pick<ExportReport, "commits" | "files"> {
    return { commits: { imported: this.#imported, wiki: this.#wiki }, files: this.#files.size };
  }

  async writeImported(source: ExportSource): Promise<void> {
    const { db } = this.#deps;
    this.#total = source.shown + 1;
    for (let after = -1; ;) {
      this.#request.signal?.throwIfAborted();
      const commits = await listCommits(db, source, after, GROUP);
      const entries = Map.groupBy(
        await listEntries(
          db,
          source.id,
          commits.map((commit) => commit.sha),
        ),
        (entry) => entry.sha,
      );
      await this.#storeBlobs([...entries.values()].flat());
      for (const commit of commits) {
        await this.#writeCommit(commit, entries.get(commit.sha) ?? []);
        after = commit.position;
      }
      if (commits.length < GROUP) break;
    }
    const tip = source.tip === null ? undefined : this.#commitMarks.get(source.tip);
    this.last = tip ?? this.last;
  }

  async #writeCommit(commit: ExportCommit, entries: readonly ExportEntry[]): Promise<void> {
    const { headers, message } = commitHeaders(commit.raw);
    const header = (name: string) => headers.find(([each]) => each === name)?.[1];
    const mark = await this.#git.commit({
      author: usableIdent(header("author")),
      committer: usableIdent(header("committer")),
      encoding: header("encoding"),
      message,
      parents: commit.parents.flatMap((sha) => this.#commitMarks.get(sha) ?? []),
      removes: entries.filter((entry) => !hashOf(entry)).map((entry) => entry.file),
      puts: entries.filter((entry) => hashOf(entry)).map((entry) => this.#stateOf(entry)),
    });
    this.#commitMarks.set(commit.sha, mark);
    this.last = mark;
    this.#imported += 1;
    this.#tell();
  }

  /** What was done in the wiki, then whatever still differs from what the space shows. */
  async writeWiki(source: ExportSource | undefined): Promise<void> {
    const { db } = this.#deps;
    if (source) this.#files = await this.#filesAtTip(source);
    const events = await listWikiEvents(db, this.#space.id, source?.id);
    this.#total = this.#imported + events.length;
    for (let start = 0; start < events.length; start += GROUP) {
      const group = events.slice(start, start + GROUP);
      await this.#storeBlobs(group);
      for (const event of group) {
        this.#request.signal?.throwIfAborted();
        await this.#writeEvent(event);
      }
    }
    await this.#writeRest();
  }

  async #writeEvent(event: WikiEvent): Promise<void> {
    const id = event.pageId ?? event.mediaId;
    if (id === null) return;
    const change =
      event.type === "deletion"
        ? this.#files.remove(id)
        : this.#files.put(id, event.file, keyOf(event));
    if (!change) return;
    const ident = identOf(event, this.#deps.host);
    await this.#wikiCommit(ident, describeEvent(event, change.file), change);
  }

  async #writeRest(): Promise<void> {
    const current = await listCurrentFiles(this.#deps.db, this.#space.id);
    await this.#storeBlobs(current);
    const removes = this.#files.removeAllBut(new Set(current.map((file) => file.id)));
    const changes = current.flatMap(
      (file) => this.#files.put(file.id, file.file, keyOf(file)) ?? [],
    );
    if (removes.length === 0 && changes.length === 0) return;
    const ident = `Stet <noreply@${this.#deps.host}> ${Math.floor(Date.now() / 1000)} +0000`;
    await this.#wikiCommit(ident, "Bring the files in line with the wiki\n", {
      removes: [...removes, ...changes.flatMap((change) => change.removes)],
      puts: changes.flatMap((change) => change.puts),
    });
  }

  async #wikiCommit(
    ident: string,
    message: string,
    change: {
      removes: readonly string[];
      puts: readonly { file: string; key: string; mode: string }[];
    },
  ): Promise<void> {
    this.last = await this.#git.commit({
      author: ident,
      committer: ident,
      message,
      parents: this.last === undefined ? [] : [this.last],
      removes: change.removes,
      puts: change.puts.map(({ file, key, mode }) => ({ file, mode, mark: this.#markOf(key) })),
    });
    this.#wiki += 1;
    this.#tell();
  }

  #tell(): void {
    const done = this.#imported + this.#wiki;
    this.#request.onProgress?.({ done, total: Math.max(done, this.#total) });
  }

  /** Replays the entries along first parents: each commit says what it changed against its first parent. */
  async #filesAtTip(source: ExportSource): Promise<FileMap> {
    const { db } = this.#deps;
    const files = new FileMap();
    const chain: string[] = [];
    const parents = new Map<string, string | undefined>();
    for (let after = -1; ;) {
      const commits = await listCommits(db, source, after, 5_000);
      for (const { sha, parents: all, position } of commits) {
        parents.set(sha, all[0]);
        after = position;
      }
      if (commits.length < 5_000) break;
    }
    const tip =
      source.tip !== null && parents.has(source.tip) ? source.tip : [...parents.keys()].at(-1);
    for (let sha = tip; sha !== undefined; sha = parents.get(sha)) chain.push(sha);
    chain.reverse();
    for (let start = 0; start < chain.length; start += GROUP) {
      const shas = chain.slice(start, start + GROUP);
      const entries = Map.groupBy(await listEntries(db, source.id, shas), (entry) => entry.sha);
      for (const sha of shas) files.follow(entries.get(sha) ?? [], keyOf);
    }
    return files;
  }

  #stateOf(entry: ExportEntry): FileState {
    return { file: entry.file, mode: entry.mode, mark: this.#markOf(keyOf(entry)) };
  }

  #markOf(key: string): number {
    const mark = this.#blobMarks.get(key);
    if (mark === undefined) throw new Error(`The bytes ${key} were not written.`);
    return mark;
  }

  async #storeBlobs(
    rows: readonly { contentHash: Buffer | null; blobHash: Buffer | null }[],
  ): Promise<void> {
    const missing = rows.filter((row) => hashOf(row) && !this.#blobMarks.has(keyOf(row)));
    const texts = await loadTexts(
      this.#deps.db,
      missing.flatMap((row) => row.contentHash ?? []),
    );
    for (const row of missing) {
      const key = keyOf(row);
      if (this.#blobMarks.has(key)) continue;
      const text = row.contentHash ? texts.get(row.contentHash.toString("hex")) : undefined;
      const bytes = text ?? (row.blobHash ? await this.#deps.files.read(row.blobHash) : undefined);
      if (!bytes) throw new Error(`The text ${key} is missing.`);
      this.#blobMarks.set(key, await this.#git.blob(bytes));
    }
  }
}

type Hashed = { readonly contentHash: Buffer | null; readonly blobHash: Buffer | null };

function hashOf(row: Hashed): Buffer | null {
  return row.contentHash ?? row.blobHash;
}

/** Names the bytes: a text and a file with the same bytes are one blob. */
function keyOf(row: Hashed): string {
  return hashOf(row)?.toString("hex") ?? "";
}

/** Git once let lines through that it does not take any more; those are put in order. */
function usableIdent(line: Buffer | undefined): Buffer | string {
  if (line && /^[^<>\n]*<[^<>\n]*> \d+ [+-]\d{1,6}$/.test(line.toString("latin1"))) return line;
  const { name, email, at } = parseSignature(line?.toString("utf8") ?? "");
  const clean = (text: string) => text.replace(/[<>]/g, "");
  return `${clean(name)} <${clean(email)}> ${Math.floor(at.getTime() / 1000)} +0000`;
}
