import { Accounts, ViewerCache } from "#modules/accounts/index.js";
import { openChangeFeed, type ChangeFeed } from "#platform/changes/index.js";
import type { OperationResult } from "#platform/graphql/index.js";
import type { WebBuild } from "#platform/http/index.js";
import { createLog, type Log } from "#platform/log/index.js";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import type { GraphQLSchema } from "graphql";
import type { Site } from "../context.js";
import { createServer, type Server } from "../server.js";
import { createTestDatabase, type TestDatabase } from "./test-database.js";

export interface TestServerOptions {
  /** Instead of Stet's own. */
  schema?: GraphQLSchema;
  web?: WebBuild;
  site?: Partial<Site>;
  isUrlSet?: boolean;
  trustProxy?: readonly string[];
}

export interface TestServer extends Server {
  database: TestDatabase;
  accounts: Accounts;
  changes: ChangeFeed;
  site: Site;
  dataDir: string;
  /** What was logged at `warn` and above, as parsed lines. */
  logged: Record<string, unknown>[];
  /** A GraphQL operation as whoever the cookie says, through the whole HTTP stack, without a port. */
  query<T = Record<string, unknown>>(
    query: string,
    options?: { variables?: Record<string, unknown>; cookie?: string },
  ): Promise<Omit<OperationResult, "data"> & { data: T; status: number }>;
}

/**
 * The application over a database of its own. `inject` (Fastify's) makes requests in process; `listen({ port: 0 })`
 * opens a real port where one is needed.
 */
export async function createTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const database = await createTestDatabase();
  const { log, logged } = capturingLog();
  const site: Site = {
    name: "Test",
    url: "http://localhost:3000",
    locales: ["en", "de", "ja"],
    signUpEnabled: true,
    version: "0.0.0",
    ...options.site,
  };
  const changes = openChangeFeed({ url: database.url, db: database.db, pool: database.pool, log });
  const accounts = new Accounts({
    database,
    settings: { secret: "a secret of at least 32 characters", siteUrl: site.url },
    isSignUpEnabled: site.signUpEnabled,
    viewers: new ViewerCache(),
  });
  const dataDir = await mkdtemp(join(tmpdir(), "stet-data-"));
  const server = await createServer({
    schema: options.schema ?? (await stetSchema()),
    database,
    changes,
    accounts,
    site,
    isUrlSet: options.isUrlSet ?? false,
    dataDir,
    trustProxy: options.trustProxy ?? [],
    log,
    web: options.web,
  });
  return {
    ...server,
    database,
    accounts,
    changes,
    site,
    dataDir,
    logged,
    async query(query, { variables, cookie } = {}) {
      const response = await server.app.inject({
        method: "POST",
        url: "/graphql",
        headers: { "content-type": "application/json", ...(cookie !== undefined && { cookie }) },
        payload: { query, ...(variables && { variables }) },
      });
      return { ...response.json<OperationResult & { data: never }>(), status: response.statusCode };
    },
    async close() {
      await server.close();
      await changes.close();
      await database.close();
      await rm(dataDir, { recursive: true });
    },
  };
}

/** Built when first asked for: tests of the frame bring a small schema of their own. */
async function stetSchema(): Promise<GraphQLSchema> {
  const { buildStetSchema } = await import("../schema.js");
  return buildStetSchema();
}

function capturingLog(): { log: Log; logged: Record<string, unknown>[] } {
  const logged: Record<string, unknown>[] = [];
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      logged.push(JSON.parse(chunk.toString()) as Record<string, unknown>);
      done();
    },
  });
  return { log: createLog({ level: "warn", destination }), logged };
}
