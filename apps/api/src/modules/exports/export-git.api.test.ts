import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { createPerson, type TestPerson } from "#modules/accounts/testing.js";
import { TestRepository } from "#modules/imports/testing.js";
import { encodeId } from "#platform/ids.js";
import { createTestServer, type TestServer } from "#testing/index.js";
import { importGit, type ImportRequest } from "../imports/index.js";
import { BlobFolder, mediaFolder, storeMedia } from "../media/index.js";
import { exportGit, type ExportReport } from "./export-git.service.js";

let server: TestServer;
let writer: TestPerson;
let files: BlobFolder;
let scratch: string;
let repository: TestRepository;
let spaces = 0;
let space: string;

beforeAll(async () => {
  server = await createTestServer();
  files = new BlobFolder(mediaFolder(server.dataDir));
  writer = await createPerson(server.accounts, { name: "Wei Writer", role: "ADMIN" });
  scratch = mkdtempSync(join(tmpdir(), "stet-test-export-"));
});
afterAll(async () => {
  await server.close();
  rmSync(scratch, { recursive: true, force: true });
});
beforeEach(() => {
  repository = new TestRepository();
  space = `space-${(spaces += 1)}`;
});
afterEach(() => repository.remove());

function runImport(request: Partial<ImportRequest> = {}) {
  return importGit(
    { db: server.database.db, files, locales: ["en"] },
    {
      source: repository.folder,
      space,
      newSpace: { visibility: "PUBLIC", locale: "en" },
      ...request,
    },
  );
}

function runExport(target: string, key = space): Promise<ExportReport> {
  return exportGit(
    { db: server.database.db, files, host: "wiki.example.org" },
    { target: join(scratch, target), space: key },
  );
}

/** What git says about an exported repository. */
function inExport(target: string, ...args: string[]): string {
  return repository.git("-C", join(scratch, target), ...args);
}

async function send(mutation: string, input: object): Promise<void> {
  const name = mutation.charAt(0).toUpperCase() + mutation.slice(1);
  const { data, errors } = await server.query<Record<string, { errors: unknown[] }>>(
    `mutation Test($input: ${name}Input!) { ${mutation}(input: $input) { errors { code message } } }`,
    { variables: { input }, cookie: writer.cookie },
  );
  expect({ errors, entries: data[mutation]?.errors }).toEqual({ errors: undefined, entries: [] });
}

async function pageAt(path: string): Promise<{ pageId: string; headId: string }> {
  const { rows } = await sql<{ id: string; head_id: string }>`
    select page.id, head_id from page join space on space.id = page.space_id
    where space.key = ${space} and page.path = ${path}
  `.execute(server.database.db);
  const row = rows[0];
  if (!row) throw new Error(`There is no page ${path}.`);
  return { pageId: encodeId("Page", row.id), headId: encodeId("Revision", row.head_id) };
}

test("an imported repository comes out with the same commit ids", async () => {
  repository.write("README.md", "# Home\n").write("pic.png", Buffer.from([1, 2, 3]));
  repository.write("run.sh", "#!/bin/sh\n").commit("First\n\nWith a body.  \n\n");
  repository.git("update-index", "--chmod=+x", "run.sh");
  repository.git("commit", "--quiet", "-m", "Executable");
  repository.git("reset", "--quiet", "--hard");
  repository.switchTo("side", "main");
  repository.git("mv", "README.md", "docs.md");
  repository.commit(
    "Rename",
    "--author=Jos\u00e9 <jos\u00e9@example.org>",
    "--date=2001-02-03T04:05:06-0730",
  );
  repository.switchTo("main").write("sp ace/\"quo'te.md", "odd name\n").commit("Odd");
  repository.merge(["side"]);
  repository.git("rm", "--quiet", "pic.png");
  repository.commit("Delete");
  repository.commit("Empty");
  expect((await runImport()).problems).toEqual([]);
  const report = await runExport("same.git");
  expect(report).toMatchObject({ commits: { imported: 7, wiki: 0 }, branch: "main" });
  const raw = ["log", "--format=%H %T %P%n%an <%ae> %ad %cd%n%B", "main"];
  expect(inExport("same.git", ...raw)).toBe(repository.git(...raw));
  inExport("same.git", "fsck", "--strict");
  expect(inExport("same.git", "rev-parse", "--is-bare-repository")).toBe("true");
});

test("several roots, an octopus and a commit in Latin-1 come out with the same ids", async () => {
  repository.write("a.md", "a\n").commit("One");
  repository.git("switch", "--quiet", "--orphan", "other");
  repository.write("b.md", "b\n").commit("Other root");
  repository.switchTo("third", "main").write("c.md", "c\n").commit("Third");
  repository.switchTo("main").write("a.md", "a2\n").write("b.md", "b\n").write("c.md", "c\n");
  repository.mergeAsIs(["other", "third"]);
  writeFileSync(join(repository.folder, ".git", "message"), Buffer.from("Caf\u00e9\n", "latin1"));
  repository.git(
    "-c",
    "i18n.commitEncoding=ISO-8859-1",
    "commit",
    "--quiet",
    "--allow-empty",
    "-F",
    ".git/message",
  );
  await runImport();
  await runExport("roots.git");
  expect(inExport("roots.git", "rev-parse", "main")).toBe(repository.git("rev-parse", "main"));
});

