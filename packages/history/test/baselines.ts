import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { diffLines } from "diff";
import { diff as myers } from "fast-myers-diff";
import type { Corpus } from "./corpus.js";

/** What others do with the same two texts; each returns something, so that nothing is optimised away. */
export function jsdiffLines(a: string, b: string): number {
  return diffLines(a, b).length;
}

export function fastMyersWords(a: string, b: string): number {
  const cut = (text: string): string[] => text.match(/\w+|\s+|[^\w\s]/gu) ?? [];
  return [...myers(cut(a), cut(b))].length;
}

/** Changed lines by `git diff --histogram` for every commit and page, as `commit + path`, and the processor time of that one run. */
export function gitHistogram(corpus: Corpus): { lines: Map<string, number>; milliseconds: number } {
  const command =
    'TIMEFORMAT="%U %S"; time git -C "$0" log --no-merges --diff-algorithm=histogram --numstat --no-renames --diff-filter=M "--format=commit %H" -- "*.md"';
  const { stdout, stderr } = spawnSync("bash", ["-c", command, corpus.directory], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: { ...process.env, LC_ALL: "C" },
  });
  const lines = new Map<string, number>();
  let commit = "";
  for (const line of stdout.split("\n")) {
    if (line.startsWith("commit ")) commit = line.slice(7);
    const found = /^(\d+)\t(\d+)\t(.+)$/.exec(line);
    if (found !== null) lines.set(commit + found[3]!, Number(found[1]) + Number(found[2]));
  }
  const [user, system] = stderr.trim().split("\n").at(-1)!.split(" ").map(Number);
  return { lines, milliseconds: 1000 * (user! + system!) };
}

/** `git merge-file` in a folder of its own; undefined where git sees a conflict. */
export function openGitMerge(): {
  merge: (base: string, mine: string, theirs: string) => string | undefined;
  close: () => void;
} {
  const directory = mkdtempSync(join(tmpdir(), "stet-merge-"));
  const [o, a, b] = ["o", "a", "b"].map((name) => join(directory, name));
  execFileSync("git", ["--version"]);
  return {
    merge: (base, mine, theirs) => {
      writeFileSync(o!, base);
      writeFileSync(a!, mine);
      writeFileSync(b!, theirs);
      const { status, stdout } = spawnSync("git", ["merge-file", "-p", a!, o!, b!], {
        maxBuffer: 1 << 28,
      });
      return status === 0 ? stdout.toString() : undefined;
    },
    close: () => rmSync(directory, { recursive: true, force: true }),
  };
}

/** The first-parent history of one page; empty when the page was deleted in between and so has two lives. */
export function listRevisions(corpus: Corpus, path: string): { id: string; text: string }[] {
  const log = corpus.git(
    "log",
    "--first-parent",
    "-m",
    "--no-renames",
    "--raw",
    "--no-abbrev",
    "--format=commit %H",
    "--reverse",
    "HEAD",
    "--",
    path,
  );
  const found: { id: string; blob: string }[] = [];
  let commit = "";
  for (const line of log.split("\n")) {
    if (line.startsWith("commit ")) commit = line.slice(7);
    const blob = /^:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) \w+\t/.exec(line)?.[1];
    if (blob !== undefined) found.push({ id: commit, blob });
  }
  if (found.some(({ blob }) => /^0+$/.test(blob))) return [];
  const texts = corpus.blobs(found.map(({ blob }) => blob));
  return found.map(({ id, blob }) => ({ id, text: texts.get(blob)! }));
}

/** Lines that bear words and were not there from the start, with the commit git blames, for comparison with ours. */
export function gitBlame(corpus: Corpus, path: string): string[] {
  return corpus
    .git("blame", "--first-parent", "-s", "-l", "--root", "HEAD", "--", path)
    .split("\n")
    .map((line) => line.replace(/^\^/, "").slice(0, 38));
}

export function listPages(corpus: Corpus): string[] {
  return corpus
    .git("ls-tree", "-r", "--name-only", "HEAD")
    .trim()
    .split("\n")
    .filter((path) => path.endsWith(".md"));
}
