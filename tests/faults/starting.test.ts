import { chmod, chown, mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { Client } from "./client.js";
import { freePort, startInVain, startStet } from "./running-stet.js";

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "stet-start-"));
  await chmod(folder, 0o755);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, "data");
}

const isPostgresRunning = (dataDir: string) =>
  existsSync(join(dataDir, "postgres/data/postmaster.pid"));

/** Told what is wrong and what to do, in sentences. */
function expectAdvice(
  { code, output }: { code: number | null; output: string },
  ...sentences: string[]
): void {
  for (const sentence of sentences) expect(output).toContain(sentence);
  expect(output, "no stack trace for what an operator can mend").not.toMatch(/^\s+at /m);
  expect(code).toBe(1);
}

test("starts, stops in order, and starts again with everything there", async () => {
  const dataDir = await newFolder();
  const first = await startStet(dataDir);
  const client = await Client.signIn(first.url);
  await client.createSpace("docs");
  await first.stop();
  expect(isPostgresRunning(dataDir)).toBe(false);
  const begun = performance.now();
  const second = await startStet(dataDir);
  expect(performance.now() - begun, "a second start takes seconds").toBeLessThan(15_000);
  const { space } = await client
    .at(second.url)
    .query<{ space: unknown }>('{ space(by: { key: "docs" }) { key } }');
  expect(space).toEqual({ key: "docs" });
  await second.stop();
  expect(isPostgresRunning(dataDir)).toBe(false);
});

test("the secret and the password are for the owner only", async () => {
  const dataDir = await newFolder();
  const server = await startStet(dataDir);
  await server.stop();
  for (const file of ["secret", "postgres/data/stet-password"]) {
    expect((await stat(join(dataDir, file))).mode & 0o077, file).toBe(0);
  }
});

test("a port that is taken", async () => {
  const dataDir = await newFolder();
  const other = createServer();
  const port = await new Promise<number>((resolve) => {
    other.listen(0, "127.0.0.1", () => resolve((other.address() as { port: number }).port));
  });
  onTestFinished(() => void other.close());
  const ended = await startInVain(dataDir, { env: { PORT: String(port) } });
  expectAdvice(ended, `Port ${port} is taken`, `PORT=${port + 1} npm start`);
  expect(isPostgresRunning(dataDir), "what was started is stopped again").toBe(false);
});

test("settings that make no sense, all of them at once", async () => {
  const ended = await startInVain(await newFolder(), {
    env: { PORT: "eighty", STET_DEMO: "maybe", STET_SECRTE: "x" },
  });
  expectAdvice(ended, "3 settings are not valid", "PORT", "STET_DEMO", "STET_SECRTE", "README");
});

test("a data folder that cannot be one", async () => {
  const dataDir = await newFolder();
  await writeFile(dataDir, "a file");
  expectAdvice(
    await startInVain(dataDir),
    `The data folder ${dataDir} cannot be used`,
    "STET_DATA_DIR",
  );
});

test("a database that is not there, without its password", async () => {
  const url = `postgresql://stet:hunter22@127.0.0.1:${await freePort()}/stet`;
  const ended = await startInVain(await newFolder(), { env: { DATABASE_URL: url } });
  expectAdvice(ended, "cannot be reached", "Nothing listens there");
  expect(ended.output).not.toContain("hunter22");
});

test.runIf(userInfo().uid === 0)("an ordinary user can do it, too", async () => {
  const folder = await newFolder();
  const account = { uid: 65_534, gid: 65_534 };
  await mkdir(folder);
  await chown(folder, account.uid, account.gid);
  const dataDir = join(folder, "data");
  const server = await startStet(dataDir, { account });
  await Client.signIn(server.url);
  await server.stop();
  expect((await stat(join(dataDir, "postgres/data"))).uid).toBe(account.uid);
  expect(isPostgresRunning(dataDir)).toBe(false);
});
