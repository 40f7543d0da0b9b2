import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Admission } from "./admission.js";
import { BlobCache } from "./blob-cache.js";
import {
  CommitHistory,
  type HistoryOptions,
  type NewVersion,
  type Outcome,
} from "./commit-history.js";
import { readLog } from "./git/git-log.js";
import { ObjectReader } from "./git/object-reader.js";
import { chooseBranch, openRepository } from "./git/open-repository.js";
import type { Place } from "./place.js";
import type { ImportProblem } from "./problem.js";
import { collect, TestRepository } from "./testing.js";
import type { Tree } from "./tree.js";

let repository: TestRepository;
beforeEach(() => {
  repository = new TestRepository();
});
afterEach(() => repository.remove());

interface Walk {
  outcomes: Map<string, Outcome>;
  problems: ImportProblem[];
  tip: Tree;
  created: NewVersion[];
}

async function walk(options: Partial<HistoryOptions> & { folder?: string } = {}): Promise<Walk> {
  const opened = await openRepository(repository.folder);
  const objects = new ObjectReader(opened.repository);
  try {
    const { tip } = chooseBranch(opened, "main");
    const folder = options.folder ?? "";
    const blobs = new BlobCache(objects);
    const admission = new Admission({ blobs, folder, limits: { text: 1000, file: 2000 } });
    const commits = await collect(readLog(opened.repository, { tip, folder }));
    const children = new Map<string, number>();
    for (const { parents } of commits) {
      for (const parent of parents) children.set(parent, (children.get(parent) ?? 0) + 1);
    }
    let ids = 0;
    const history = new CommitHistory((sha) => children.get(sha) ?? 0, {
      newId: () => `id-${(ids += 1)}`,
      ...options,
    });
    const result: Omit<Walk, "tip"> = { outcomes: new Map(), problems: [], created: [] };
    for (const commit of commits) {
      const { step, problems } = await admission.admit(commit);
      const outcome = history.apply(step);
      result.outcomes.set(commit.sha, outcome);
      result.problems.push(...problems);
      result.created.push(...outcome.created);
    }
    const tree = history.treeAt(tip);
    if (!tree) throw new Error("The tip has no tree.");
    return { ...result, tip: tree };
  } finally {
    await objects.close();
    await opened.close();
  }
}

function createdIn(result: Walk, sha: string): NewVersion[] {
  return [...(result.outcomes.get(sha)?.created ?? [])];
}

function only<T>(values: readonly T[]): T {
  expect(values).toHaveLength(1);
  const [value] = values;
  if (value === undefined) throw new Error("There is none.");
  return value;
}

function live(tree: Tree): Place[] {
  return [...tree.places()].filter((place) => place.isLive);
}

const codes = (result: Walk) => {
  return result.problems.map(({ file, line, code }) => `${file}:${line} ${code}`);
};

const text = (word: string) =>
  Array.from({ length: 12 }, (_, line) => `${word} line ${line}\n`).join("");