test("what was done in the wiki follows, a commit each, and comes back with the same texts", async () => {
  repository
    .write("a.md", "# A\n")
    .write("b.md", "# B\n")
    .write("c.md", "# C\n")
    .commit("Import me");
  await runImport();
  const a = await pageAt("a");
  await send("pageSave", {
    pageId: a.pageId,
    baseRevisionId: a.headId,
    markdown: "# A\r\n\r\nedited\n",
    message: "Say more",
  });
  await send("pageMove", { pageId: (await pageAt("b")).pageId, path: "guides/b", message: "Sort" });
  await send("pageDelete", { pageId: (await pageAt("c")).pageId, message: "Not needed" });
  await send("pageCreate", { space, path: "new", markdown: "# New\n" });
  const { id } = await server.database.db
    .selectFrom("space")
    .select("id")
    .where("key", "=", space)
    .executeTakeFirstOrThrow();
  await storeMedia(server.database.db, {
    dataDir: server.dataDir,
    spaceId: id,
    path: "img/x.bin",
    bytes: Buffer.from([0, 1, 2]),
    authorId: writer.personId,
    createdAt: new Date(),
  });
  const report = await runExport("work");
  expect(report.commits).toEqual({ imported: 1, wiki: 5 });
  expect(inExport("work", "log", "--reverse", "--format=%an|%s").split("\n")).toEqual([
    "Ada Author|Import me",
    "Wei Writer|Say more",
    "Wei Writer|Sort",
    "Wei Writer|Not needed",
    "Wei Writer|Add new.md",
    "Wei Writer|Upload img/x.bin",
  ]);
  expect(inExport("work", "log", "-1", "--format=%ae")).toMatch(/@noreply\.wiki\.example\.org$/);
  expect(inExport("work", "ls-files").split("\n")).toEqual([
    "a.md",
    "guides/b.md",
    "img/x.bin",
    "new.md",
  ]);
  expect(inExport("work", "status", "--porcelain")).toBe("");
  expect(readFileSync(join(scratch, "work", "a.md"), "utf8")).toBe("# A\r\n\r\nedited\n");
  const first = space;
  space = `${space}-again`;
  await runImport({ source: join(scratch, "work") });
  expect(await texts(space)).toEqual(await texts(first));
  await runExport("twice.git");
  expect(inExport("twice.git", "rev-parse", "main")).toBe(inExport("work", "rev-parse", "main"));
});

/** Every text of a space, page by page, oldest first. */
async function texts(key: string): Promise<unknown> {
  const { rows } = await sql`
    select page.path, page.deleted_at is not null as deleted, revision.number, encode(revision.content_hash, 'hex') as hash
    from revision join page on page.id = revision.page_id join space on space.id = page.space_id and space.key = ${key}
    order by page.path, revision.number
  `.execute(server.database.db);
  return rows;
}

test("a space that was never imported is exported, too; one without pages is not", async () => {
  await send("spaceCreate", { key: space, name: "Own" });
  await expect(runExport("none.git")).rejects.toThrow(/has no pages yet/);
  expect(existsSync(join(scratch, "none.git"))).toBe(false);
  await send("pageCreate", { space, path: "one/two", markdown: "two\n", message: "Begin" });
  await runExport("own.git");
  expect(inExport("own.git", "ls-tree", "-r", "--name-only", "main")).toBe("one/two.md");
});

test("a folder that is not empty is left alone", async () => {
  mkdirSync(join(scratch, "full"));
  writeFileSync(join(scratch, "full", "keep.txt"), "mine");
  await expect(runExport("full", "nowhere")).rejects.toThrow(/There is no space nowhere/);
  repository.write("a.md", "a\n").commit("One");
  await runImport();
  await expect(runExport("full")).rejects.toThrow(/is not empty/);
  expect(readFileSync(join(scratch, "full", "keep.txt"), "utf8")).toBe("mine");
});

test("after the wiki and git met, the export still ends with what the space shows", async () => {
  repository.write("a.md", "one\n\ntwo\n\nthree\n").write("gone.md", "x\n").commit("One");
  await runImport();
  const a = await pageAt("a");
  await send("pageSave", {
    pageId: a.pageId,
    baseRevisionId: a.headId,
    markdown: "ONE\n\ntwo\n\nthree\n",
  });
  repository.write("a.md", "one\n\ntwo\n\nTHREE\n").commit("Two");
  repository.git("rm", "--quiet", "gone.md");
  repository.commit("Three");
  await runImport();
  await runExport("met.git");
  expect(inExport("met.git", "show", "main:a.md")).toBe("ONE\n\ntwo\n\nTHREE");
  expect(inExport("met.git", "ls-tree", "-r", "--name-only", "main")).toBe("a.md");
});
