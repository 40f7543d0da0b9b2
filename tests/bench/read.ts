import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openStet, projectRoot, readConfig } from "@stet/api";
import { createPage, type Instance, startInstance } from "./instance.js";
import { compareThroughput } from "./load.js";
import type { BenchReport, BenchRow } from "./report.js";
import { samplePage } from "./sample-page.js";

const QUERY = `query ($path: String!) {
  page(by: { path: { space: "bench", path: $path } }) {
    id title url html
    head { id number createdAt author { name } }
    revisions(first: 5) { nodes { id number createdAt message author { name } } pageInfo { hasNextPage endCursor } }
  }
}`;

/** Hot anonymous HTML against bare bytes; one page with five revisions by GraphQL against the same SQL, bare. */
export async function run(): Promise<BenchReport> {
  const instance = await startInstance();
  try {
    await createPage(
      instance,
      Array.from({ length: 7 }, (_, edit) => samplePage(8_000, edit)),
    );
    return await measure(instance);
  } finally {
    await instance.close();
  }
}

async function measure(instance: Instance): Promise<BenchReport> {
  const pageUrl = `${instance.url}/bench/storage`;
  const operation = {
    url: `${instance.url}/graphql`,
    method: "POST" as const,
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: QUERY, variables: { path: "storage" } }),
  };
  const page = await rawAnswer(pageUrl);
  const statements = await recordStatements(instance, operation);
  const baseline = await startBaseline(instance, page, statements);
  const acceptEncoding = { "accept-encoding": "gzip, br" };
  try {
    const speeds = await compareThroughput([
      { name: "html", url: pageUrl, headers: acceptEncoding },
      { name: "bytes", url: `${baseline.url}/bytes`, headers: acceptEncoding },
      { name: "graphql", ...operation },
      { name: "statements", ...operation, url: `${baseline.url}/statements` },
    ]);
    return {
      name: "read",
      rows: [
        row("hot anonymous page, HTML", speeds.get("html"), speeds.get("bytes"), 0.5),
        row(
          "page with five revisions, GraphQL, uncached",
          speeds.get("graphql"),
          speeds.get("statements"),
          0.5,
        ),
      ],
      notes: [
        `HTML: ${page.body.length} bytes as ${page.headers["content-encoding"] ?? "identity"}; baseline: node:http sending the same bytes.`,
        `GraphQL: ${statements.length} SQL statements; baseline: node:http + pg running the same statements.`,
        "Interleaved, medians of five rounds of 3 s, 32 connections, load generator on the same machine.",
      ],
    };
  } finally {
    baseline.stop();
  }
}

function row(name: string, value = Number.NaN, baseline = Number.NaN, target: number): BenchRow {
  const ratio = value / baseline;
  return {
    name,
    value,
    unit: "req/s",
    baseline,
    ratio,
    target: `≥ ${target}×`,
    ok: ratio >= target,
  };
}

interface RawAnswer {
  headers: Record<string, string>;
  body: Buffer;
}

/** As a browser would ask, bytes as they travel. */
function rawAnswer(url: string): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { "accept-encoding": "gzip, br" } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.once("end", () => {
        if (answer.statusCode !== 200)
          return reject(new Error(`${url} answered ${answer.statusCode}.`));
        const headers: Record<string, string> = {};
        for (const name of ["content-type", "content-encoding", "etag", "cache-control", "vary"]) {
          const value = answer.headers[name];
          if (typeof value === "string") headers[name] = value;
        }
        const body = Buffer.concat(chunks);
        headers["content-length"] = String(body.length);
        resolve({ headers, body });
      });
    }).once("error", reject);
  });
}

async function recordStatements(
  instance: Instance,
  operation: { url: string; headers: Record<string, string>; body: string },
): Promise<object[]> {
  const ask = async () => {
    const answer = await fetch(operation.url, {
      method: "POST",
      headers: operation.headers,
      body: operation.body,
    });
    const body = (await answer.json()) as { errors?: unknown };
    if (body.errors)
      throw new Error(`The measured query is refused: ${JSON.stringify(body.errors)}`);
  };
  await ask();
  process.kill(instance.pid, "SIGUSR2");
  await untilFile(instance.statementsFile, (text) => text === "recording");
  await ask();
  process.kill(instance.pid, "SIGUSR2");
  const text = await untilFile(instance.statementsFile, (written) => written.startsWith("["));
  const statements = (JSON.parse(text) as { text: string }[]).filter(
    ({ text: sql }) => !/from "?change"?/.test(sql),
  );
  writeFileSync(instance.statementsFile, JSON.stringify(statements));
  return statements;
}

async function untilFile(file: string, isDone: (text: string) => boolean): Promise<string> {
  for (let attempt = 0; attempt < 100; attempt++) {
    await sleep(50);
    let text = "";
    try {
      text = readFileSync(file, "utf8");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
    if (isDone(text)) return text;
  }
  throw new Error(`The server did not write ${file}.`);
}

async function startBaseline(
  instance: Instance,
  page: RawAnswer,
  statements: object[],
): Promise<{ url: string; stop(): void }> {
  const bytesFile = join(instance.dataDir, "page.bytes");
  writeFileSync(bytesFile, page.body);
  if (statements.length === 0)
    throw new Error("No statement was recorded: nothing to compare with.");
  const config = readConfig({ ...process.env, STET_DATA_DIR: instance.dataDir });
  const stet = await openStet({ config });
  const tsx = createRequire(import.meta.url).resolve("tsx");
  const child = spawn(
    process.execPath,
    ["--import", tsx, join(projectRoot, "tests/bench/baseline-server.ts")],
    {
      stdio: ["ignore", "pipe", "inherit"],
      env: {
        PATH: process.env["PATH"],
        BASELINE_BYTES: bytesFile,
        BASELINE_HEADERS: JSON.stringify(page.headers),
        BASELINE_STATEMENTS: instance.statementsFile,
        BASELINE_DATABASE_URL: stet.database.pool.options.connectionString,
        BASELINE_POOL: String(config.databasePoolSize),
      },
    },
  );
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      const found = /port (\d+)/.exec(chunk.toString());
      if (found?.[1]) resolve(found[1]);
    });
    child.once("exit", (code) => reject(new Error(`The baseline server ended with ${code}.`)));
  });
  return {
    url: `http://localhost:${port}`,
    stop() {
      child.kill();
      void stet.close();
    },
  };
}
