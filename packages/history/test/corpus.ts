import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Where development keeps real histories; `STET_CORPUS` names another bundle or repository. */
export const corpusPath = process.env["STET_CORPUS"] ?? "/work/shared/corpus/xcp-ng-docs.bundle";
export const hasCorpus = existsSync(corpusPath);

export interface Edit {
  readonly commit: string;
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

export interface PageMerge {
  readonly commit: string;
  readonly path: string;
  readonly base: string;
  readonly mine: string;
  readonly theirs: string;
  readonly committed: string;
}

export interface Corpus {
  readonly directory: string;
  readonly git: (...args: string[]) => string;
  readonly blobs: (ids: readonly string[]) => Map<string, string>;
  readonly close: () => void;
}

/** Clones the bundle into a temporary folder; nothing of it is ever kept in the project. */
export function openCorpus(): Corpus {
  const parent = mkdtempSync(join(tmpdir(), "stet-corpus-"));
  const directory = join(parent, "clone");
  execFileSync("git", ["clone", "--quiet", "--no-checkout", corpusPath, directory], {
    stdio: "ignore",
  });
  const git = (...args: string[]): string =>
    execFileSync("git", ["-C", directory, ...args], {
      encoding: "utf8",
      maxBuffer: 1 << 30,
      stdio: ["ignore", "pipe", "ignore"],
    });
  const blobs = (ids: readonly string[]): Map<string, string> => {
    const unique = [...new Set(ids)];
    const out = execFileSync("git", ["-C", directory, "cat-file", "--batch"], {
      input: `${unique.join("\n")}\n`,
      maxBuffer: 1 << 30,
    });
    const found = new Map<string, string>();
    let at = 0;
    for (const id of unique) {
      const end = out.indexOf(10, at);
      const size = Number(out.subarray(at, end).toString().split(" ")[2]);
      found.set(id, out.subarray(end + 1, end + 1 + size).toString("utf8"));
      at = end + 2 + size;
    }
    return found;
  };
  return { directory, git, blobs, close: () => rmSync(parent, { recursive: true, force: true }) };
}

/** Every change of a Markdown page by a commit with one parent, oldest first. */
export function listEdits(corpus: Corpus): Edit[] {
  const raw = corpus.git(
    "log",
    "--reverse",
    "--no-merges",
    "--raw",
    "--no-abbrev",
    "--no-renames",
    "--diff-filter=M",
    "--format=commit %H",
    "--",
    "*.md",
  );
  const found: { commit: string; path: string; from: string; to: string }[] = [];
  let commit = "";
  for (const line of raw.split("\n")) {
    if (line.startsWith("commit ")) commit = line.slice(7);
    const match = /^:\d+ \d+ ([0-9a-f]+) ([0-9a-f]+) M\t(.+)$/.exec(line);
    if (match !== null) found.push({ commit, from: match[1]!, to: match[2]!, path: match[3]! });
  }
  const texts = corpus.blobs(found.flatMap((edit) => [edit.from, edit.to]));
  return found.map((edit) => ({
    commit: edit.commit,
    path: edit.path,
    before: texts.get(edit.from)!,
    after: texts.get(edit.to)!,
  }));
}

/** Every page that both parents of a merge changed. */
export function listMerges(corpus: Corpus): PageMerge[] {
  const merges: PageMerge[] = [];
  for (const line of corpus.git("log", "--merges", "--format=%H %P").trim().split("\n")) {
    const [commit, first, second, third] = line.split(" ");
    if (second === undefined || third !== undefined) continue;
    let base: string;
    try {
      base = corpus.git("merge-base", first!, second).trim();
    } catch {
      // Histories without a common ancestor have nothing to merge.
      continue;
    }
    const changed = (to: string): Map<string, string> =>
      new Map(
        corpus
          .git("diff-tree", "-r", "--no-renames", "--diff-filter=M", base, to, "--", "*.md")
          .split("\n")
          .filter(Boolean)
          .map((row) => [row.split("\t")[1]!, row] as const),
      );
    const [ours, others] = [changed(first!), changed(second)];
    for (const [path, row] of ours) {
      const other = others.get(path);
      if (other === undefined) continue;
      const [, , from, mine] = row.split(/[ \t]/);
      const theirs = other.split(/[ \t]/)[3]!;
      const committed = corpus.git("ls-tree", commit!, "--", path).split(/[ \t]/)[2];
      if (mine === theirs || committed === undefined || committed === "") continue;
      const texts = corpus.blobs([from!, mine!, theirs, committed]);
      merges.push({
        commit: commit!,
        path,
        base: texts.get(from!)!,
        mine: texts.get(mine!)!,
        theirs: texts.get(theirs)!,
        committed: texts.get(committed)!,
      });
    }
  }
  return merges;
}
