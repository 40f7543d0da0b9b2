import { once } from "node:events";
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { ended, startGit, type GitRepository } from "../imports/index.js";

export interface FileState {
  readonly file: string;
  readonly mode: string;
  /** From `FastImport.blob`. */
  readonly mark: number;
}

export interface NewCommit {
  /** `Name <email> seconds zone`, as git has it. */
  readonly author: Buffer | string;
  readonly committer: Buffer | string;
  readonly encoding?: Buffer | undefined;
  readonly message: Buffer | string;
  /** Marks of commits. */
  readonly parents: readonly number[];
  readonly removes: readonly string[];
  readonly puts: readonly FileState[];
}

/** Writes a repository through one `git fast-import`; nothing is held back, git's pace is ours. */
export class FastImport {
  readonly #git: ChildProcessWithoutNullStreams;
  readonly #branch: string;
  readonly #end: Promise<void>;
  #mark = 0;

  constructor(repository: GitRepository, branch: string) {
    this.#branch = `refs/heads/${branch}`;
    this.#git = startGit(repository, [
      "fast-import",
      "--quiet",
      "--done",
      "--date-format=raw-permissive",
    ]);
    this.#git.stdout.resume();
    this.#end = ended(this.#git, "fast-import");
    this.#end.catch(() => undefined);
  }

  async blob(bytes: Buffer): Promise<number> {
    const mark = (this.#mark += 1);
    await this.#write(`blob\nmark :${mark}\ndata ${bytes.length}\n`, bytes, "\n");
    return mark;
  }

  async commit(commit: NewCommit): Promise<number> {
    const mark = (this.#mark += 1);
    const [first, ...others] = commit.parents;
    const message = Buffer.from(commit.message);
    const lines: (Buffer | string)[] = [];
    // Without it, a commit without parents would go on where the branch is.
    if (first === undefined) lines.push(`reset ${this.#branch}\n\n`);
    lines.push(
      `commit ${this.#branch}\nmark :${mark}\n`,
      "author ",
      commit.author,
      "\ncommitter ",
      commit.committer,
      "\n",
    );
    if (commit.encoding) lines.push("encoding ", commit.encoding, "\n");
    lines.push(`data ${message.length}\n`, message, "\n");
    if (first !== undefined) lines.push(`from :${first}\n`);
    for (const other of others) lines.push(`merge :${other}\n`);
    for (const file of commit.removes) lines.push(`D ${quotePath(file)}\n`);
    for (const put of commit.puts)
      lines.push(`M ${put.mode} :${put.mark} ${quotePath(put.file)}\n`);
    lines.push("\n");
    await this.#write(...lines);
    return mark;
  }

  /** The branch ends at this commit. */
  async finish(mark: number): Promise<void> {
    await this.#write(`reset ${this.#branch}\nfrom :${mark}\n\ndone\n`);
    this.#git.stdin.end();
    await this.#end;
  }

  stop(): void {
    if (this.#git.exitCode === null) this.#git.kill("SIGTERM");
  }

  async #write(...pieces: (Buffer | string)[]): Promise<void> {
    const bytes = Buffer.concat(pieces.map((piece) => Buffer.from(piece)));
    if (this.#git.stdin.write(bytes)) return;
    // A git that failed never drains; its own message is the better one.
    await Promise.race([once(this.#git.stdin, "drain"), this.#end]);
  }
}

function quotePath(file: string): string {
  return `"${file.replace(/[\\"]/g, "\\$&").replaceAll("\n", "\\n")}"`;
}
