import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  closeSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OperatorError } from "#platform/errors.js";
import type { ServerAccount } from "./account.js";
import { executable } from "./binaries.js";
import type { Place } from "./place.js";
import { disarmStalePidFile, findRunningServer, type RunningServer } from "./server-process.js";

/** A PostgreSQL data directory and the programs that create, start and stop a server on it. */
export interface Cluster {
  data: string;
  place: Place;
  account: ServerAccount;
  /** Trades durability for speed: for tests, whose data is worth nothing. */
  isDisposable: boolean;
}

const PORT = 5432;
const SUPERUSER = "stet";
/** The kernel's limit for a socket's address is 108 bytes (104 on macOS), its name included. */
const LONGEST_SOCKET_FOLDER = 80;
const LOG_LIMIT = 8 * 1024 * 1024;

/** Creates the cluster unless it exists. Interrupted or raced, it leaves either a complete cluster or none. */
export async function initialise(
  cluster: Cluster,
  onProgress: (line: string) => void,
): Promise<void> {
  if (existsSync(join(cluster.data, "PG_VERSION"))) return refuseOtherVersion(cluster);
  onProgress("Creating the database");
  const unfinished = `${cluster.data}.new-${unique()}`;
  const passwordFile = join(cluster.place.folder, `password.new-${unique()}`);
  writeOwned(cluster, passwordFile, randomBytes(24).toString("base64url"));
  await run(cluster, "initdb", [
    `--pgdata=${unfinished}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    // PostgreSQL's own collation: no upgrade of the system's ICU or libc changes the order under an index.
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    "--data-checksums",
    ...(cluster.isDisposable ? ["--no-sync"] : []),
  ]);
  // The password moves into the cluster first, so that both appear in one rename.
  renameSync(passwordFile, join(unfinished, "stet-password"));
  try {
    renameSync(unfinished, cluster.data);
  } catch (error) {
    if (!existsSync(join(cluster.data, "PG_VERSION"))) throw error;
    rmSync(unfinished, { recursive: true });
  }
}

function refuseOtherVersion(cluster: Cluster): void {
  const found = readFileSync(join(cluster.data, "PG_VERSION"), "utf8").trim();
  if (found === "18") return;
  throw new OperatorError(
    `The database in ${cluster.data} was made by PostgreSQL ${found}; this version of Stet brings PostgreSQL 18.`,
    "Make a backup with the version of Stet that created it and restore it here.",
  );
}

/** Starts a server that outlives this process, and returns when it accepts connections. */
export async function start(cluster: Cluster): Promise<void> {
  disarmStalePidFile(cluster.data);
  const socketFolder = process.platform === "win32" ? "" : makeSocketFolder(cluster);
  const port = process.platform === "win32" ? await freePort() : PORT;
  writeOwned(
    cluster,
    join(cluster.data, "postgresql.conf"),
    serverSettings(cluster, socketFolder, port),
  );
  const log = join(cluster.place.folder, "postgres.log");
  if (existsSync(log) && statSync(log).size > LOG_LIMIT) renameSync(log, `${log}.1`);
  await run(cluster, "pg_ctl", ["start", "-w", "-t", "60", "-s", "-D", cluster.data, "-l", log]);
}

/** Ends the server in order; connections still open are cut. */
export async function stop(cluster: Cluster): Promise<void> {
  await run(cluster, "pg_ctl", ["stop", "-w", "-t", "60", "-s", "-m", "fast", "-D", cluster.data]);
}

export function connectionUrl(cluster: Cluster, server: RunningServer, database: string): string {
  const password = readFileSync(join(cluster.data, "stet-password"), "utf8").trim();
  const socket =
    server.socketFolder === "" ? "" : `&host=${encodeURIComponent(server.socketFolder)}`;
  return `postgresql://${SUPERUSER}:${password}@127.0.0.1:${server.port}/${database}?${socket.slice(1)}`;
}

export function runningServer(cluster: Cluster): RunningServer | undefined {
  return findRunningServer(cluster.data);
}

function serverSettings(cluster: Cluster, socketFolder: string, port: number): string {
  const settings: Record<string, string | number> = {
    listen_addresses: process.platform === "win32" ? "127.0.0.1" : "",
    port,
    unix_socket_directories: socketFolder,
    unix_socket_permissions: "0700",
    max_connections: 100,
    shared_buffers: "128MB",
    work_mem: "16MB",
    maintenance_work_mem: "128MB",
    max_wal_size: "1GB",
    random_page_cost: 1.1,
    jit: "off",
    timezone: "UTC",
    log_timezone: "UTC",
    lc_messages: "C",
    default_text_search_config: "pg_catalog.simple",
    log_min_messages: "warning",
    fsync: cluster.isDisposable ? "off" : "on",
    synchronous_commit: cluster.isDisposable ? "off" : "on",
    full_page_writes: cluster.isDisposable ? "off" : "on",
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'`);
  return [
    "# Written by Stet at each start; changes are lost. Use DATABASE_URL for a server of your own.",
    ...lines,
    "",
  ].join("\n");
}

function makeSocketFolder(cluster: Cluster): string {
  const near = cluster.place.folder;
  if (Buffer.byteLength(near) <= LONGEST_SOCKET_FOLDER) return near;
  const name = `stet-${createHash("sha256").update(near).digest("hex").slice(0, 16)}`;
  const folder = join(tmpdir(), name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (cluster.account) chownSync(folder, cluster.account.uid, cluster.account.gid);
  return folder;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

function writeOwned(cluster: Cluster, file: string, text: string): void {
  writeFileSync(file, text, { mode: 0o600 });
  if (cluster.account) chownSync(file, cluster.account.uid, cluster.account.gid);
}

function run(
  cluster: Cluster,
  program: "initdb" | "pg_ctl",
  args: readonly string[],
): Promise<void> {
  const { account, place } = cluster;
  // The server inherits what pg_ctl gets; a pipe would keep this process waiting for as long as the server runs.
  const outputFile = join(place.folder, `${program}-${unique()}.log`);
  const output = openSync(outputFile, "w", 0o600);
  return new Promise((resolve, reject) => {
    const child = spawn(executable(place.native, program), args, {
      cwd: place.folder,
      stdio: ["ignore", output, output],
      env: { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC", ...windowsEnvironment() },
      ...(account && { uid: account.uid, gid: account.gid }),
      windowsHide: true,
    });
    const finish = (failure: string | undefined) => {
      closeSync(output);
      const text = readFileSync(outputFile, "utf8").trim();
      rmSync(outputFile);
      if (failure === undefined) resolve();
      else reject(new ProgramError(program, `${failure}${text && `: ${text}`}`, logTail(place)));
    };
    child.once("error", (error) => finish(error.message));
    child.once("exit", (code, signal) =>
      finish(code === 0 ? undefined : `ended with ${code ?? signal}`),
    );
  });
}

/** For a file beside those of other processes, and of other calls in this one. */
function unique(): string {
  return `${process.pid}-${randomBytes(4).toString("hex")}`;
}

function windowsEnvironment(): Record<string, string> {
  if (process.platform !== "win32") return {};
  return { SystemRoot: "C:\\Windows", PATH: "C:\\Windows\\System32" };
}

function logTail(place: Place): string {
  const log = join(place.folder, "postgres.log");
  return existsSync(log) ? readFileSync(log, "utf8").trim().split("\n").slice(-5).join("\n") : "";
}

/** One of PostgreSQL's programs failed; `log` has the server's last words. */
export class ProgramError extends OperatorError {
  constructor(
    program: string,
    problem: string,
    readonly log: string,
  ) {
    super(
      `The embedded PostgreSQL does not work here: ${program} ${problem}${log && `\n${log}`}`,
      "Set DATABASE_URL to a PostgreSQL server (15 or newer) to do without it.",
    );
  }
}
