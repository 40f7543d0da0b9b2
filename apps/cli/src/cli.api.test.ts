import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestDatabase, type TestDatabase } from "@stet/api/testing";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { EXIT } from "./exit-code.js";

/** The program as it ships: `npm test` builds it first, `npm run build` does it by hand. */
const PROGRAM = new URL("../dist/main.js", import.meta.url).pathname;
let database: TestDatabase;
let scratch: string;

beforeAll(() => {
  if (!existsSync(PROGRAM)) throw new Error(`${PROGRAM} is not built. Run: npm run build`);
  scratch = mkdtempSync(join(tmpdir(), "stet-test-cli-"));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.close());

interface Ended {
  code: number | null;
  out: string;
  error: string;
}

/** The program as it is, on a database of its own. `meanwhile` hears what it says and may send it a signal. */
function stet(
  args: readonly string[],
  meanwhile: (said: string, kill: (signal: NodeJS.Signals) => void) => void = () => undefined,
): Promise<Ended> {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd: scratch,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: database.url,
      STET_DATA_DIR: join(scratch, "data"),
    },
  });
  let out = "";
  let error = "";
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => {
    error += chunk.toString();
    meanwhile(error, (signal) => child.kill(signal));
  });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, out, error })));
}

/** A repository of many commits, made quickly. */
function makeRepository(name: string, commits: number): string {
  const folder = join(scratch, `${name}.git`);
  const git = (args: string[], input?: string) =>
    execFileSync("git", args, {
      input,
      env: { PATH: process.env.PATH, HOME: scratch, GIT_CONFIG_GLOBAL: "/dev/null" },
    });
  git(["init", "--quiet", "--bare", "--initial-branch=main", folder]);
  let stream = "";
  for (let number = 1; number <= commits; number += 1) {
    const text = `# Page ${number % 40}\n\n${"Some words of text.\n\n".repeat(20)}Round ${number}\n`;
    const message = `Commit ${number}`;
    stream += `commit refs/heads/main\nmark :${number}\ncommitter Ada <ada@example.org> ${1_700_000_000 + number} +0000\n`;
    stream += `data ${message.length}\n${message}\n${number > 1 ? `from :${number - 1}\n` : ""}`;
    stream += `M 100644 inline p${number % 40}.md\ndata ${text.length}\n${text}\n\n`;
  }
  git(["--git-dir", folder, "fast-import", "--quiet"], stream);
  return folder;
}

test("import, import again, verify, rebuild, export: what people and scripts read", async () => {
  const source = makeRepository("small", 60);
  const first = await stet(["import", "git", source, "--space", "docs", "--json"]);
  expect(first).toMatchObject({ code: EXIT.done });
  expect(JSON.parse(first.out)).toMatchObject({
    isComplete: true,
    isNewSpace: true,
    revisions: 60,
    pages: { created: 40 },
  });
  const second = await stet(["import", "git", source, "--space", "docs"]);
  expect(second).toMatchObject({ code: EXIT.done });
  expect(second.out).toContain("Nothing is new.");
  expect(await stet(["verify"])).toMatchObject({
    code: EXIT.done,
    out: expect.stringContaining("All is well"),
  });
  expect(await stet(["rebuild"])).toMatchObject({ code: EXIT.done, out: "Rebuilt 40 pages\n" });
  const target = join(scratch, "out.git");
  expect(await stet(["export", "git", target, "--space", "docs"])).toMatchObject({
    code: EXIT.done,
  });
  const tip = (folder: string) =>
    execFileSync("git", ["--git-dir", folder, "rev-parse", "main"]).toString();
  expect(tip(target)).toBe(tip(source));
});

test("mistakes are explained in a line and refused", async () => {
  const source = makeRepository("mistakes", 2);
  for (const [args, message] of [
    [["import", "git", "/nowhere", "--space", "docs"], /There is nothing at \/nowhere/],
    [
      ["import", "git", source, "--space", "docs", "--branch", "none"],
      /There is no branch none[^]*Choose one with --branch: main/,
    ],
    [["import", "git", source, "--space", "de"], /has a meaning of its own/],
    [["export", "git", source, "--space", "none"], /There is no space none/],
  ] as const) {
    const { code, error } = await stet(args);
    expect(error).toMatch(message);
    expect(error).not.toMatch(/\n\s+at /);
    expect(code).toBe(EXIT.refused);
  }
});

test("verify names what is damaged", async () => {
  await stet(["import", "git", makeRepository("damaged", 3), "--space", "docs"]);
  await database.pool.query(
    "update content set markdown = markdown || '!' where size = (select max(size) from content)",
  );
  await database.pool.query("update page set head_number = 7 where path = 'p1'");
  const { code, out } = await stet(["verify"]);
  expect(code).toBe(EXIT.findings);
  expect(out).toMatch(/content-hash: The text [0-9a-f]{64} does not have this hash/);
  expect(out).toMatch(/page-head: The page .* \(p1\)/);
});

const FINGERPRINT = `
  select page.path, page.deleted_at is null as live, page.head_number, revision.number, revision.kind, revision.message,
    encode(revision.content_hash, 'hex') as hash
  from revision join page on page.id = revision.page_id join space on space.id = page.space_id
  where space.key = $1 order by page.path, revision.number`;

test("killed again and again, an import goes on and ends the same", async () => {
  const source = makeRepository("killed", 1_500);
  let kills = 0;
  for (let isDone = false; !isDone;) {
    const { code } = await stet(["import", "git", source, "--space", "killed"], (said, kill) => {
      const lines = said.split("\n").filter((line) => line.startsWith("Importing commit"));
      if (kills < 3 && lines.length > 0) kill("SIGKILL");
    });
    if (code === null) kills += 1;
    else {
      expect(code).toBe(EXIT.done);
      isDone = true;
    }
  }
  expect(kills).toBe(3);
  await stet(["import", "git", source, "--space", "whole"]);
  const killed = await database.pool.query(FINGERPRINT, ["killed"]);
  const whole = await database.pool.query(FINGERPRINT, ["whole"]);
  expect(killed.rows).toHaveLength(1_500);
  expect(killed.rows).toEqual(whole.rows);
  expect(await stet(["verify"])).toMatchObject({ code: EXIT.done });
}, 240_000);

test("Ctrl+C stops between batches, says so, and the next run goes on", async () => {
  const source = makeRepository("stopped", 2_000);
  let isSent = false;
  const stopped = await stet(["import", "git", source, "--space", "docs"], (said, kill) => {
    if (!isSent && said.includes("Importing commit")) {
      isSent = true;
      kill("SIGINT");
    }
  });
  expect(stopped.code).toBe(EXIT.interrupted);
  expect(stopped.out).toContain("run the command again to go on");
  const next = await stet(["import", "git", source, "--space", "docs", "--json"]);
  expect(next.code).toBe(EXIT.done);
  const report = JSON.parse(next.out) as { commits: { known: number; imported: number } };
  expect(report.commits.known).toBeGreaterThan(0);
  expect(report.commits.known + report.commits.imported).toBe(2_000);
}, 120_000);
