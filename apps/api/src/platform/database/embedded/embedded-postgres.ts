import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { OperatorError } from "#platform/errors.js";
import { chooseServerAccount } from "./account.js";
import { findPostgresBinaries } from "./binaries.js";
import {
  connectionUrl,
  initialise,
  ProgramError,
  runningServer,
  start,
  stop,
  type Cluster,
} from "./cluster.js";
import { choosePlace } from "./place.js";
import { enter, type Presence } from "./presence.js";

export interface EmbeddedPostgres {
  /** For `pg`: a socket or a loopback port, with the cluster's random password. */
  url: string;
  /** Leaves; the last process to leave stops the server. */
  close(): Promise<void>;
}

export interface EmbeddedOptions {
  /** The cluster is in its `postgres` folder. */
  dataFolder: string;
  onProgress: (line: string) => void;
  /** No durability: tests only. */
  isDisposable?: boolean;
}

const DATABASE = "stet";
const START_DEADLINE_MS = 60_000;
const PATIENCE_MS = 5_000;

/**
 * A PostgreSQL server in the data folder: created, started, or joined where another process already runs it. The
 * server belongs to no process, so neither Ctrl-C nor SIGKILL of Node tears it; when it vanishes while somebody is
 * here, it is started again.
 *
 * @throws OperatorError where the platform has no binaries or the folder cannot be used.
 */
export async function openEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const account = chooseServerAccount();
  const place = choosePlace({
    dataFolder: resolve(options.dataFolder),
    native: findPostgresBinaries(),
    account,
    onProgress: options.onProgress,
  });
  const cluster: Cluster = {
    data: join(place.folder, "data"),
    place,
    account,
    isDisposable: options.isDisposable ?? false,
  };
  await initialise(cluster, options.onProgress);

  let isClosed = false;
  let presence: Presence | undefined;
  let reviving = Promise.resolve();
  const joinServer = async () => {
    presence = await startOrJoin(cluster, options.onProgress, () => {
      if (isClosed) return;
      options.onProgress("The embedded PostgreSQL is gone; starting it again");
      reviving = joinServer().catch((error: unknown) => {
        options.onProgress(`It cannot be started again: ${(error as Error).message}`);
      });
    });
  };
  await joinServer();
  await ensureDatabase(urlOf(cluster, "postgres"));
  const leave = async () => {
    isClosed = true;
    await reviving;
    if (await presence?.leave()) await stop(cluster);
  };
  let leaving: Promise<void> | undefined;
  return { url: urlOf(cluster, DATABASE), close: () => (leaving ??= leave()) };
}

async function startOrJoin(
  cluster: Cluster,
  onProgress: (line: string) => void,
  onLost: () => void,
): Promise<Presence> {
  const begun = Date.now();
  let failure: unknown;
  while (Date.now() - begun < START_DEADLINE_MS) {
    try {
      if (!runningServer(cluster)) {
        onProgress("Starting PostgreSQL");
        await start(cluster);
      }
      const presence = await enter(urlOf(cluster, "postgres"), onLost);
      if (presence) return presence;
      failure = new Error("another process is stopping it");
    } catch (error) {
      // Another process may be starting or stopping it, or a killed one's children may still be leaving: what lasts
      // longer than that is a failure.
      if (error instanceof ProgramError && Date.now() - begun > PATIENCE_MS) throw error;
      failure = error;
    }
    await sleep(200);
  }
  throw new OperatorError(
    `The embedded PostgreSQL in ${cluster.data} does not answer: ${(failure as Error).message}`,
    "Look into postgres.log beside it, or set DATABASE_URL to a server of your own.",
  );
}

function urlOf(cluster: Cluster, database: string): string {
  const server = runningServer(cluster);
  if (!server) throw new Error(`PostgreSQL in ${cluster.data} has just stopped.`);
  return connectionUrl(cluster, server, database);
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url, application_name: "stet" });
  await client.connect();
  try {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [
      DATABASE,
    ]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } catch (error) {
    // Two first starts at once: the other one made it.
    if (
      (error as { code?: string }).code !== "42P04" &&
      (error as { code?: string }).code !== "23505"
    )
      throw error;
  } finally {
    await client.end();
  }
}
