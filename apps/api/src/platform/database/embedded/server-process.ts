import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** What a running server tells in its `postmaster.pid`. */
export interface RunningServer {
  pid: number;
  port: number;
  /** Empty where the server has no socket (Windows). */
  socketFolder: string;
}

/** The server that holds this cluster, alive and ours; `undefined` when none does. */
export function findRunningServer(data: string): RunningServer | undefined {
  const lines = readPidFile(data);
  const pid = Number(lines?.[0]);
  if (!lines || !isServerOf(pid, data)) return undefined;
  return { pid, port: Number(lines[3] ?? 0), socketFolder: lines[4] ?? "" };
}

/**
 * After a crash the number in a left-over `postmaster.pid` may belong to an innocent process by now, and PostgreSQL
 * then refuses to start. We put a number in its place that no process can have. The rest of the file stays, because
 * PostgreSQL looks there for the shared memory of orphaned backends before it dares to start.
 */
export function disarmStalePidFile(data: string): void {
  const lines = readPidFile(data);
  const pid = Number(lines?.[0]);
  if (!lines || !isAlive(pid) || isServerOf(pid, data)) return;
  writeFileSync(
    join(data, "postmaster.pid"),
    [String(IMPOSSIBLE_PID), ...lines.slice(1)].join("\n"),
  );
}

/** Above Linux's highest pid (2^22) and far above that of macOS. */
const IMPOSSIBLE_PID = 2 ** 22 + 7;

function readPidFile(data: string): string[] | undefined {
  const file = join(data, "postmaster.pid");
  return existsSync(file) ? readFileSync(file, "utf8").split("\n") : undefined;
}

export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function isServerOf(pid: number, data: string): boolean {
  if (!isAlive(pid)) return false;
  const command = commandLine(pid);
  // Where processes cannot be looked into, a living pid has to be believed.
  return command === undefined || (command.includes("postgres") && command.includes(data));
}

function commandLine(pid: number): string | undefined {
  if (process.platform === "win32") return undefined;
  if (process.platform === "linux") {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    } catch {
      // It ended between two looks, or /proc is not mounted; `ps` knows either way.
    }
  }
  const { status, stdout } = spawnSync("ps", ["-o", "args=", "-p", String(pid)], {
    encoding: "utf8",
  });
  return status === 0 ? stdout : undefined;
}