describe("one line of history", () => {
  test("an edit follows its predecessor; the same page keeps its identity", async () => {
    repository.write("guide.md", "one\n");
    const first = repository.commit("Write");
    repository.write("guide.md", "two\n");
    const second = repository.commit("Edit");
    const result = await walk();
    const created = only(createdIn(result, first));
    const edited = only(createdIn(result, second));
    expect([created.kind, edited.kind]).toEqual(["CREATE", "EDIT"]);
    expect(edited.place.item).toBe(created.place.item);
    expect(edited.version.parents).toEqual([created.version]);
  });

  test("a rename with an edit is a move of the same page", async () => {
    repository.write("old.md", text("a"));
    const first = repository.commit("Write");
    repository.git("mv", "old.md", "new.md");
    repository.write("new.md", `${text("a")}more\n`);
    const second = repository.commit("Rename");
    const result = await walk();
    const moved = only(createdIn(result, second));
    expect(moved).toMatchObject({ kind: "MOVE", place: { file: "new.md", path: "new" } });
    expect(moved.place.item).toBe(only(createdIn(result, first)).place.item);
    expect(result.outcomes.get(second)?.entries).toEqual([
      { file: "old.md", was: result.created[0]?.place, now: undefined },
      { file: "new.md", was: undefined, now: moved.place },
    ]);
  });

  test("a change of case only is a move that keeps the address", async () => {
    repository.write("Install.md", text("a"));
    repository.commit("Write");
    repository.git("mv", "Install.md", "install.md");
    const second = repository.commit("Lower case");
    const result = await walk();
    expect(only(createdIn(result, second))).toMatchObject({
      kind: "MOVE",
      place: { file: "install.md", path: "install" },
    });
  });

  test("a deleted page that comes back is restored with its history", async () => {
    repository.write("a.md", "a\n").write("b.md", "b\n");
    repository.commit("Write");
    repository.git("rm", "--quiet", "a.md");
    const gone = repository.commit("Delete");
    repository.write("a.md", "again\n");
    const back = repository.commit("Again");
    const result = await walk();
    expect(result.outcomes.get(gone)?.entries).toMatchObject([{ file: "a.md", now: undefined }]);
    const restored = only(createdIn(result, back));
    const original = result.created.find((each) => each.place.file === "a.md");
    expect(restored.kind).toBe("RESTORE");
    expect(restored.version.parents).toEqual([original?.version]);
  });

  test("only the mode of a file changes: no new revision, and the entry keeps the mode", async () => {
    repository.write("run.md", "a\n");
    repository.commit("Write");
    repository.git("update-index", "--chmod=+x", "run.md");
    repository.git("commit", "--quiet", "-m", "Executable");
    const result = await walk();
    const sha = repository.git("rev-parse", "HEAD");
    expect(createdIn(result, sha)).toEqual([]);
    expect(result.outcomes.get(sha)?.entries).toMatchObject([
      { file: "run.md", was: { mode: "100644" }, now: { mode: "100755" } },
    ]);
  });

  test("pictures are media; a picture that moves is another file", async () => {
    repository.write("a.png", Buffer.from([137, 80, 78, 71, 1, 2, 3]));
    repository.commit("Add");
    repository.git("mv", "a.png", "b.png");
    const second = repository.commit("Move");
    const result = await walk();
    const created = only(createdIn(result, second));
    expect(created).toMatchObject({ kind: "CREATE", place: { file: "b.png", path: "b.png" } });
    expect(created.place.item.kind).toBe("media");
    expect(live(result.tip).map((place) => place.file)).toEqual(["b.png"]);
  });

  test("a text that becomes another file than a text is deleted as a page", async () => {
    repository.write("notes.md", text("a"));
    repository.commit("Write");
    repository.git("mv", "notes.md", "notes.txt");
    repository.commit("Not a page");
    const result = await walk();
    expect(live(result.tip).map(({ item, file }) => [item.kind, file])).toEqual([
      ["media", "notes.txt"],
    ]);
  });
});

