// Before any module with GraphQL types.
import "reflect-metadata";
import { accessSync, constants, mkdirSync, readFileSync } from "node:fs";
import { Accounts, loadSecret } from "#modules/accounts/index.js";
import { openChangeFeed, type ChangeFeed } from "#platform/changes/index.js";
import { projectFile, readConfig, type Config } from "#platform/config/index.js";
import {
  checkReachable,
  migrate,
  openDatabase,
  openEmbeddedPostgres,
  readMigrations,
  type Database,
} from "#platform/database/index.js";
import { OperatorError } from "#platform/errors.js";
import { createLog, type Log } from "#platform/log/index.js";
import type { Site } from "./context.js";

/** Everything of an instance but the server: settings, database at its newest state, accounts. */
export interface Stet {
  config: Config;
  site: Site;
  database: Database;
  accounts: Accounts;
  changes: ChangeFeed;
  log: Log;
  /** Leaves the database in order; the last process to leave stops an embedded one. */
  close(): Promise<void>;
}

export interface OpenStetOptions {
  /** By default read from the environment. */
  config?: Config;
  /** What is being done, a line a step. */
  onProgress?: (line: string) => void;
  /** Servers follow the change log of others; commands only write to it. */
  isServer?: boolean;
  /** For maintenance that reads whole tables in one statement. 0 is no limit. */
  statementTimeoutMs?: number;
}

/**
 * Opens the instance that the settings describe. Joins the embedded database of a server that runs already.
 *
 * @throws OperatorError for what the operator can mend: settings, folders, the database.
 */
export async function openStet(options: OpenStetOptions = {}): Promise<Stet> {
  const config = options.config ?? readConfig();
  const onProgress = options.onProgress ?? (() => {});
  const log = createLog({ level: config.logLevel });
  useFolder(config.dataDir);
  const secret = await loadSecret(config.dataDir, config.secret);
  const server = await openPostgres(config, onProgress);
  try {
    await checkReachable(server.url);
    await migrate(server.url, await readMigrations(projectFile("apps/api/migrations")), onProgress);
  } catch (error) {
    await server.close();
    throw error;
  }
  const database = openDatabase({
    url: server.url,
    maxConnections: config.databasePoolSize,
    onError: (error) => log.warn({ err: error }, "A database connection broke"),
    ...(options.statementTimeoutMs !== undefined && {
      statementTimeoutMs: options.statementTimeoutMs,
    }),
  });
  const changes = openChangeFeed({
    url: server.url,
    db: database.db,
    pool: database.pool,
    log,
    isListening: options.isServer ?? false,
  });
  const site: Site = {
    name: config.siteName,
    url: config.url,
    locales: config.locales,
    signUpEnabled: config.signUp,
    version: ownVersion(),
  };
  const accounts = new Accounts({
    database,
    settings: {
      secret,
      siteUrl: site.url,
      onProblem: (message, details) => log.error({ details }, message),
    },
    isSignUpEnabled: site.signUpEnabled,
  });
  return {
    config,
    site,
    database,
    accounts,
    changes,
    log,
    async close() {
      await changes.close();
      await database.close();
      await server.close();
    },
  };
}

async function openPostgres(
  config: Config,
  onProgress: (line: string) => void,
): Promise<{ url: string; close: () => Promise<void> }> {
  if (config.databaseUrl === undefined) {
    return openEmbeddedPostgres({ dataFolder: config.dataDir, onProgress });
  }
  const { host, pathname } = new URL(config.databaseUrl);
  onProgress(`Connecting to the database ${host || "on this machine"}${pathname}`);
  return { url: config.databaseUrl, close: async () => {} };
}

function useFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new OperatorError(
      `The data folder ${folder} cannot be used: ${(error as Error).message}`,
      "Give this user the right to write there, or set STET_DATA_DIR to another folder.",
    );
  }
}

function ownVersion(): string {
  const manifest = readFileSync(projectFile("package.json"), "utf8");
  return (JSON.parse(manifest) as { version: string }).version;
}
