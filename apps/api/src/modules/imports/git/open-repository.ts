import { mkdtemp, open, readFile, realpath, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { OperatorError } from "#platform/errors.js";
import {
  checkGitVersion,
  GIT_SETTINGS,
  GitError,
  type GitRepository,
  runGit,
} from "./git-process.js";

/** A repository opened for reading; `close` removes what was put aside for it. */
export interface OpenRepository {
  readonly repository: GitRepository;
  /** Branch name → commit id. */
  readonly branches: ReadonlyMap<string, string>;
  /** The branch that is checked out or that HEAD names, when there is one. */
  readonly defaultBranch: string | undefined;
  /** True when older history was cut off by a shallow clone. */
  readonly isShallow: boolean;
  close(): Promise<void>;
}

/**
 * Opens a working folder, a bare repository or a bundle file for reading.
 *
 * Nothing is read with the source's own settings beyond its list of branches: an empty repository of ours in a
 * temporary folder borrows the source's objects, so no setting, hook, filter or remote of the source can start a program.
 *
 * @throws {OperatorError} when there is nothing to read at `source`, or no usable git.
 */
export async function openRepository(source: string): Promise<OpenRepository> {
  const path = resolve(source);
  const info = await stat(path).catch(() => undefined);
  if (!info)
    throw new OperatorError(
      `There is nothing at ${path}.`,
      "Name a folder with a git repository, or a bundle file.",
    );
  const home = await realpath(await mkdtemp(join(tmpdir(), "stet-git-")));
  const close = () => rm(home, { recursive: true, force: true });
  try {
    await writeFile(join(home, "gitconfig"), GIT_SETTINGS);
    const own: GitRepository = { directory: join(home, "objects.git"), home };
    await checkGitVersion(own);
    const opened = info.isDirectory() ? await borrow(path, own) : await unbundle(path, own);
    return { ...opened, close };
  } catch (error) {
    await close();
    throw error;
  }
}

type Opened = Omit<OpenRepository, "close">;

async function borrow(folder: string, own: GitRepository): Promise<Opened> {
  const source = await locate(folder, own);
  const format = await ask(source, ["rev-parse", "--show-object-format"]);
  await createBare(own, format.trim());
  const objects = await ask(source, [
    "rev-parse",
    "--path-format=absolute",
    "--git-path",
    "objects",
  ]);
  const shallow = await ask(source, [
    "rev-parse",
    "--path-format=absolute",
    "--git-path",
    "shallow",
  ]);
  const boundary = await readFile(shallow.trim()).catch(() => undefined);
  if (boundary) await writeFile(join(own.directory, "shallow"), boundary);
  const listed = await ask(source, [
    "for-each-ref",
    "--format=%(objectname) %(refname)",
    "refs/heads",
    "refs/remotes/origin",
  ]);
  const head = await ask(source, ["symbolic-ref", "--quiet", "HEAD"]).catch(() => "");
  return {
    repository: { ...own, alternates: [objects.trim()] },
    branches: readBranches(listed),
    defaultBranch: /^refs\/heads\/(.+)$/.exec(head.trim())?.[1],
    isShallow: boundary !== undefined,
  };
}

/** The git folder of a working folder or of a bare repository; never one of the folders above. */
async function locate(folder: string, own: GitRepository): Promise<GitRepository> {
  for (const candidate of [join(folder, ".git"), folder]) {
    const source = { directory: candidate, home: own.home };
    try {
      const directory = (await runGit(source, ["rev-parse", "--absolute-git-dir"])).trim();
      return { directory, home: own.home };
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
    }
  }
  throw new OperatorError(
    `${folder} is not a git repository.`,
    "Name the folder that contains .git, a bare repository, or a bundle file.",
  );
}

/** A question to the source under its own settings; a failure is the source's, so it is told to the operator. */
async function ask(source: GitRepository, args: readonly string[]): Promise<string> {
  try {
    return await runGit(source, args);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new OperatorError(`git could not read ${source.directory}: ${error.stderr.trim()}`);
  }
}

async function unbundle(file: string, own: GitRepository): Promise<Opened> {
  const format = await bundleFormat(file);
  await createBare(own, format);
  let listed: string;
  try {
    listed = await runGit(own, ["bundle", "unbundle", file]);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new OperatorError(
      `git could not read the bundle ${file}: ${error.stderr.trim()}`,
      "Make a complete bundle with: git bundle create docs.bundle --all",
    );
  }
  const branches = readBranches(listed);
  const head = /^([0-9a-f]+) HEAD$/m.exec(listed)?.[1];
  const heads = [...branches].filter(([, sha]) => sha === head).map(([name]) => name);
  const likely = ["main", "master"].find((name) => heads.includes(name)) ?? heads[0];
  return { repository: own, branches, defaultBranch: likely, isShallow: false };
}

/** @throws {OperatorError} when the file is no bundle. */
async function bundleFormat(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
    const head = buffer.subarray(0, bytesRead).toString("latin1");
    if (!/^# v[23] git bundle\n/.test(head)) {
      throw new OperatorError(`${file} is neither a git repository nor a git bundle.`);
    }
    return /^@object-format=(\w+)$/m.exec(head)?.[1] ?? "sha1";
  } finally {
    await handle.close();
  }
}

async function createBare(own: GitRepository, format: string): Promise<void> {
  await runGit(own, [
    "init",
    "--bare",
    "--quiet",
    "--template=",
    `--object-format=${format}`,
    own.directory,
  ]);
}

/** Local branches first; a branch that only the remote has is found by its short name too. */
function readBranches(listed: string): Map<string, string> {
  const branches = new Map<string, string>();
  for (const prefix of ["refs/heads/", "refs/remotes/origin/"]) {
    for (const line of listed.split("\n")) {
      const space = line.indexOf(" ");
      const name = line.slice(space + 1);
      if (!name.startsWith(prefix) || name === "refs/remotes/origin/HEAD") continue;
      const short = name.slice(prefix.length);
      if (!branches.has(short)) branches.set(short, line.slice(0, space));
    }
  }
  return branches;
}

/**
 * The branch to import: the one asked for, else the default one, else the only one.
 * @throws {OperatorError} that lists the branches there are.
 */
export function chooseBranch(
  opened: Pick<OpenRepository, "branches" | "defaultBranch">,
  wanted: string | undefined,
): { name: string; tip: string } {
  const { branches, defaultBranch } = opened;
  if (branches.size === 0) {
    throw new OperatorError(
      "The repository has no commits on any branch.",
      "Commit something first, or name another repository.",
    );
  }
  const only = branches.size === 1 ? [...branches.keys()][0] : undefined;
  const usual = ["main", "master"].find((name) => branches.has(name));
  const preferred =
    defaultBranch !== undefined && branches.has(defaultBranch) ? defaultBranch : undefined;
  const name = wanted ?? preferred ?? only ?? usual;
  const tip = name === undefined ? undefined : branches.get(name);
  if (name !== undefined && tip !== undefined) return { name, tip };
  const list = [...branches.keys()].toSorted().slice(0, 20).join(", ");
  throw new OperatorError(
    wanted === undefined
      ? "The repository has several branches and none is the default."
      : `There is no branch ${wanted}.`,
    `Choose one with --branch: ${list}${branches.size > 20 ? `, and ${branches.size - 20} more` : ""}.`,
  );
}
