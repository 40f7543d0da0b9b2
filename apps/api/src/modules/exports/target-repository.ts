import { mkdir, mkdtemp, readdir, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { OperatorError } from "#platform/errors.js";
import { checkGitVersion, GIT_SETTINGS, runGit, type GitRepository } from "../imports/index.js";

export interface TargetRepository {
  readonly repository: GitRepository;
  /** Puts the branch's files into a working folder; a bare repository has none. */
  checkOut(branch: string): Promise<void>;
  /** Takes away what a failed export has begun. */
  discard(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Makes an empty repository: a bare one when the name ends in `.git`, else one with a working folder.
 * @throws {OperatorError} when something is there already, or no usable git.
 */
export async function createTarget(target: string, branch: string): Promise<TargetRepository> {
  const path = resolve(target);
  const entries = await readdir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw new OperatorError(
      `${path} cannot be used: ${error.message}`,
      "Name a folder that does not exist yet.",
    );
  });
  if (entries && entries.length > 0) {
    throw new OperatorError(
      `${path} is not empty.`,
      "Name a folder that does not exist yet, or an empty one.",
    );
  }
  const isBare = path.endsWith(".git");
  const home = await realpath(await mkdtemp(join(tmpdir(), "stet-git-")));
  const directory = isBare ? path : join(path, ".git");
  const repository: GitRepository = { directory, home };
  const close = () => rm(home, { recursive: true, force: true });
  try {
    await writeFile(join(home, "gitconfig"), GIT_SETTINGS);
    await checkGitVersion(repository);
    await mkdir(path, { recursive: true });
    await runGit(repository, [
      "init",
      "--quiet",
      "--template=",
      `--initial-branch=${branch}`,
      ...(isBare ? ["--bare", path] : [path]),
    ]);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    repository,
    close,
    async checkOut() {
      if (!isBare) await runGit(repository, [`--work-tree=${path}`, "reset", "--quiet", "--hard"]);
    },
    async discard() {
      if (entries === undefined) await rm(path, { recursive: true, force: true });
      else
        for (const name of await readdir(path))
          await rm(join(path, name), { recursive: true, force: true });
    },
  };
}