describe("merges", () => {
  function fork(content = text("base")): void {
    repository.write("page.md", content).write("other.md", "other\n");
    repository.commit("Base");
    repository.switchTo("side", "main");
  }

  test("what only one side changed needs no revision", async () => {
    fork();
    repository.write("page.md", text("side"));
    const side = repository.commit("Side");
    repository.switchTo("main").write("other.md", "changed\n");
    repository.commit("Main");
    const merge = repository.merge(["side"]);
    const result = await walk();
    expect(createdIn(result, merge)).toEqual([]);
    expect(result.tip.at("page.md")?.heads).toEqual([only(createdIn(result, side)).version]);
    expect(result.outcomes.get(merge)?.entries).toMatchObject([{ file: "page.md" }]);
  });

  test("a merged text has both sides as parents, the first parent's first", async () => {
    fork();
    repository.write("page.md", `side\n${text("base")}`);
    const side = repository.commit("Side");
    repository.switchTo("main").write("page.md", `${text("base")}main\n`);
    const main = repository.commit("Main");
    const merge = repository.merge(["side"]);
    const result = await walk();
    const merged = only(createdIn(result, merge));
    expect(merged.kind).toBe("MERGE");
    expect(merged.version.parents).toEqual([
      only(createdIn(result, main)).version,
      only(createdIn(result, side)).version,
    ]);
  });

  test("both sides differ and the merge takes ours: still a revision that joins both", async () => {
    fork("base\n");
    repository.write("page.md", "side\n");
    repository.commit("Side");
    repository.switchTo("main").write("page.md", "main\n");
    repository.commit("Main");
    const merge = repository.merge(["side"], () => repository.write("page.md", "main\n"));
    const result = await walk();
    const merged = only(createdIn(result, merge));
    expect(merged.kind).toBe("MERGE");
    expect(merged.version.parents).toHaveLength(2);
    expect(result.tip.at("page.md")?.heads).toEqual([merged.version]);
  });

  test("one side moves, the other edits: the merge keeps the page at its new place", async () => {
    fork();
    repository.git("mv", "page.md", "moved.md");
    repository.commit("Move");
    repository.switchTo("main").write("page.md", `${text("base")}main\n`);
    repository.commit("Edit");
    const merge = repository.merge(["side"]);
    const result = await walk();
    const merged = only(createdIn(result, merge));
    expect(merged).toMatchObject({ kind: "MERGE", place: { file: "moved.md" } });
    expect(merged.version.parents.map((parent) => parent.item)).toEqual([
      merged.place.item,
      merged.place.item,
    ]);
    expect(
      live(result.tip)
        .map((place) => place.file)
        .toSorted(),
    ).toEqual(["moved.md", "other.md"]);
  });

  test("both sides add the same file: one page, joined by the merge", async () => {
    fork();
    repository.write("new.md", "side\n");
    repository.commit("Side");
    repository.switchTo("main").write("new.md", "main\n");
    repository.commit("Main");
    const merge = repository.merge(["side"], () => repository.write("new.md", "both\n"));
    const result = await walk();
    const versions = result.created.filter((each) => each.place.file === "new.md");
    expect(new Set(versions.map((each) => each.place.item)).size).toBe(1);
    expect(versions.map((each) => each.kind)).toEqual(["CREATE", "CREATE", "MERGE"]);
    const madeBy = (commit: string) => {
      return only(createdIn(result, repository.git("rev-parse", commit))).version;
    };
    expect(madeBy(merge).parents).toEqual([madeBy(`${merge}^1`), madeBy(`${merge}^2`)]);
  });

  test("one side deletes, the other edits, the merge deletes: the page ends deleted", async () => {
    fork("base\n");
    repository.git("rm", "--quiet", "page.md");
    repository.commit("Delete");
    repository.switchTo("main").write("page.md", "edited\n");
    repository.commit("Edit");
    repository.merge(["side"], () => repository.git("rm", "--quiet", "--force", "page.md"));
    const result = await walk();
    expect(live(result.tip).map((place) => place.file)).toEqual(["other.md"]);
    expect([...result.tip.places()].find((place) => place.file === "page.md")?.heads).toHaveLength(
      1,
    );
  });

  test("an octopus joins all that differ", async () => {
    repository.write("page.md", "base\n");
    repository.commit("Base");
    for (const name of ["one", "two"]) {
      repository.switchTo(name, "main").write("page.md", `${name}\n`).commit(name);
      repository.switchTo("main");
    }
    repository.write("page.md", "main\n").commit("Main");
    repository.write("page.md", "all\n");
    const merge = repository.mergeAsIs(["one", "two"]);
    const result = await walk();
    expect(only(createdIn(result, merge)).version.parents).toHaveLength(3);
  });

  test("a criss-cross ends with one head that has the highest order", async () => {
    fork("base\n");
    repository.write("page.md", "side\n").commit("Side");
    repository.switchTo("main").write("page.md", "main\n").commit("Main");
    repository.git("branch", "was-main");
    repository.merge(["side"], () => repository.write("page.md", "main+side\n"));
    repository.switchTo("side");
    repository.merge(["was-main"], () => repository.write("page.md", "side+main\n"));
    repository.switchTo("main");
    const merge = repository.merge(["side"], () => repository.write("page.md", "all\n"));
    const result = await walk();
    const last = only(createdIn(result, merge));
    expect(last.version.parents).toHaveLength(2);
    expect(Math.max(...result.created.map((each) => each.version.order))).toBe(last.version.order);
  });

  test("a merge that goes back to the older text of one side says so", async () => {
    fork("base\n");
    repository.write("page.md", "side\n").commit("Side");
    repository.switchTo("main");
    const merge = repository.mergeAsIs(["side"]);
    const result = await walk();
    expect(only(createdIn(result, merge))).toMatchObject({ kind: "MERGE" });
  });
});

