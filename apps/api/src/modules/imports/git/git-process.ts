import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { OperatorError } from "#platform/errors.js";

/** `--diff-merges` and `GIT_CONFIG_GLOBAL` are there from this version on. */
const MINIMUM_VERSION = [2, 32] as const;

/** A git repository that only we configured. `home` holds the only settings git may read. */
export interface GitRepository {
  readonly directory: string;
  readonly home: string;
  /** Folders with objects that are read besides the repository's own. */
  readonly alternates?: readonly string[];
}

/** What git said when it failed; callers turn it into advice. */
export class GitError extends Error {
  constructor(
    readonly command: string,
    readonly stderr: string,
  ) {
    super(`git ${command}: ${stderr.trim() || "failed without a message"}`);
  }
}

/**
 * Starts git without a shell, with a closed environment: no user or system settings, no hooks, no prompt, no pager,
 * no network, no lazy fetching of missing objects.
 */
export function startGit(
  repository: GitRepository,
  args: readonly string[],
): ChildProcessWithoutNullStreams {
  return spawn("git", ["--no-pager", "--no-replace-objects", "--literal-pathspecs", ...args], {
    cwd: repository.home,
    shell: false,
    stdio: ["pipe", "pipe", "pipe"],
    env: closedEnvironment(repository),
  });
}

function closedEnvironment(repository: GitRepository): NodeJS.ProcessEnv {
  // oxlint-disable-next-line node/no-process-env -- the only things of our environment that git may have
  const { PATH, SystemRoot, TMPDIR, TEMP } = process.env;
  return {
    ...(PATH === undefined ? {} : { PATH }),
    ...(SystemRoot === undefined ? {} : { SystemRoot }),
    ...(TMPDIR === undefined ? {} : { TMPDIR }),
    ...(TEMP === undefined ? {} : { TEMP }),
    LC_ALL: "C",
    HOME: repository.home,
    XDG_CONFIG_HOME: repository.home,
    GIT_DIR: repository.directory,
    // Not /dev/null: `safe.directory` is only believed when it stands in a settings file.
    GIT_CONFIG_GLOBAL: `${repository.home}/gitconfig`,
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_SYSTEM: "/dev/null",
    GIT_ATTR_NOSYSTEM: "1",
    GIT_ALLOW_PROTOCOL: "",
    GIT_NO_LAZY_FETCH: "1",
    GIT_TERMINAL_PROMPT: "0",
    GIT_OPTIONAL_LOCKS: "0",
    ...(repository.alternates && repository.alternates.length > 0
      ? { GIT_ALTERNATE_OBJECT_DIRECTORIES: repository.alternates.map(quoteAlternate).join(":") }
      : {}),
  };
}

/** Colons separate the folders, so git reads a quoted entry like a C string. */
function quoteAlternate(directory: string): string {
  return `"${directory.replace(/[\\"]/g, "\\$&")}"`;
}

/** The settings that stand in `GIT_CONFIG_GLOBAL`. */
export const GIT_SETTINGS = `[safe]
	directory = *
[protocol]
	allow = never
[core]
	hooksPath = /dev/null
	fsmonitor = false
	attributesFile = /dev/null
[log]
	showSignature = false
	mailmap = false
[gc]
	auto = 0
[advice]
	detachedHead = false
[init]
	defaultBranch = main
`;

/** Runs git to its end and returns what it printed. @throws {GitError} */
export async function runGit(repository: GitRepository, args: readonly string[]): Promise<string> {
  const git = startGit(repository, args);
  git.stdin.end();
  const output: Buffer[] = [];
  git.stdout.on("data", (chunk: Buffer) => output.push(chunk));
  await ended(git, args[0] ?? "");
  return Buffer.concat(output).toString("utf8");
}

/** Resolves when git ended well. @throws {GitError} with what git said; {OperatorError} when there is no git. */
export function ended(git: ChildProcessWithoutNullStreams, command: string): Promise<void> {
  const said: Buffer[] = [];
  let size = 0;
  git.stderr.on("data", (chunk: Buffer) => {
    if (size < 64_000) said.push(chunk);
    size += chunk.length;
  });
  // A git that ends early closes its input; its exit code tells the reason.
  git.stdin.on("error", () => undefined);
  return new Promise((resolve, reject) => {
    git.on("error", (error: NodeJS.ErrnoException) => {
      reject(error.code === "ENOENT" ? gitIsMissing() : error);
    });
    git.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new GitError(command, Buffer.concat(said).toString("utf8")));
    });
  });
}

function gitIsMissing(): OperatorError {
  return new OperatorError(
    "The program git was not found.",
    `Install git ${MINIMUM_VERSION.join(".")} or newer (https://git-scm.com/downloads) and make sure it is in PATH.`,
  );
}

/** @throws {OperatorError} when git is absent or too old. */
export async function checkGitVersion(repository: GitRepository): Promise<void> {
  const answer = await runGit(repository, ["--version"]);
  const match = /(\d+)\.(\d+)/.exec(answer);
  const major = Number(match?.[1] ?? 0);
  const minor = Number(match?.[2] ?? 0);
  const [needMajor, needMinor] = MINIMUM_VERSION;
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return;
  throw new OperatorError(
    `This is ${answer.trim()}; importing and exporting need git ${MINIMUM_VERSION.join(".")} or newer.`,
    "Update git and run the command again.",
  );
}
