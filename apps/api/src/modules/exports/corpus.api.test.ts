import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newUuid } from "#platform/ids.js";
import { createTestDatabase, type TestDatabase } from "#testing/index.js";
import { verifyStore } from "../maintenance/index.js";
import { BlobFolder } from "../media/index.js";
import { exportGit } from "./export-git.service.js";
import {
  importGit,
  ObjectReader,
  openRepository,
  runGit,
  type GitRepository,
  type ImportReport,
} from "../imports/index.js";

/** A real documentation repository with its history. It is not part of the project. */
const CORPUS = new URL("../../../../../../shared/corpus/xcp-ng-docs.bundle", import.meta.url)
  .pathname;
const isThere = existsSync(CORPUS);
if (!isThere)
  process.stderr.write(
    `\nNOT TESTED: the corpus ${CORPUS} is absent, so no real repository was imported.\n`,
  );

describe.skipIf(!isThere)("the corpus", () => {
  let database: TestDatabase;
  let folder: string;
  let report: ImportReport;

  beforeAll(async () => {
    database = await createTestDatabase();
    folder = mkdtempSync(join(tmpdir(), "stet-test-media-"));
    await sql`
      insert into space (id, key, name, visibility, default_locale)
      values (${newUuid()}, 'corpus', 'Corpus', 'PUBLIC', 'en')
    `.execute(database.db);
    report = await importGit(
      { db: database.db, files: new BlobFolder(folder), locales: ["en"] },
      { source: CORPUS, space: "corpus" },
    );
    const { revisions, seconds, revisionsPerSecond, peakMemoryMegabytes } = report;
    const measured = { revisions, seconds, revisionsPerSecond, peakMemoryMegabytes };
    process.stderr.write(`\nCorpus imported: ${JSON.stringify(measured)}\n`);
  }, 300_000);

  afterAll(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("comes over completely", () => {
    expect(report.commits).toEqual({ total: 750, imported: 750, known: 0, skipped: 0 });
    expect(report.isComplete).toBe(true);
  });

  test("every revision has exactly git's bytes", async () => {
    const opened = await openRepository(CORPUS);
    const objects = new ObjectReader(opened.repository);
    try {
      const { rows } = await sql<{ blob: string; markdown: string; sha: string; file: string }>`
        select distinct on (revision.id) entry.blob, content.markdown, entry.sha, entry.file_path as file
        from revision
        join import_entry entry on entry.revision_id = revision.id
        join content on content.hash = revision.content_hash
      `.execute(database.db);
      expect(rows).toHaveLength(report.revisions);
      for (const { blob, markdown, sha, file } of rows) {
        const object = await objects.read(`${sha}:${file}`, 1e8);
        expect(
          object.kind === "read" && object.bytes.equals(Buffer.from(markdown)),
          `${sha}:${file}`,
        ).toBe(true);
        const named = await objects.read(blob, 1e8);
        expect(named).toEqual(object);
      }
    } finally {
      await objects.close();
      await opened.close();
    }
  });

  test("the pages are the files at the tip, each at its newest revision", async () => {
    const { rows } = await sql<{ file: string; number: number; highest: number; blob: string }>`
      select head.file_path as file, head.number,
        (select max(number) from revision where page_id = page.id) as highest,
        (select blob from import_entry where revision_id = head.id order by sha limit 1) as blob
      from page join revision head on head.id = page.head_id
      where page.deleted_at is null order by head.file_path collate "C"
    `.execute(database.db);
    expect(rows.every((row) => row.number === row.highest)).toBe(true);
    const opened = await openRepository(CORPUS);
    const listed = await runGit(opened.repository, [
      "ls-tree",
      "-r",
      "--format=%(path) %(objectname)",
      report.tip,
    ]);
    await opened.close();
    const files = listed.trim().split("\n").toSorted();
    expect(rows.map((row) => `${row.file} ${row.blob}`).toSorted()).toEqual(files);
  });

  test("the export has the same commits, trees included; imported again it has the same texts", async () => {
    const target = join(folder, "corpus.git");
    const exported = await exportGit(
      { db: database.db, files: new BlobFolder(folder), host: "wiki.example.org" },
      { target, space: "corpus" },
    );
    expect(exported.commits).toEqual({ imported: 750, wiki: 0 });
    process.stderr.write(`\nCorpus exported in ${exported.seconds.toFixed(1)} s\n`);
    const original = await openRepository(CORPUS);
    const copy = await openRepository(target);
    try {
      const history = (repository: GitRepository) => {
        return runGit(repository, ["log", "--topo-order", "--format=%H %T %P", report.tip]);
      };
      expect(await history(copy.repository)).toBe(await history(original.repository));
    } finally {
      await original.close();
      await copy.close();
    }
    const again = await importGit(
      { db: database.db, files: new BlobFolder(folder), locales: ["en"] },
      { source: target, space: "again", newSpace: { visibility: "PUBLIC", locale: "en" } },
    );
    expect(again.revisions).toBe(report.revisions);
    const hashes = async (space: string) => {
      const { rows } = await sql`
        select page.path, page.deleted_at is null as live, revision.number, encode(revision.content_hash, 'hex') as hash
        from revision join page on page.id = revision.page_id join space on space.id = page.space_id and space.key = ${space}
        order by page.path, live, revision.created_at, revision.number
      `.execute(database.db);
      return rows;
    };
    expect(await hashes("again")).toEqual(await hashes("corpus"));
  }, 300_000);

  test("verify finds nothing wrong", async () => {
    const { findings } = await verifyStore({ db: database.db, files: new BlobFolder(folder) });
    expect(findings).toEqual([]);
  });
});