describe("addresses", () => {
  test("two files that want one address: the one that was there keeps it", async () => {
    repository.write("a/index.md", "first\n");
    const first = repository.commit("First");
    repository.write("a.md", "second\n").write("a/index.md", "first, edited\n");
    const second = repository.commit("Second");
    const result = await walk();
    expect(only(createdIn(result, first)).place.path).toBe("a");
    expect(createdIn(result, second).map(({ place }) => [place.file, place.path])).toEqual([
      ["a/index.md", "a"],
      ["a.md", "a-2"],
    ]);
    expect(result.outcomes.get(second)?.displaced.map((place) => place.file)).toEqual(["a.md"]);
  });

  test("names that differ in case or in Unicode form collide", async () => {
    repository.write("Caf\u00e9.md", "composed\n").write("cafe\u0301.md", "decomposed\n");
    repository.commit("Both");
    const result = await walk();
    expect(result.created.map(({ place }) => place.path).toSorted()).toEqual(["café", "café-2"]);
  });

  test("an address that a page of the wiki holds is left to it", async () => {
    repository.write("taken.md", "a\n").commit("Write");
    const result = await walk({ isReserved: (path) => path === "taken" });
    expect(only(result.created).place.path).toBe("taken-2");
  });

  test("branches that collide only once they meet", async () => {
    repository.write("base.md", "base\n").commit("Base");
    repository.switchTo("side", "main").write("a.md", "side\n").commit("Side");
    repository.switchTo("main").write("a/index.md", "main\n").commit("Main");
    repository.merge(["side"]);
    const result = await walk();
    expect(
      live(result.tip)
        .map((place) => place.path)
        .toSorted(),
    ).toEqual(["a", "a-2", "base"]);
  });
});

describe("what cannot come along", () => {
  test("a text that is not UTF-8 leaves the earlier state", async () => {
    repository.write("a.md", "fine\n").commit("Write");
    repository.write("a.md", Buffer.from("one\ntwo \xe9\n", "latin1")).commit("Latin 1");
    const result = await walk();
    expect(codes(result)).toEqual(["a.md:2 NOT_UTF8"]);
    expect(only(result.created).place.file).toBe("a.md");
    expect(live(result.tip)).toHaveLength(1);
  });

  test("NUL bytes, large files, symbolic links and submodules are named", async () => {
    repository
      .write("nul.md", "a\nb\0\n")
      .write("large.md", "x".repeat(1001))
      .write("large.bin", "x".repeat(2001));
    repository.git("update-index", "--add", "--cacheinfo", `160000,${"1".repeat(40)},module`);
    const target = repository.git("hash-object", "-w", "nul.md");
    repository.git("add", "nul.md", "large.md", "large.bin");
    repository.git("update-index", "--add", "--cacheinfo", `120000,${target},link.md`);
    repository.git("commit", "--quiet", "-m", "All");
    const result = await walk();
    expect(codes(result).toSorted()).toEqual([
      "large.bin:0 TOO_LARGE",
      "large.md:0 TOO_LARGE",
      "link.md:0 SYMLINK",
      "module:0 SUBMODULE",
      "nul.md:2 NUL_BYTE",
    ]);
    expect(result.created).toEqual([]);
  });

  test("names that would hide the wiki's own addresses, or leave the folder", async () => {
    const blob = repository.write("a.md", "a\n").git("hash-object", "-w", "a.md");
    repository.git("rm", "--quiet", "--cached", "--ignore-unmatch", "a.md");
    for (const name of ["x/-/edit.md", "tab\tname.md"]) {
      repository.git("update-index", "--add", "--cacheinfo", `100644,${blob},${name}`);
    }
    repository.git("commit", "--quiet", "-m", "Names");
    expect(codes(await walk())).toEqual([
      "tab\tname.md:0 UNSAFE_PATH",
      "x/-/edit.md:0 UNSAFE_PATH",
    ]);
  });

  test("a page that becomes a symbolic link is deleted", async () => {
    repository.write("a.md", "a\n").commit("Write");
    const blob = repository.git("rev-parse", "HEAD:a.md");
    repository.git("update-index", "--cacheinfo", `120000,${blob},a.md`);
    repository.git("commit", "--quiet", "-m", "Link");
    const result = await walk();
    expect(live(result.tip)).toEqual([]);
  });
});

describe("one folder of a repository", () => {
  test("commits outside of it are left out, and what is inside loses the folder's name", async () => {
    const outside = repository.write("README.md", "root\n").commit("Outside");
    const inside = repository.write("docs/a.md", "a\n").commit("Inside");
    repository.write("README.md", "root 2\n").commit("Outside again");
    const last = repository.write("docs/a.md", "b\n").commit("Inside again");
    const result = await walk({ folder: "docs", dropUnchanged: true });
    expect(result.outcomes.get(outside)?.entries).toEqual([]);
    expect(result.outcomes.get(inside)?.parents).toEqual([]);
    expect(result.outcomes.get(last)?.parents).toEqual([inside]);
    expect(live(result.tip).map((place) => [place.file, place.path])).toEqual([["a.md", "a"]]);
  });
});
