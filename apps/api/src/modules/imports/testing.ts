import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A real git repository for a test, written by git itself. Remove it with `remove()`. */
export class TestRepository {
  readonly folder = mkdtempSync(join(tmpdir(), "stet-test-git-"));
  #minute = 0;

  constructor() {
    this.git("init", "--quiet", "--initial-branch=main");
  }

  git(...args: string[]): string {
    return this.gitBytes(...args)
      .toString("utf8")
      .trim();
  }

  gitBytes(...args: string[]): Buffer {
    const at = `2024-01-01T10:${String(this.#minute % 60).padStart(2, "0")}:00+0200`;
    return execFileSync("git", args, {
      cwd: this.folder,
      maxBuffer: 1 << 28,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        PATH: process.env.PATH,
        HOME: this.folder,
        GIT_CONFIG_GLOBAL: "/dev/null",
        GIT_CONFIG_NOSYSTEM: "1",
        GIT_AUTHOR_NAME: "Ada Author",
        GIT_AUTHOR_EMAIL: "ada@example.org",
        GIT_AUTHOR_DATE: at,
        GIT_COMMITTER_NAME: "Carl Committer",
        GIT_COMMITTER_EMAIL: "carl@example.org",
        GIT_COMMITTER_DATE: at,
      },
    });
  }

  write(file: string, content: string | Buffer): this {
    const path = join(this.folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return this;
  }

  /** Commits everything in the folder; returns the commit's id. */
  commit(message: string, ...args: string[]): string {
    this.#minute += 1;
    this.git("add", "--all");
    this.git("commit", "--quiet", "--allow-empty", "-m", message, ...args);
    return this.git("rev-parse", "HEAD");
  }

  /** Merges with the tree as `resolve` leaves it; without it as git merges. */
  merge(branches: readonly string[], resolve?: () => void): string {
    this.#minute += 1;
    try {
      this.git("merge", "--quiet", "--no-ff", "--no-commit", ...branches);
    } catch (error) {
      if (!resolve) throw error;
    }
    resolve?.();
    return this.commit(`Merge ${branches.join(" and ")}`);
  }

  /** An octopus or an "ours" merge with exactly the files that are there. */
  mergeAsIs(branches: readonly string[]): string {
    this.#minute += 1;
    this.git("add", "--all");
    const tree = this.git("write-tree");
    const parents = ["HEAD", ...branches].flatMap((name) => ["-p", this.git("rev-parse", name)]);
    const sha = this.git("commit-tree", tree, ...parents, "-m", `Merge ${branches.join(", ")}`);
    this.git("reset", "--quiet", "--hard", sha);
    return sha;
  }

  switchTo(branch: string, start?: string): this {
    if (start === undefined) this.git("switch", "--quiet", branch);
    else this.git("switch", "--quiet", "--create", branch, start);
    return this;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export async function collect<T>(values: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const value of values) all.push(value);
  return all;
}
