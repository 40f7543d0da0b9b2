import { Client } from "pg";
import { inject, onTestFinished } from "vitest";
import { openDatabase, type Database } from "#platform/database/index.js";
import { withDatabaseName } from "./database-url.js";

declare module "vitest" {
  interface ProvidedContext {
    /** A server's address, naming its maintenance database. */
    testServerUrl: string;
    /** A migrated database to copy. */
    testTemplate: string;
  }
}

export interface TestDatabase extends Database {
  url: string;
}

let made = 0;

/**
 * A migrated, empty database of its own. Close it in `afterAll`, which also drops it:
 *
 * ```ts
 * const database = await createTestDatabase();
 * afterAll(() => database.close());
 * ```
 */
export async function createTestDatabase(
  options: { isEmpty?: boolean } = {},
): Promise<TestDatabase> {
  const serverUrl = inject("testServerUrl");
  const template = options.isEmpty ? "template0" : inject("testTemplate");
  const name = `stet_test_${process.pid}_${Date.now().toString(36)}_${(made += 1)}`;
  await administer(serverUrl, `create database ${name} template ${template}`);
  const url = withDatabaseName(serverUrl, name);
  const errors: Error[] = [];
  const database = openDatabase({ url, maxConnections: 5, onError: (error) => errors.push(error) });
  return {
    ...database,
    url,
    async close() {
      await database.close();
      await administer(serverUrl, `drop database ${name} with (force)`);
      // A connection that broke during the tests is a finding, not noise.
      if (errors[0]) throw errors[0];
    },
  };
}

/** A database for one test, gone when it finishes. */
export async function withTestDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  onTestFinished(() => database.close());
  return database;
}

async function administer(serverUrl: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
