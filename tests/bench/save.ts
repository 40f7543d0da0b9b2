import { openStet, readConfig } from "@stet/api";
import { createPage, type Instance, savePage, startInstance } from "./instance.js";
import { type BenchReport, median, quantile } from "./report.js";
import { samplePage } from "./sample-page.js";

const BYTES = 20_000;
const ROUNDS = 5;
const SAVES = 40;
/** A server that has run for a minute: before that, most of a save is the compiler at work. */
const WARM_UP = 150;

/** A save by GraphQL, signed in, with all derived data, against a bare transaction that inserts the same text. */
export async function run(): Promise<BenchReport> {
  const instance = await startInstance();
  const stet = await openStet({
    config: readConfig({ ...process.env, STET_DATA_DIR: instance.dataDir }),
  });
  try {
    await stet.database.pool.query(
      "create table bench_text (id bigint generated always as identity primary key, markdown text not null)",
    );
    const page = await createPage(instance, [samplePage(BYTES)]);
    const bare = (markdown: string) => insertBare(stet.database.pool, markdown);
    await round(instance, bare, page, WARM_UP, 1);
    const saves: number[] = [];
    const bares: number[] = [];
    const tails: number[] = [];
    for (let number = 0; number < ROUNDS; number++) {
      const times = await round(instance, bare, page, SAVES, 1_000 + number * SAVES);
      saves.push(quantile(times.saves, 0.5));
      tails.push(quantile(times.saves, 0.95));
      bares.push(quantile(times.bares, 0.5));
    }
    const value = median(saves);
    const baseline = median(bares);
    return {
      name: "save",
      rows: [
        {
          name: "save of a 20 kB page, p50",
          value,
          unit: "ms",
          baseline,
          ratio: value / baseline,
          target: "≤ 4×",
          ok: value / baseline <= 4,
        },
        { name: "save of a 20 kB page, p95", value: median(tails), unit: "ms" },
      ],
      notes: [
        "After 150 saves, one save and one bare transaction in turn; medians of five rounds of 40. The baseline inserts the same text by pg: begin, insert, commit.",
        "Every save edits one paragraph and stores revision, HTML, blocks, blame, links, search and change.",
      ],
    };
  } finally {
    await stet.close();
    await instance.close();
  }
}

interface Pool {
  connect(): Promise<{
    query(text: string, values?: unknown[]): Promise<unknown>;
    release(): void;
  }>;
}

async function insertBare(pool: Pool, markdown: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query("insert into bench_text (markdown) values ($1)", [markdown]);
    await client.query("commit");
  } finally {
    client.release();
  }
}

async function round(
  instance: Instance,
  bare: (markdown: string) => Promise<void>,
  page: { pageId: string; headId: string },
  count: number,
  from: number,
): Promise<{ saves: number[]; bares: number[] }> {
  const saves: number[] = [];
  const bares: number[] = [];
  for (let number = 0; number < count; number++) {
    const markdown = samplePage(BYTES, from + number);
    const begin = performance.now();
    page.headId = await savePage(instance, { ...page, markdown });
    const middle = performance.now();
    await bare(markdown);
    bares.push(performance.now() - middle);
    saves.push(middle - begin);
  }
  return { saves, bares };
}
