import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { inProject, node } from "../running/project.mjs";

interface Starting {
  script: ChildProcess;
  url: string;
  output: () => string;
}

const byScript = [node(), inProject("scripts/start.mjs")];
// As npm does it: a shell between.
const byNpm = ["sh", "-c", `'${node()}' '${inProject("scripts/start.mjs")}'; true`];

/** `npm start` in a data folder of its own and on any free port. */
async function start([program = "", ...args] = byScript): Promise<Starting> {
  const folder = mkdtempSync(join(tmpdir(), "stet-start-"));
  const { DATABASE_URL: _, ...inherited } = process.env;
  const script = spawn(program, args, {
    env: {
      ...inherited,
      STET_DATA_DIR: folder,
      STET_DEMO: "0",
      PORT: "0",
      NODE_ENV: undefined,
      npm_lifecycle_event: "start",
    },
  });
  let output = "";
  for (const stream of [script.stdout, script.stderr]) {
    stream.on("data", (text: Buffer) => (output += text));
  }
  onTestFinished(async () => {
    script.kill("SIGKILL");
    await expect.poll(() => answers(url), { timeout: 20_000 }).toBe(false);
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  });
  let url = "";
  await expect.poll(() => output, { timeout: 90_000, interval: 50 }).toMatch(/Stet is ready: |✗/);
  url = /Stet is ready: (\S+)/.exec(output)?.[1] ?? "";
  expect(url, output).not.toBe("");
  return { script, url, output: () => output };
}

async function answers(url: string): Promise<boolean> {
  if (url === "") return false;
  return fetch(`${url}/-/health`).then(
    (answer) => answer.ok,
    () => false,
  );
}

test(
  "serves, and stops in good order with the script that started it",
  { timeout: 120_000 },
  async () => {
    const { script, url, output } = await start();
    expect(await answers(url)).toBe(true);
    script.kill("SIGTERM");
    const [code] = (await once(script, "exit")) as [number | null];
    expect(code, output()).toBe(0);
    expect(await answers(url)).toBe(false);
  },
);

test("leaves no server behind when the script is killed", { timeout: 120_000 }, async () => {
  const { script, url } = await start();
  script.kill("SIGKILL");
  await expect.poll(() => answers(url), { timeout: 20_000 }).toBe(false);
});

test("stops when npm is asked to, who tells only the shell", { timeout: 120_000 }, async () => {
  const { script, url } = await start(byNpm);
  script.kill("SIGTERM");
  await expect.poll(() => answers(url), { timeout: 20_000 }).toBe(false);
});
