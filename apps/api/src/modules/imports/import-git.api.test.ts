import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newUuid } from "#platform/ids.js";
import { createTestDatabase, type TestDatabase } from "#testing/index.js";
import { verifyStore } from "../maintenance/index.js";
import { BlobFolder } from "../media/index.js";
import { importGit, type ImportRequest } from "./import-git.service.js";
import type { ImportReport } from "./import-report.js";
import { TestRepository } from "./testing.js";

let database: TestDatabase;
let folder: string;
let files: BlobFolder;
let repository: TestRepository;
let spaces = 0;
let space: string;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), "stet-test-media-"));
  files = new BlobFolder(folder);
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  repository = new TestRepository();
  space = `space-${(spaces += 1)}`;
});
afterEach(() => repository.remove());

function runImport(request: Partial<ImportRequest> = {}): Promise<ImportReport> {
  return importGit(
    { db: database.db, files, locales: ["en"] },
    {
      source: repository.folder,
      space,
      newSpace: { visibility: "PUBLIC", locale: "en" },
      ...request,
    },
  );
}

interface PageState {
  path: string;
  file: string;
  markdown: string;
  number: number;
  kind: string;
  deleted: boolean;
}

async function pages(key = space): Promise<PageState[]> {
  const { rows } = await sql<PageState>`
    select page.path, head.file_path as file, content.markdown, head.number, head.kind,
      page.deleted_at is not null as deleted
    from page join space on space.id = page.space_id and space.key = ${key}
    join revision head on head.id = page.head_id join content on content.hash = head.content_hash
    order by page.path, page.deleted_at nulls first
  `.execute(database.db);
  return rows;
}

/** All that a space holds, without ids and without when it was written. */
async function fingerprint(key: string): Promise<unknown> {
  const { rows } = await sql`
    select page.path, page.deleted_at, page.title, page.head_number, revision.number, revision.kind, revision.message,
      revision.created_at, revision.title as revision_title, revision.path as revision_path, revision.file_path,
      encode(revision.content_hash, 'hex') as hash, revision.lines_added, revision.lines_removed, person.name,
      (select array_agg(parent.number order by parent.number) from revision parent where parent.id = any(revision.parent_ids))
        as parents,
      exists (select from revision_blocks where revision_id = revision.id) as derived
    from revision join page on page.id = revision.page_id
    join space on space.id = page.space_id and space.key = ${key}
    join person on person.id = revision.author_id
    order by page.path, page.deleted_at, revision.file_path, revision.number
  `.execute(database.db);
  return rows;
}

async function findings(): Promise<string[]> {
  const { findings: found } = await verifyStore({ db: database.db, files });
  return found.map(({ message }) => message);
}

