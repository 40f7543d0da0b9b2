import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type Corpus,
  gitBlame,
  gitHistogram,
  listPages,
  listRevisions,
  openGitMerge,
  corpusPath,
  type Edit,
  expectTiles,
  hasCorpus,
  listEdits,
  listMerges,
  openCorpus,
} from "../test/index.js";
import {
  align,
  apply,
  blameRuns,
  diff,
  extendBlame,
  invert,
  merge,
  startBlame,
  textHash,
  toUnified,
  type KnownBlock,
} from "./index.js";

/** The whole corpus is replayed by the bench; here every third edit, always the same ones. */
const EVERY = 3;

// oxlint-disable-next-line vitest/no-conditional-tests -- says loudly what was not tried, and why
if (!hasCorpus) {
  // oxlint-disable-next-line vitest/no-disabled-tests
  test.skip(`the corpus is replayed (SKIPPED: there is no ${corpusPath}; set STET_CORPUS to a git bundle of Markdown pages)`, () => {});
}

describe.runIf(hasCorpus)("a real history", () => {
  let corpus: Corpus;
  let edits: Edit[];
  let sample: Edit[];
  beforeAll(() => {
    corpus = openCorpus();
    edits = listEdits(corpus);
    sample = edits.filter((_, at) => at % EVERY === 0);
  });
  afterAll(() => corpus.close());

  test("D1, D2, D4, D7 every edit is compared, undone and tiled, without giving anything up", () => {
    expect(sample.length).toBeGreaterThan(20);
    for (const { before, after } of sample) {
      const d = diff(before, after);
      expect(apply(before, d)).toBe(after);
      expect(apply(after, invert(d))).toBe(before);
      expectTiles(before, after, d);
      expect(d.degraded).toEqual([]);
    }
  });

  test("D14 changed lines are at most 1.03 times those of git diff --histogram", () => {
    const { lines } = gitHistogram(corpus);
    let [ours, git] = [0, 0];
    for (const edit of sample) {
      git += lines.get(edit.commit + edit.path) ?? 0;
      for (const op of diff(edit.before, edit.after).ops)
        if (op.kind !== "equal") ours += op.a.lines + op.b.lines;
    }
    expect(git).toBeGreaterThan(0);
    expect(ours / git).toBeLessThanOrEqual(1.03);
  });

  test("U1 git apply accepts the patch of every sampled edit", () => {
    const directory = mkdtempSync(join(tmpdir(), "stet-patches-"));
    try {
      // One patch of many files is one start of git.
      const chosen = sample.filter((_, at) => at % 2 === 0);
      const patch = chosen.map(({ before, after }, at) => {
        writeFileSync(join(directory, `${at}.md`), before);
        return toUnified(before, after, diff(before, after), {
          aName: `a/${at}.md`,
          bName: `b/${at}.md`,
        });
      });
      const run = spawnSync("git", ["apply", "--whitespace=nowarn", "--check", "-"], {
        cwd: directory,
        input: patch.join(""),
        encoding: "utf8",
      });
      expect(run.stderr).toBe("");
      expect(run.status).toBe(0);
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  });

  test("M4 real merges: clean on both means equal bytes, and at least 90 % of git's are merged", () => {
    const git = openGitMerge();
    const cases = listMerges(corpus).map(({ base, mine, theirs }) => [base, mine, theirs] as const);
    // One edit undone while the next is made: both sides changed the page between them.
    const next = new Map(edits.map((edit) => [edit.path + edit.before, edit]));
    for (const edit of sample) {
      const following = next.get(edit.path + edit.after);
      if (following !== undefined && cases.length < 120)
        cases.push([edit.after, edit.before, following.after]);
    }
    let [clean, merged] = [0, 0];
    for (const [base, mine, theirs] of cases) {
      const gits = git.merge(base, mine, theirs);
      const ours = merge(base, mine, theirs);
      if (gits === undefined) continue;
      clean++;
      if (!ours.clean) continue;
      merged++;
      expect(ours.text).toBe(gits);
    }
    git.close();
    expect(clean).toBeGreaterThan(20);
    expect(merged / clean).toBeGreaterThanOrEqual(0.9);
  }, 120_000);

  test("B4 blame agrees with git on word-bearing lines", () => {
    let [agreed, total] = [0, 0];
    const pages = listPages(corpus);
    for (const path of pages.filter((_, at) => at % EVERY === 0)) {
      const revisions = listRevisions(corpus, path);
      if (revisions.length < 2) continue;
      let state = startBlame(revisions[0]!);
      for (let at = 1; at < revisions.length; at++) {
        // Git has no notion of a revert, so none is given here.
        state = extendBlame(state, revisions[at - 1]!.text, revisions[at]!, { moves: false });
      }
      const gits = gitBlame(corpus, path);
      const owners = blameRuns(state).flatMap(({ lines, revision }) =>
        new Array<string>(lines).fill(revision),
      );
      for (const [line, text] of revisions.at(-1)!.text.split("\n").entries()) {
        // Git follows the page past its first revision here, across renames.
        if (!/[\p{L}\p{N}]/u.test(text) || owners[line] === revisions[0]!.id) continue;
        total++;
        if (gits[line] === owners[line]!.slice(0, 38)) agreed++;
      }
    }
    expect(total).toBeGreaterThan(100);
    expect(agreed / total).toBeGreaterThanOrEqual(0.99);
  }, 120_000);

  test("A1 every unchanged block keeps its id, edit after edit", () => {
    for (const { before, after, commit } of sample) {
      const [first, second] = [blocksOf(before), blocksOf(after)];
      const known: KnownBlock[] = first.map((block, at) => ({ ...block, id: `r1.${at}` }));
      const { blocks, removed } = align(known, second, { revision: commit });
      // Every hash is kept as often as it is on both sides: what is new or removed was only on one.
      const added = blocks
        .filter(({ change }) => change === "new" || change.endsWith("edited"))
        .map(({ textHash: hash }) => hash);
      const lost = new Set(removed.map(({ textHash: hash }) => hash));
      expect(added.filter((hash) => lost.has(hash))).toEqual([]);
      expect(new Set(blocks.map(({ id }) => id)).size).toBe(blocks.length);
      for (const block of blocks.filter(({ change }) => change === "same" || change === "moved")) {
        expect(textHash(first[block.from!]!.text, first[block.from!]!.kind)).toBe(block.textHash);
      }
    }
  });
});

function blocksOf(text: string): { kind: string; text: string }[] {
  return text
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== "")
    .map((part) => ({ kind: part.startsWith("#") ? "heading" : "paragraph", text: part }));
}
