import { spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { createInterface } from "node:readline";
import { projectRoot } from "@stet/api";
import { join } from "node:path";

const MAIN = join(projectRoot, "apps/api/dist/main.js");
const START_DEADLINE_MS = 60_000;

export const ADMIN = { email: "ada@example.org", password: "correct horse battery" };

/** A server as an operator runs it: its own process, a real port. */
export interface RunningStet {
  url: string;
  lines: string[];
  /** As the power would: nothing gets to finish. */
  kill(): Promise<void>;
  /** As Ctrl-C does. */
  stop(): Promise<void>;
}

export interface StartOptions {
  env?: Record<string, string>;
  /** Another user than the one that runs the tests. */
  account?: { uid: number; gid: number };
}

export async function startStet(dataDir: string, options: StartOptions = {}): Promise<RunningStet> {
  const port = await freePort();
  const child = launch(dataDir, { ...options, env: { PORT: String(port), ...options.env } });
  const lines: string[] = [];
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await ended;
  };
  try {
    await whenReady(child, lines);
  } catch (error) {
    await end("SIGKILL");
    throw error;
  }
  return {
    url: `http://127.0.0.1:${port}`,
    lines,
    kill: () => end("SIGKILL"),
    stop: () => end("SIGTERM"),
  };
}

/** For starts that are meant to fail: what was printed, and the exit code. */
export async function startInVain(
  dataDir: string,
  options: StartOptions = {},
): Promise<{ code: number | null; output: string }> {
  const child = launch(dataDir, options);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  }
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, output };
}

function launch(dataDir: string, { env, account }: StartOptions): ChildProcess {
  if (!existsSync(MAIN)) {
    throw new Error("apps/api is not built. Run `npm run build` first; `npm test` does.");
  }
  return spawn(process.execPath, [MAIN], {
    stdio: ["ignore", "pipe", "pipe"],
    ...account,
    env: {
      PATH: process.env["PATH"],
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      STET_DATA_DIR: dataDir,
      STET_DEMO: "0",
      STET_LOG_LEVEL: "error",
      STET_ADMIN_EMAIL: ADMIN.email,
      STET_ADMIN_PASSWORD: ADMIN.password,
      ...env,
    },
  });
}

function whenReady(child: ChildProcess, lines: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string) => reject(new Error(`${reason}\n${lines.join("\n")}`));
    const timer = setTimeout(() => fail("Stet did not start in time."), START_DEADLINE_MS);
    child.once("exit", (code, signal) => fail(`Stet ended with ${code ?? signal}.`));
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on("line", (line) => {
        lines.push(line);
        if (!line.includes("Stet is ready")) return;
        clearTimeout(timer);
        resolve();
      });
    }
  });
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
