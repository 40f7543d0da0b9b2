import { createServer, type AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { inTransaction } from "#platform/database/index.js";
import { createLog } from "#platform/log/index.js";
import { createTestDatabase, type TestDatabase } from "#testing/index.js";
import { announceChange, openChangeFeed, type ChangeFeed } from "./change-feed.js";

const log = createLog({ level: "silent" });
let database: TestDatabase;
let feed: ChangeFeed;

beforeAll(async () => {
  database = await createTestDatabase();
  feed = openChangeFeed({ ...database, log });
  await vi.waitUntil(() => feed.isLive);
});
afterAll(async () => {
  await feed.close();
  await database.close();
});

const record = () => inTransaction(database.db, async (tx) => announceChange(tx));

test("the epoch has moved when the writer gets its answer", async () => {
  const before = feed.epoch;
  await record();
  expect(feed.epoch).toBeGreaterThan(before);
});

test("a transaction that rolls back moves nothing", async () => {
  await vi.waitFor(async () => {
    const before = feed.epoch;
    const failing = inTransaction(database.db, async (tx) => {
      announceChange(tx);
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(feed.epoch).toBe(before);
  });
});

test("a commit of another process is heard of, by NOTIFY", async () => {
  const other = openChangeFeed({ ...database, log, pollMs: 1e9 });
  await vi.waitUntil(() => other.isLive);
  const before = other.epoch;
  await database.pool.query("notify stet_change");
  await vi.waitUntil(() => other.epoch > before, { timeout: 1_000 });
  await other.close();
});

test("a commit that nobody announced is found by polling, though its position is older than one already seen", async () => {
  const slow = await database.pool.connect();
  await slow.query("begin");
  await slow.query("insert into change (type) values ('test.slow')");
  await database.pool.query("insert into change (type) values ('test.fast')");
  const polling = openChangeFeed({ ...database, log, pollMs: 20 });
  await vi.waitUntil(() => polling.isLive);
  await new Promise((resolve) => setTimeout(resolve, 100));
  const before = polling.epoch;
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(polling.epoch).toBe(before);
  await slow.query("commit");
  slow.release();
  await vi.waitUntil(() => polling.epoch > before, { timeout: 1_000 });
  await polling.close();
});

test("caches are off while the listener is down, and on again when it is back", async () => {
  const watched = openChangeFeed({ ...database, log });
  await vi.waitUntil(() => watched.isLive);
  await database.pool.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'stet listener' and datname = current_database()",
  );
  await vi.waitUntil(() => !watched.isLive, { timeout: 1_000 });
  const before = watched.epoch;
  await vi.waitUntil(() => watched.isLive, { timeout: 5_000 });
  expect(watched.epoch).toBeGreaterThan(before);
  await watched.close();
});

test("the listener keeps trying, whether nobody answers or somebody hangs up", async () => {
  let calls = 0;
  const hangingUp = createServer((socket) => {
    calls += 1;
    socket.destroy();
  });
  const port = await new Promise<number>((resolve) => {
    hangingUp.listen(0, "127.0.0.1", () => resolve((hangingUp.address() as AddressInfo).port));
  });
  const url = `postgresql://nobody@127.0.0.1:${port}/nothing`;
  const away = openChangeFeed({ ...database, url, log });
  await vi.waitUntil(() => calls >= 2, { timeout: 5_000 });
  await new Promise((resolve) => hangingUp.close(resolve));
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const before = calls;
  await new Promise<void>((resolve) => {
    hangingUp.listen(port, "127.0.0.1", resolve);
  });
  await vi.waitUntil(() => calls > before, { timeout: 5_000 });
  expect(away.isLive).toBe(false);
  await away.close();
  await new Promise((resolve) => hangingUp.close(resolve));
});