describe("importGit", () => {
  test("texts, authors, times and messages come over; addresses, redirects and deletions are git's", async () => {
    repository
      .write("guide/install.md", "# Install\n\nOne.\n")
      .write("old.md", "# Old\n\nText\nmore\n");
    repository.commit("Write both");
    repository.git("mv", "old.md", "guide/new.md");
    repository.commit("Move it\n\nBecause.");
    repository.git("rm", "--quiet", "guide/install.md");
    repository.commit("Delete");
    const report = await runImport();
    expect(report).toMatchObject({
      isNewSpace: true,
      commits: { total: 3, imported: 3 },
      revisions: 3,
      pages: { created: 2, moved: 1, deleted: 1, restored: 0 },
      problems: [],
    });
    expect(await pages()).toEqual([
      {
        path: "guide/install",
        file: "guide/install.md",
        markdown: "# Install\n\nOne.\n",
        number: 1,
        kind: "CREATE",
        deleted: true,
      },
      {
        path: "guide/new",
        file: "guide/new.md",
        markdown: "# Old\n\nText\nmore\n",
        number: 2,
        kind: "MOVE",
        deleted: false,
      },
    ]);
    const { rows } = await sql<Record<string, unknown>>`
      select revision.message, revision.created_at, person.name, person.email, person.user_id, redirect.path, page.title,
        page.deleted_at
      from revision join person on person.id = revision.author_id join page on page.id = revision.page_id
      join space on space.id = page.space_id and space.key = ${space}
      left join redirect on redirect.page_id = page.id order by revision.created_at, revision.file_path
    `.execute(database.db);
    expect(rows).toEqual([
      expect.objectContaining({
        message: "Write both",
        name: "Ada Author",
        email: "ada@example.org",
        user_id: null,
        title: "Install",
        deleted_at: new Date("2024-01-01T10:03:00+02:00"),
      }),
      expect.objectContaining({ message: "Write both", path: "old", title: "Old" }),
      expect.objectContaining({
        message: "Move it\n\nBecause.",
        created_at: new Date("2024-01-01T10:02:00+02:00"),
      }),
    ]);
    expect(await findings()).toEqual([]);
  });

  test("merges keep both parents, heads are the state at the tip", async () => {
    repository.write("a.md", "base\n").commit("Base");
    repository.switchTo("side", "main").write("a.md", "side\nbase\n").commit("Side");
    repository.switchTo("main").write("a.md", "base\nmain\n").commit("Main");
    repository.merge(["side"], () => repository.write("a.md", "side\nbase\nmain\n"));
    await runImport();
    const { rows } = await sql<{ number: number; kind: string; parents: number[] | null }>`
      select revision.number, revision.kind, (select array_agg(parent.number order by ord) from unnest(revision.parent_ids)
        with ordinality as id (id, ord) join revision parent on parent.id = id.id) as parents
      from revision join page on page.id = revision.page_id join space on space.id = page.space_id and space.key = ${space}
      order by number
    `.execute(database.db);
    expect(rows[0]).toEqual({ number: 1, kind: "CREATE", parents: null });
    expect(rows[3]).toMatchObject({ kind: "MERGE" });
    expect(rows[3]?.parents?.toSorted((a, b) => a - b)).toEqual([2, 3]);
    expect(await pages()).toMatchObject([{ number: 4, markdown: "side\nbase\nmain\n" }]);
    expect(await findings()).toEqual([]);
  });

  test("a second run imports only what is new", async () => {
    repository
      .write("a.md", "1\n")
      .write("p.png", Buffer.from([1]))
      .commit("One");
    await runImport();
    expect(await runImport()).toMatchObject({ commits: { imported: 0 }, revisions: 0 });
    repository.switchTo("side", "main").write("a.md", "side\n").commit("Side");
    repository
      .switchTo("main")
      .write("b.md", "b\n")
      .write("p.png", Buffer.from([2]))
      .commit("Main");
    repository.merge(["side"]);
    const report = await runImport();
    expect(report).toMatchObject({
      commits: { imported: 3, known: 1 },
      revisions: 2,
      files: { versions: 1, created: 0 },
    });
    expect((await pages()).map(({ path, number }) => [path, number])).toEqual([
      ["a", 2],
      ["b", 1],
    ]);
    expect(await findings()).toEqual([]);
  });

  test("stopped at any batch and run again: the same as in one go", async () => {
    for (let page = 0; page < 12; page += 1) repository.write(`p${page}.md`, `# Page ${page}\n`);
    repository.commit("All");
    for (let round = 0; round < 3; round += 1) {
      for (let page = 0; page < 12; page += 1)
        repository.write(`p${page}.md`, `# Page ${page}\n\n${"round\n".repeat(round + 1)}`);
      repository.write("pic.png", Buffer.from([round])).commit(`Round ${round}`);
    }
    repository.switchTo("side", "main~2").write("p1.md", "# Page 1\n\nside\n").commit("Side");
    repository.switchTo("main");
    repository.merge(["side"], () => repository.write("p1.md", "# Page 1\n\nmerged\n"));
    repository.git("mv", "p2.md", "moved.md");
    repository.git("rm", "--quiet", "p3.md");
    repository.commit("Move and delete");
    const whole = space;
    await runImport();
    space = `${space}-in-parts`;
    let runs = 0;
    for (let isComplete = false; !isComplete; runs += 1) {
      const stop = new AbortController();
      let steps = 0;
      const { commits, ...report } = await runImport({
        signal: stop.signal,
        batch: { revisions: 5, commits: 1, bytes: 1_000_000 },
        onProgress: () => ((steps += 1) === 1 ? stop.abort() : undefined),
      });
      isComplete = report.isComplete;
      const isHalf = commits.imported + commits.known < commits.total;
      if (isHalf) expect((await pages()).filter((page) => !page.deleted)).toEqual([]);
      if (runs > 60) throw new Error("It does not go on.");
    }
    expect(runs).toBeGreaterThan(10);
    expect(await fingerprint(space)).toEqual(await fingerprint(whole));
    expect(await findings()).toEqual([]);
  });

  test("CRLF, a byte order mark, emoji and no newline at the end: the bytes stay", async () => {
    const text = "\ufeff# T\u00eftel\r\n\r\n🧭 tab\there\r\nlast line without end";
    repository.git("config", "core.autocrlf", "false");
    repository.write("a.md", text).commit("Exact");
    await runImport();
    expect(await pages()).toMatchObject([{ markdown: text }]);
  });

  test("problems carry commit, file and line, and everything else comes along", async () => {
    repository
      .write("good.md", "good\n")
      .write("bad.md", Buffer.from([104, 10, 0xff, 10]))
      .write("page.rst", "Title\n=====\n")
      .write("front.md", "---\ntitle: [a\n---\nText\n");
    const sha = repository.commit("All");
    const report = await runImport();
    expect(
      report.problems.map((problem) => [problem.sha, problem.file, problem.line, problem.code]),
    ).toEqual([
      [sha, "bad.md", 2, "NOT_UTF8"],
      [sha, "front.md", expect.any(Number), "FRONT_MATTER"],
      [sha, "page.rst", 0, "DIALECT"],
    ]);
    expect((await pages()).map((page) => page.path)).toEqual(["front", "good", "page"]);
    const { rows } = await sql<{
      count: number;
    }>`select count(*)::int as count from import_problem where sha = ${sha}`.execute(database.db);
    expect(rows[0]?.count).toBe(3);
  });

  test("a text as large as a page may be comes over; a larger one and a 50 MB file are named", async () => {
    const limit = 2 * 1024 * 1024;
    repository
      .write("largest.md", "word ".repeat(limit / 5).padEnd(limit, "."))
      .write("larger.md", "x".repeat(limit + 1))
      .write("huge.bin", Buffer.alloc(50_000_000, 7))
      .commit("Large");
    const report = await runImport();
    expect(report.problems.map(({ file, code }) => [file, code])).toEqual([
      ["huge.bin", "TOO_LARGE"],
      ["larger.md", "TOO_LARGE"],
    ]);
    expect(await pages()).toMatchObject([{ path: "largest" }]);
  });

  test("a dry run counts, and leaves nothing", async () => {
    repository.write("a.md", "a\n").commit("One");
    expect(await runImport({ isDryRun: true })).toMatchObject({
      isDryRun: true,
      revisions: 1,
      pages: { created: 1 },
    });
    const { rows } = await sql`select key from space where key = ${space}`.execute(database.db);
    expect(rows).toEqual([]);
  });

  test("only one folder, and nothing there is an error that says so", async () => {
    repository
      .write("README.md", "root\n")
      .write("docs/index.md", "# Docs\n")
      .write("docs/a/b.md", "b\n")
      .commit("One");
    repository.write("README.md", "root 2\n").commit("Two");
    const report = await runImport({ folder: "docs/" });
    expect(report.commits).toMatchObject({ imported: 1, skipped: 1 });
    expect((await pages()).map(({ path, file }) => [path, file])).toEqual([
      ["a/b", "a/b.md"],
      ["index", "index.md"],
    ]);
    await expect(runImport({ folder: "nowhere" })).rejects.toThrow(
      /No commit on main has files in nowhere/,
    );
    await expect(runImport({ folder: "../x" })).rejects.toThrow(/leaves the repository/);
  });
});

