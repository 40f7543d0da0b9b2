import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { ByteReader } from "./byte-reader.js";
import { ended, type GitRepository, startGit } from "./git-process.js";

/** An object's bytes, or how large it is when it was larger than asked for. */
export type GitObject =
  | { readonly kind: "read"; readonly bytes: Buffer }
  | { readonly kind: "too-large"; readonly size: number }
  | { readonly kind: "missing" };

/** Reads objects through one long-running `git cat-file --batch`, in the order asked. */
export class ObjectReader {
  readonly #git: ChildProcessWithoutNullStreams;
  readonly #reader: ByteReader;
  readonly #end: Promise<void>;
  #last: Promise<unknown> = Promise.resolve();

  constructor(repository: GitRepository) {
    this.#git = startGit(repository, ["cat-file", "--batch"]);
    this.#reader = new ByteReader(this.#git.stdout);
    this.#end = ended(this.#git, "cat-file");
    this.#end.catch(() => undefined);
  }

  /** Bytes above `limit` are let go by without being kept. */
  read(id: string, limit: number): Promise<GitObject> {
    this.#git.stdin.write(`${id}\n`);
    const answer = this.#last.then(() => this.#answer(limit));
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  /** The bytes of a commit object. @throws when there is none. */
  async readCommit(id: string): Promise<Buffer> {
    const object = await this.read(id, 16 * 1024 * 1024);
    if (object.kind === "read") return object.bytes;
    throw new Error(`The commit ${id} is ${object.kind}.`);
  }

  async close(): Promise<void> {
    this.#git.stdin.end();
    await this.#end;
  }

  /** Ends git at once, whatever it is doing. */
  stop(): void {
    if (this.#git.exitCode === null) this.#git.kill("SIGTERM");
  }

  async #answer(limit: number): Promise<GitObject> {
    const header = await this.#reader.until(10);
    if (header === undefined) {
      await this.#end;
      throw new Error("git cat-file ended before it answered.");
    }
    const [, type = "", size = ""] = header.toString("latin1").split(" ");
    if (type === "missing") return { kind: "missing" };
    const length = Number(size);
    if (!Number.isSafeInteger(length)) {
      throw new Error(`git cat-file answered ${JSON.stringify(header.toString("latin1"))}.`);
    }
    if (length > limit) {
      await this.#reader.skip(length + 1);
      return { kind: "too-large", size: length };
    }
    const bytes = await this.#reader.take(length);
    await this.#reader.skip(1);
    return { kind: "read", bytes };
  }
}
