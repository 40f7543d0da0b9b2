import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "pg";
import { OperatorError } from "#platform/errors.js";

export interface Migration {
  /** The file's name, e.g. `0001_pages.sql`; the order of the names is the order of the migrations. */
  name: string;
  sql: string;
  checksum: string;
}

/** Any number, the same in every version of Stet: whoever migrates holds it. */
const MIGRATION_LOCK = 7_383_202_011;
const OLDEST_SERVER = 150_000;

export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder))
    .filter((name) => /^\d{4}_[\w-]+\.sql$/.test(name))
    .toSorted();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

/**
 * Brings the database to the state of `migrations`, each in its own transaction, and returns the names applied now.
 * Several processes may call it at once: one works, the others wait.
 *
 * @throws OperatorError when the database is newer than the code, or an applied migration was edited since.
 */
export async function migrate(
  url: string,
  migrations: readonly Migration[],
  onProgress: (line: string) => void = () => {},
): Promise<string[]> {
  const client = new Client({ connectionString: url, application_name: "stet migrate" });
  // Failures arrive with the query they break; this keeps a break between two of them from ending the process.
  client.on("error", (error) => onProgress(`The database connection broke: ${error.message}`));
  await client.connect();
  try {
    await refuseUnsuitableServer(client);
    await takeLock(client, onProgress);
    await client.query(`create table if not exists stet_migration (
      name text primary key, checksum text not null, applied_at timestamptz not null default now())`);
    const pending = await findPending(client, migrations);
    for (const migration of pending) {
      onProgress(`Migrating the database: ${migration.name}`);
      await apply(client, migration);
    }
    return pending.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

async function refuseUnsuitableServer(client: Client): Promise<void> {
  const { rows } = await client.query<{ version: string; encoding: string }>(
    "select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding",
  );
  const server = rows[0];
  if (Number(server?.version) < OLDEST_SERVER) {
    throw new OperatorError(
      `The database server is too old (${server?.version}).`,
      "Stet needs PostgreSQL 15 or newer: point DATABASE_URL to such a server.",
    );
  }
  if (server?.encoding !== "UTF8") {
    throw new OperatorError(
      `The database is encoded as ${server?.encoding}.`,
      "Create one with: create database stet encoding 'UTF8' template template0",
    );
  }
}

async function takeLock(client: Client, onProgress: (line: string) => void): Promise<void> {
  const { rows } = await client.query<{ taken: boolean }>(
    "select pg_try_advisory_lock($1) as taken",
    [MIGRATION_LOCK],
  );
  if (rows[0]?.taken) return;
  onProgress("Waiting for another process to finish migrating the database");
  await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
}

async function findPending(client: Client, migrations: readonly Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from stet_migration order by name collate "C"',
  );
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  const applied = new Set(rows.map((row) => row.name));
  for (const row of rows) {
    const migration = known.get(row.name);
    if (!migration) {
      throw new OperatorError(
        `The database is newer than this version of Stet: it has the migration ${row.name}.`,
        "Start the newer version again, or restore a backup made with this one.",
      );
    }
    if (migration.checksum !== row.checksum) {
      throw new OperatorError(
        `The migration ${row.name} was edited after it had been applied to this database.`,
        "Put the file back as it was and write the change as a new migration.",
      );
    }
  }
  const pending = migrations.filter((migration) => !applied.has(migration.name));
  const newest = rows.at(-1)?.name;
  const late = pending.find((migration) => newest !== undefined && migration.name < newest);
  if (late) {
    throw new OperatorError(
      `The migration ${late.name} sorts before ${newest}, which this database already has.`,
      "Give the new file a number above every released one.",
    );
  }
  return pending;
}

async function apply(client: Client, migration: Migration): Promise<void> {
  await client.query("begin");
  try {
    await client.query(migration.sql);
    await client.query("insert into stet_migration (name, checksum) values ($1, $2)", [
      migration.name,
      migration.checksum,
    ]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw new Error(`The migration ${migration.name} failed and was rolled back.`, {
      cause: error,
    });
  }
}
