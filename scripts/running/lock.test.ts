import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { inProject, node } from "./project.mjs";

const lock = JSON.stringify(inProject("scripts/running/lock.mjs"));

/** A process that takes the lock and then runs `body`. */
const program = (name: string, body: string) => [
  "--input-type=module",
  "--eval",
  `import { appendFileSync } from "node:fs";
   import { setTimeout as sleep } from "node:timers/promises";
   const { withLock } = await import(${lock});
   await withLock(${JSON.stringify(name)}, async () => { ${body} });`,
];

test("one process of many works at a time", async () => {
  const folder = mkdtempSync(join(tmpdir(), "stet-lock-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "log");
  writeFileSync(file, "");
  const work = `appendFileSync(${JSON.stringify(file)}, "begin\\n"); await sleep(40);
    appendFileSync(${JSON.stringify(file)}, "end\\n");`;
  const all = Array.from({ length: 4 }, () =>
    promisify(execFile)(node(), program(`test-${process.pid}`, work)),
  );
  await Promise.all(all);
  expect(readFileSync(file, "utf8")).toBe("begin\nend\n".repeat(4));
});

test("a killed process leaves nothing to wait for", async () => {
  const name = `test-killed-${process.pid}`;
  const holder = spawn(node(), program(name, `process.stdout.write("held"); await sleep(60_000);`));
  await once(holder.stdout, "data");
  const next = promisify(execFile)(node(), program(name, `process.stdout.write("mine");`));
  holder.kill("SIGKILL");
  expect((await next).stdout).toBe("mine");
});
