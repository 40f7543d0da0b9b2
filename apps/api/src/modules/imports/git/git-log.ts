import { TextDecoder } from "node:util";
import { ByteReader } from "./byte-reader.js";
import { ended, type GitRepository, startGit } from "./git-process.js";

/** One file that differs between a commit and its first parent. */
export interface FileChange {
  /** As git says it: added, deleted, modified, renamed, type changed. */
  readonly status: "A" | "D" | "M" | "R" | "T";
  /** `undefined` when the name is not UTF-8. */
  readonly file: string | undefined;
  /** Where a renamed file was. */
  readonly from?: string | undefined;
  readonly mode: string;
  readonly fromMode: string;
  /** The object now; zeros when deleted. */
  readonly blob: string;
  readonly fromBlob: string;
}

export interface LoggedCommit {
  readonly sha: string;
  readonly parents: readonly string[];
  readonly changes: readonly FileChange[];
}

/** Starts a commit's header, so that it cannot be taken for a change or a file name. */
const COMMIT_MARK = "\u0001";

export interface LogRequest {
  /** Full id of the newest commit. */
  readonly tip: string;
  /** Only this folder's files; "" for all. */
  readonly folder: string;
}

/**
 * Every commit behind `tip`, parents first, with what it changed against its first parent.
 * One git process, read as a stream. With a folder, commits that change nothing in it are listed too, without changes.
 */
export async function* readLog(
  repository: GitRepository,
  request: LogRequest,
): AsyncGenerator<LoggedCommit> {
  const git = startGit(repository, [
    "log",
    "--stdin",
    "--topo-order",
    "--reverse",
    "--full-history",
    "--sparse",
    `--format=${COMMIT_MARK}%H %P`,
    "--raw",
    "-z",
    "--no-abbrev",
    "--find-renames",
    "-l1000",
    "--diff-merges=first-parent",
    "--root",
    "--no-color",
    "--no-ext-diff",
    "--no-textconv",
    "--no-show-signature",
    "--ignore-submodules=none",
  ]);
  const end = ended(git, "log");
  const folder = request.folder === "" ? "" : `--\n${request.folder}\n`;
  git.stdin.end(`${request.tip}\n${folder}`);
  // Awaited below; a consumer that stops early must not leave a rejection behind.
  end.catch(() => undefined);
  try {
    yield* parseLog(new ByteReader(git.stdout));
    await end;
  } finally {
    if (git.exitCode === null) git.kill("SIGTERM");
  }
}

/** Reads what `git log --raw -z` prints. Exported for its tests. */
export async function* parseLog(reader: ByteReader): AsyncGenerator<LoggedCommit> {
  let commit: { sha: string; parents: string[]; changes: FileChange[] } | undefined;
  for (;;) {
    const bytes = await reader.until(0);
    if (bytes === undefined) break;
    const token = bytes.toString("latin1").trimStart();
    if (token.startsWith(COMMIT_MARK)) {
      if (commit) yield commit;
      const [sha = "", ...parents] = token.slice(1).trim().split(" ");
      commit = { sha, parents, changes: [] };
    } else if (token.startsWith(":")) {
      if (!commit) throw new Error("git log printed a change before the first commit.");
      commit.changes.push(await readChange(token, reader));
    } else if (token !== "") {
      throw new Error(
        `git log printed something unexpected: ${JSON.stringify(token.slice(0, 80))}`,
      );
    }
  }
  if (commit) yield commit;
}

async function readChange(line: string, reader: ByteReader): Promise<FileChange> {
  const [fromMode = "", mode = "", fromBlob = "", blob = "", letter = ""] = line
    .slice(1)
    .split(" ");
  const status = letter.charAt(0);
  if (!isStatus(status)) throw new Error(`git log printed an unknown kind of change: ${letter}`);
  const first = decodeName(await reader.until(0));
  if (status !== "R") return { status, file: first, mode, fromMode, blob, fromBlob };
  const file = decodeName(await reader.until(0));
  return { status, file, from: first, mode, fromMode, blob, fromBlob };
}

function isStatus(letter: string): letter is FileChange["status"] {
  return letter.length === 1 && "ADMRT".includes(letter);
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decodeName(bytes: Buffer | undefined): string | undefined {
  if (bytes === undefined) throw new Error("git log ended inside a change.");
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** How many commits name each commit as a parent, and how many commits there are behind `tip`. */
export async function countChildren(
  repository: GitRepository,
  tip: string,
): Promise<{ of(sha: string): number; commits: number }> {
  const git = startGit(repository, ["rev-list", "--parents", tip]);
  const end = ended(git, "rev-list");
  end.catch(() => undefined);
  git.stdin.end();
  const reader = new ByteReader(git.stdout);
  const children = new Map<string, number>();
  let commits = 0;
  for (let line = await reader.until(10); line; line = await reader.until(10)) {
    const [, ...parents] = line.toString("latin1").split(" ");
    commits += 1;
    for (const parent of parents) children.set(parent, (children.get(parent) ?? 0) + 1);
  }
  await end;
  return { of: (sha) => children.get(sha) ?? 0, commits };
}
