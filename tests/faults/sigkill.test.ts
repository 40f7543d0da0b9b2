import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { Client } from "./client.js";
import { startStet, type RunningStet } from "./running-stet.js";

const KILLS = 20;
const WRITERS = 4;

let folder: string;
let server: RunningStet | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "stet-faults-"));
  await chmod(folder, 0o755);
});
afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true });
});

interface Page {
  pageId: string;
  /** Text by revision id, as acknowledged. */
  acknowledged: Map<string, string>;
}

/** Saves until the server is gone; only what was answered counts. */
async function write(
  client: Client,
  page: Page,
  writer: number,
  isOver: () => boolean,
): Promise<void> {
  for (let round = 0; !isOver(); round += 1) {
    try {
      const base = await client.head(page.pageId);
      const markdown = `# Page ${writer}\n\n${base.id}, round ${round}\n\n${"text ".repeat(200)}\n`;
      const { revision } = await client.save({
        pageId: page.pageId,
        baseRevisionId: base.id,
        markdown,
      });
      if (revision) page.acknowledged.set(revision.id, markdown);
    } catch (error) {
      // The kill is expected to cut requests; before it, nothing may fail.
      if (!isOver()) throw error;
    }
  }
}

const countOf = (pages: readonly Page[]) =>
  pages.reduce((sum, page) => sum + page.acknowledged.size, 0);

/** PostgreSQL outlives Node on purpose. Every second time it is killed as well, as a power cut would do. */
async function killPostgres(dataDir: string): Promise<void> {
  const pidFile = await readFile(join(dataDir, "postgres/data/postmaster.pid"), "utf8");
  process.kill(Number(pidFile.split("\n", 1)[0]), "SIGKILL");
}

test(
  `${KILLS} kills during saves lose nothing that was acknowledged`,
  { timeout: 600_000 },
  async () => {
    const dataDir = join(folder, "data");
    server = await startStet(dataDir);
    let client = await Client.signIn(server.url);
    await client.createSpace("docs");
    const pages: Page[] = [];
    for (let writer = 0; writer < WRITERS; writer += 1) {
      const { pageId } = await client.createPage("docs", `page-${writer}`, "# Start\n");
      pages.push({ pageId, acknowledged: new Map() });
    }

    for (let kill = 1; kill <= KILLS; kill += 1) {
      let isOver = false;
      const writing = pages.map((page, writer) => write(client, page, writer, () => isOver));
      // However slow the machine is: every round has something to lose, and ends at another moment of a save.
      const before = countOf(pages);
      await vi.waitUntil(() => countOf(pages) >= before + 2 * WRITERS, { timeout: 60_000 });
      await sleep((kill * 37) % 200);
      isOver = true;
      const killed = server.kill();
      if (kill % 2 === 0) await killPostgres(dataDir);
      await killed;
      await Promise.all(writing);

      server = await startStet(dataDir);
      client = client.at(server.url);
      for (const page of pages) {
        const history = await client.history(page.pageId);
        const texts = new Map(history.map(({ id, markdown }) => [id, markdown]));
        expect(history.map(({ number }) => number)).toEqual(history.map((_, index) => index + 1));
        for (const [id, markdown] of page.acknowledged)
          expect(texts.get(id), `kill ${kill}`).toBe(markdown);
      }
    }
  },
);
