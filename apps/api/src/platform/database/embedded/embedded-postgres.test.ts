import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { expect, onTestFinished, test, vi } from "vitest";
import { projectFile } from "#platform/config/index.js";
import { openEmbeddedPostgres, type EmbeddedPostgres } from "./embedded-postgres.js";
import { findRunningServer, isAlive } from "./server-process.js";

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "stet-embedded-"));
  await chmod(folder, 0o755);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, "data");
}

async function open(dataFolder: string, lines: string[] = []): Promise<EmbeddedPostgres> {
  const postgres = await openEmbeddedPostgres({
    dataFolder,
    onProgress: (line) => lines.push(line),
  });
  // Also when the test fails half-way: the server would outlive it.
  onTestFinished(() => postgres.close());
  return postgres;
}

const serverOf = (folder: string) => findRunningServer(join(folder, "postgres/data"));

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return Object.values(rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

test("creates a durable UTF-8 cluster with a collation that no upgrade changes, and stops it", async () => {
  const folder = await newFolder();
  const postgres = await open(folder);
  const settings = ["fsync", "synchronous_commit", "full_page_writes", "data_checksums"];
  for (const name of settings) expect(await ask(postgres.url, `show ${name}`), name).toBe("on");
  expect(await ask(postgres.url, "show timezone")).toBe("UTC");
  const locale =
    "select datlocprovider::text || ' ' || datlocale || ' ' || pg_encoding_to_char(encoding) from pg_database where datname = 'stet'";
  expect(await ask(postgres.url, locale)).toBe("b C.UTF-8 UTF8");
  await postgres.close();
  expect(serverOf(folder)).toBeUndefined();
});

test("a second process joins, and the last one to leave stops the server", async () => {
  const folder = await newFolder();
  // Both at once, on a folder where nothing is yet.
  const [first, second] = await Promise.all([open(folder), open(folder)]);
  expect(second.url).toBe(first.url);
  await first.close();
  expect(await ask(second.url, "select 1")).toBe(1);
  await second.close();
  expect(serverOf(folder)).toBeUndefined();
});

test("two that leave at the same time do not leave the server behind", async () => {
  const folder = await newFolder();
  const both = [await open(folder), await open(folder)];
  await Promise.all(both.map((each) => each.close()));
  expect(serverOf(folder)).toBeUndefined();
});

test("a server that is killed is started again and has lost nothing", async () => {
  const folder = await newFolder();
  const postgres = await open(folder);
  await ask(postgres.url, "create table kept as select 42 as answer");
  const killed = serverOf(folder)?.pid ?? 0;
  process.kill(killed, "SIGKILL");
  await vi.waitFor(() => expect(serverOf(folder)?.pid).toBeGreaterThan(0), 20_000);
  await vi.waitFor(
    async () => expect(await ask(postgres.url, "select answer from kept")).toBe(42),
    20_000,
  );
  expect(serverOf(folder)?.pid).not.toBe(killed);
  await postgres.close();
  expect(serverOf(folder)).toBeUndefined();
});

test("a process that is killed leaves a server that the next one joins", async () => {
  const folder = await newFolder();
  const script = join(folder, "..", "hold.mts");
  const module = projectFile("apps/api/src/platform/database/index.ts");
  await writeFile(
    script,
    `import { openEmbeddedPostgres } from ${JSON.stringify(module)};
     await openEmbeddedPostgres({ dataFolder: process.argv[2], onProgress() {} });
     process.stdout.write("open");
     setInterval(() => {}, 1000);`,
  );
  const tsx = projectFile("node_modules/tsx/dist/cli.mjs");
  // Of its own group, so that the kill reaches tsx and its child alike, as a terminal's would.
  const child = spawn(
    process.execPath,
    [tsx, "--tsconfig", projectFile("apps/api/tsconfig.json"), script, folder],
    {
      stdio: ["ignore", "pipe", "inherit"],
      detached: true,
    },
  );
  await new Promise((resolve, reject) => {
    child.stdout.once("data", resolve);
    child.once("exit", (code) => reject(new Error(`It ended with ${code}.`)));
  });
  const { pid } = serverOf(folder) ?? {};
  process.kill(-(child.pid ?? 0), "SIGKILL");
  await new Promise((resolve) => child.once("exit", resolve));
  expect(isAlive(pid ?? 0)).toBe(true);
  const lines: string[] = [];
  const postgres = await open(folder, lines);
  expect(lines).toEqual([]);
  expect(serverOf(folder)?.pid).toBe(pid);
  await postgres.close();
  expect(serverOf(folder)).toBeUndefined();
});

test("a left-over pid file whose number belongs to somebody else is no obstacle", async () => {
  const folder = await newFolder();
  const first = await open(folder);
  const file = join(folder, "postgres/data/postmaster.pid");
  const content = readFileSync(file, "utf8");
  await first.close();
  await writeFile(file, content.replace(/^\d+/, String(process.pid)));
  const second = await open(folder);
  expect(await ask(second.url, "select 1")).toBe(1);
  await second.close();
});

test("a start that was interrupted before the cluster was complete is repeated", async () => {
  const folder = await newFolder();
  await mkdir(join(folder, "postgres/data.new-1"), { recursive: true });
  await chmod(folder, 0o711);
  const postgres = await open(folder);
  expect(await ask(postgres.url, "select 1")).toBe(1);
  await postgres.close();
});

test("the password is random and for the owner only", async () => {
  const folder = await newFolder();
  const postgres = await open(folder);
  const { password } = new URL(postgres.url);
  expect(password.length).toBeGreaterThanOrEqual(32);
  const wrong = postgres.url.replace(password, "guess");
  await expect(ask(wrong, "select 1")).rejects.toThrow("password authentication failed");
  await postgres.close();
});

test.runIf(userInfo().uid === 0)(
  "root's data folder that nobody else may enter is kept elsewhere, and found again",
  async () => {
    const closed = await mkdtemp(join(tmpdir(), "stet-closed-"));
    await chmod(closed, 0o700);
    const folder = join(closed, "data");
    const lines: string[] = [];
    const first = await open(folder, lines);
    const elsewhere = readFileSync(join(folder, "postgres-is-at"), "utf8").trim();
    onTestFinished(async () => {
      await rm(closed, { recursive: true });
      await rm(elsewhere, { recursive: true });
    });
    expect(lines[0]).toContain(elsewhere);
    expect(existsSync(join(elsewhere, "data/PG_VERSION"))).toBe(true);
    await ask(first.url, "create table kept as select 42 as answer");
    await first.close();
    const second = await open(folder);
    expect(await ask(second.url, "select answer from kept")).toBe(42);
    await second.close();
  },
);