describe("a space that was edited in the wiki", () => {
  async function editInWiki(path: string, markdown: string): Promise<void> {
    const { rows } = await sql<{
      id: string;
      head_id: string;
      head_number: number;
      author_id: string;
      file_path: string;
    }>`
      select page.id, page.head_id, page.head_number, revision.author_id, revision.file_path
      from page join revision on revision.id = page.head_id join space on space.id = page.space_id
      where space.key = ${space} and page.path = ${path}
    `.execute(database.db);
    const page = rows[0];
    if (!page) throw new Error(`There is no page ${path}.`);
    const id = newUuid();
    await database.db.transaction().execute(async (tx) => {
      await sql`
        insert into content (hash, markdown, size)
        values (sha256(convert_to(${markdown}, 'UTF8')), ${markdown}, ${Buffer.byteLength(markdown)})
        on conflict do nothing
      `.execute(tx);
      await sql`
        insert into revision (id, page_id, number, kind, parent_ids, author_id, created_at, message, title, path, file_path,
          content_hash, size, lines_added, lines_removed)
        values (${id}, ${page.id}, ${page.head_number + 1}, 'EDIT', array[${page.head_id}]::uuid[], ${page.author_id}, now(),
          'In the wiki', 'T', ${path}, ${page.file_path}, sha256(convert_to(${markdown}, 'UTF8')),
          ${Buffer.byteLength(markdown)}, 1, 1)
      `.execute(tx);
      await sql`update page set head_id = ${id}, head_number = head_number + 1 where id = ${page.id}`.execute(
        tx,
      );
    });
  }

  test("what git did not touch stays as it is", async () => {
    repository.write("a.md", "a\n").write("b.md", "b\n").commit("One");
    await runImport();
    await editInWiki("a", "wiki\n");
    repository.write("b.md", "b2\n").commit("Two");
    expect((await runImport()).problems).toEqual([]);
    expect((await pages()).map((page) => page.markdown)).toEqual(["wiki\n", "b2\n"]);
  });

  test("both changed different lines: both are in the new head", async () => {
    const lines = ["one", "two", "three", "four", "five", "six", "seven"];
    repository.write("a.md", `${lines.join("\n\n")}\n`).commit("One");
    await runImport();
    await editInWiki("a", `${lines.with(0, "ONE").join("\n\n")}\n`);
    repository.write("a.md", `${lines.with(6, "SEVEN").join("\n\n")}\n`).commit("Two");
    expect((await runImport()).problems).toEqual([]);
    expect(await pages()).toMatchObject([
      {
        markdown: `${lines.with(0, "ONE").with(6, "SEVEN").join("\n\n")}\n`,
        kind: "MERGE",
        number: 4,
      },
    ]);
    expect(await findings()).toEqual([]);
  });

  test("both changed the same line: the wiki's text stays, git's is in the history, and it is reported", async () => {
    repository.write("a.md", "a\n").commit("One");
    await runImport();
    await editInWiki("a", "wiki\n");
    repository.write("a.md", "git\n").commit("Two");
    const report = await runImport();
    expect(report.problems).toMatchObject([{ file: "a.md", code: "EDIT_CONFLICT" }]);
    expect(await pages()).toMatchObject([{ markdown: "wiki\n", kind: "MERGE", number: 4 }]);
    repository.write("a.md", "git again\n").commit("Three");
    expect((await runImport()).problems).toMatchObject([{ code: "EDIT_CONFLICT" }]);
    expect(await findings()).toEqual([]);
  });

  test("git deletes what was edited in the wiki: it stays, and it is reported", async () => {
    repository.write("a.md", "a\n").write("b.md", "b\n").commit("One");
    await runImport();
    await editInWiki("a", "wiki\n");
    repository.write("a.md", "last words\n").commit("Two");
    repository.git("rm", "--quiet", "a.md", "b.md");
    repository.commit("Delete both");
    const report = await runImport();
    expect(report.problems).toMatchObject([{ file: "a.md", code: "EDIT_CONFLICT" }]);
    expect(await pages()).toMatchObject([
      { path: "a", markdown: "wiki\n", deleted: false },
      { path: "b", deleted: true },
    ]);
    expect(await findings()).toEqual([]);
  });

  test("a branch that was written anew shows what it now says", async () => {
    repository.write("a.md", "a\n").commit("One");
    repository.write("a.md", "b\n").write("gone.md", "gone\n").commit("Two");
    await runImport();
    repository.git("reset", "--quiet", "--hard", "HEAD~1");
    repository.write("a.md", "c\n").commit("Other two");
    await runImport();
    expect(await pages()).toMatchObject([
      { path: "a", markdown: "c\n", deleted: false },
      { path: "gone", deleted: true },
    ]);
    repository.git("reset", "--quiet", "--hard", "HEAD~1");
    await runImport();
    expect(await pages()).toMatchObject([
      { path: "a", markdown: "a\n", deleted: false },
      { path: "gone", deleted: true },
    ]);
    expect(await findings()).toEqual([]);
  });

  test("a page of the wiki keeps its address", async () => {
    repository.write("other.md", "o\n").commit("One");
    await runImport();
    const first = space;
    repository.write("docs/other.md", "second\n").commit("Two");
    await runImport({ folder: "docs" });
    expect((await pages(first)).map((page) => [page.path, page.file])).toEqual([
      ["other", "other.md"],
      ["other-2", "other.md"],
    ]);
  });
});
