import { spawn } from "node:child_process";
import { once } from "node:events";
import { environment, root } from "../running/project.mjs";

/**
 * Runs commands side by side. When one ends, or this process is asked to stop, all are stopped.
 *
 * @param {readonly { name: string, command: readonly string[], cwd?: string, isQuiet?: boolean }[]} commands
 * @returns {Promise<number>} the exit code of the first that ended
 */
export async function runTogether(commands) {
  const children = commands.map(({ command: [program = "", ...args], cwd = root, isQuiet }) =>
    spawn(program, args, {
      cwd,
      env: environment(),
      stdio: [isQuiet ? "ignore" : "inherit", isQuiet ? "ignore" : "inherit", "inherit"],
    }),
  );
  const ends = children.map(async (child, index) => {
    const [code] = await once(child, "exit");
    return { code: /** @type {number | null} */ (code) ?? 0, name: commands[index]?.name };
  });
  const stop = () => {
    for (const child of children) if (child.exitCode === null) child.kill("SIGTERM");
  };
  let isAsked = false;
  const ask = () => {
    isAsked = true;
    stop();
  };
  process.once("SIGINT", ask).once("SIGTERM", ask);
  const first = await Promise.race(ends);
  if (!isAsked) process.stderr.write(`› "${first.name}" ended; stopping the rest.\n`);
  stop();
  await Promise.all(ends);
  return isAsked ? 0 : first.code || 1;
}
