import { createHash } from "node:crypto";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { projectRoot } from "#platform/config/root.js";
import { migrate, openEmbeddedPostgres, readMigrations } from "#platform/database/index.js";
import { withDatabaseName } from "./database-url.js";

/**
 * One PostgreSQL for all runs of this checkout that happen at the same time: `TEST_DATABASE_URL`, or an embedded one
 * without durability that stays as long as somebody uses it. The migrated template is kept from run to run.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await openServer();
  const serverUrl = withDatabaseName(server.url, "postgres");
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  await dropLeftovers(client);
  const template = await ensureTemplate(client, serverUrl);
  await client.end();
  project.provide("testServerUrl", serverUrl);
  project.provide("testTemplate", template);
  return () => server.close();
}

async function openServer(): Promise<{ url: string; close: () => Promise<void> }> {
  // oxlint-disable-next-line node/no-process-env -- the runner's own switch; the product never reads it.
  const own = process.env["TEST_DATABASE_URL"];
  if (own) return { url: own, close: async () => {} };
  const checkout = createHash("sha256").update(projectRoot).digest("hex").slice(0, 10);
  return openEmbeddedPostgres({
    dataFolder: join(tmpdir(), `stet-test-${userInfo().uid}-${checkout}`),
    isDisposable: true,
    onProgress: () => {},
  });
}

async function ensureTemplate(client: Client, serverUrl: string): Promise<string> {
  const migrations = await readMigrations(join(projectRoot, "apps/api/migrations"));
  const state = createHash("sha256").update(
    migrations.map(({ name, checksum }) => name + checksum).join("\n"),
  );
  const template = `stet_template_${state.digest("hex").slice(0, 12)}`;
  // Two runs that start together: one makes it, the other waits.
  await client.query("select pg_advisory_lock(hashtext($1))", [template]);
  const { rowCount } = await client.query("select from pg_database where datname = $1", [template]);
  if (rowCount === 0) {
    const unfinished = `${template}_new`;
    await client.query(`drop database if exists ${unfinished} with (force)`);
    await client.query(`create database ${unfinished} encoding 'UTF8' template template0`);
    await migrate(withDatabaseName(serverUrl, unfinished), migrations);
    await client.query(`alter database ${unfinished} rename to ${template}`);
  }
  return template;
}

/** Databases of runs that were killed: their names carry the process that made them. */
async function dropLeftovers(client: Client): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    "select datname from pg_database where datname like 'stet\\_test\\_%'",
  );
  for (const { datname } of rows) {
    const pid = Number(datname.split("_")[2]);
    if (!isAlive(pid)) await client.query(`drop database if exists ${datname} with (force)`);
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
