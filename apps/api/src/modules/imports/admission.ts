import type { BlobCache } from "./blob-cache.js";
import type { CommitStep, Put } from "./commit-history.js";
import { fileKindOf, unsafePathReason } from "./file-kind.js";
import type { FileChange, LoggedCommit } from "./git/git-log.js";
import type { ImportProblem, ProblemCode } from "./problem.js";
import { textFaultOf } from "./text-check.js";

export interface Limits {
  /** Bytes of a page's text. */
  readonly text: number;
  /** Bytes of any other file. */
  readonly file: number;
}

interface Fault {
  readonly code: ProblemCode;
  readonly message: string;
  readonly line: number;
  /** The file comes along all the same. */
  readonly isNote?: boolean;
}

const FINE = Symbol("fine");

/** Decides which of a commit's changes can be imported, and says why the others cannot. */
export class Admission {
  readonly #blobs: BlobCache;
  readonly #folder: string;
  readonly #limits: Limits;
  readonly #verdicts = new Map<string, Fault | typeof FINE>();

  constructor(options: { blobs: BlobCache; folder: string; limits: Limits }) {
    this.#blobs = options.blobs;
    this.#folder = options.folder === "" ? "" : `${options.folder}/`;
    this.#limits = options.limits;
  }

  async admit(commit: LoggedCommit): Promise<{ step: CommitStep; problems: ImportProblem[] }> {
    const puts: Put[] = [];
    const removes: string[] = [];
    const problems: ImportProblem[] = [];
    for (const change of commit.changes) {
      const report = (file: string, fault: Omit<Fault, "isNote">) => {
        problems.push({
          sha: commit.sha,
          file,
          line: fault.line,
          code: fault.code,
          message: fault.message,
        });
      };
      const from = this.#inside(change.status === "R" ? change.from : undefined);
      const file = this.#inside(change.file);
      if (file === undefined) {
        if (change.file === undefined)
          report(
            "(unreadable name)",
            wholeFile("NAME_NOT_UTF8", "the file's name is not UTF-8; the file was left out"),
          );
        if (from !== undefined) removes.push(from);
        continue;
      }
      const refusal = refusalOf(change, file);
      if (refusal !== undefined || change.status === "D") {
        if (refusal && change.status !== "D") report(file, refusal);
        if (isFile(change.fromMode)) removes.push(from ?? file);
        continue;
      }
      const isMove =
        from !== undefined && fileKindOf(from) === "page" && fileKindOf(file) === "page";
      if (from !== undefined && !isMove) removes.push(from);
      const moved = isMove ? { from } : {};
      const fault = await this.#inspect(change.blob, file);
      if (fault) report(file, fault);
      if (!fault || fault.isNote)
        puts.push({ file, blob: change.blob, mode: change.mode, ...moved });
      // The file moved, and only its new text is unreadable: the earlier text moves.
      else if (isMove) puts.push({ file, blob: change.fromBlob, mode: change.mode, ...moved });
    }
    return { step: { sha: commit.sha, parents: commit.parents, puts, removes }, problems };
  }

  #inside(file: string | undefined): string | undefined {
    return file?.startsWith(this.#folder) ? file.slice(this.#folder.length) : undefined;
  }

  async #inspect(blob: string, file: string): Promise<Fault | undefined> {
    const kind = fileKindOf(file);
    const key = `${kind} ${blob}`;
    let verdict = this.#verdicts.get(key);
    if (verdict === undefined) {
      verdict =
        (await this.#judge(
          blob,
          kind === "page" ? this.#limits.text : this.#limits.file,
          kind === "page",
        )) ?? FINE;
      this.#verdicts.set(key, verdict);
    }
    return verdict === FINE ? undefined : verdict;
  }

  async #judge(blob: string, limit: number, isText: boolean): Promise<Fault | undefined> {
    const object = await this.#blobs.read(blob, limit);
    if (object.kind === "missing") {
      return wholeFile(
        "MISSING_OBJECT",
        "the repository does not contain this version (a partial clone?); it was left out",
      );
    }
    if (object.kind === "too-large") {
      return wholeFile(
        "TOO_LARGE",
        `${inMegabytes(object.size)} MB are more than the limit of ${inMegabytes(limit)} MB; this version was left out`,
      );
    }
    if (isText) return textFaultOf(object.bytes);
    if (
      object.bytes.length < 200 &&
      object.bytes.toString("latin1").startsWith("version https://git-lfs.github.com/spec/")
    ) {
      return {
        ...wholeFile(
          "LFS_POINTER",
          "Git LFS keeps the file elsewhere; only the pointer was imported",
        ),
        isNote: true,
      };
    }
    return undefined;
  }
}

/** Why nothing at this name can be imported, whatever its bytes are. */
function refusalOf(change: FileChange, file: string): Fault | undefined {
  const reason = unsafePathReason(file);
  if (reason !== undefined) return wholeFile("UNSAFE_PATH", `${reason}; the file was left out`);
  if (change.mode === "120000")
    return wholeFile("SYMLINK", "symbolic links are not followed; it was left out");
  if (change.mode === "160000")
    return wholeFile("SUBMODULE", "submodules are not followed; it was left out");
  return undefined;
}

function isFile(mode: string): boolean {
  return mode.startsWith("100");
}

function wholeFile(code: ProblemCode, message: string): Fault {
  return { code, message, line: 0 };
}

function inMegabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}
