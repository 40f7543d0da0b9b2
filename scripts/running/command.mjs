import { spawn } from "node:child_process";
import { constants } from "node:os";
import { ExpectedFailure } from "./failure.mjs";
import { environment, root } from "./project.mjs";
import { whenNpmIsGone } from "./starter.mjs";

/** @typedef {{ cwd?: string, env?: NodeJS.ProcessEnv, timeout?: number }} Options */

/**
 * Runs a command with its output shown.
 *
 * Signals that ask to stop are passed on, so that nothing outlives the script; the command decides when it is done.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Options} [options]
 * @returns {Promise<number>} its exit code, as a shell counts it
 */
export async function run(command, args, { cwd = root, env = environment() } = {}) {
  const child = spawn(command, args, { cwd, env, stdio: "inherit" });
  return finished(command, child);
}

/**
 * Runs a command in silence.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Options} [options]
 * @returns {Promise<{ code: number, stdout: string, output: string }>} `output` is everything in the order it came
 */
export async function capture(command, args, { cwd = root, env = environment(), timeout } = {}) {
  const child = spawn(command, args, {
    cwd,
    env,
    stdio: ["ignore", "pipe", "pipe"],
    // npm is a script on Windows, which only a shell can start.
    shell: process.platform === "win32" && command === "npm",
    ...(timeout === undefined ? {} : { timeout }),
  });
  let stdout = "";
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text) => (stdout += text));
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => (output += text));
  }
  const code = await finished(command, child);
  return { code, stdout, output };
}

/**
 * Runs a command in silence and shows what it said only when it fails.
 *
 * @param {string} what  names the step in the failure: "The web app could not be built"
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Options & { advice?: string }} [options]
 */
export async function runQuietly(what, command, args, options = {}) {
  const { code, output } = await capture(command, args, options);
  if (code === 0) return;
  const shown = output.trimEnd().split("\n").slice(-60).join("\n");
  throw new ExpectedFailure(`${what} (exit code ${code}). It said:\n\n${shown}\n`, options.advice);
}

/**
 * @param {string} command
 * @param {import("node:child_process").ChildProcess} child
 * @param {(signal: NodeJS.Signals) => void} [passOn]  what to do when this process is asked to stop
 * @returns {Promise<number>}
 */
export function finished(command, child, passOn = (signal) => forward(child, signal)) {
  const signals = /** @type {const} */ (["SIGINT", "SIGTERM"]);
  for (const signal of signals) process.on(signal, passOn);
  const stopWatching = whenNpmIsGone(() => passOn("SIGTERM"));
  return new Promise((resolve, reject) => {
    child.once("error", (error) => {
      reject(new ExpectedFailure(`"${command}" could not be started: ${error.message}`));
    });
    // "close" waits for the last output; without any to wait for it may never come after a disconnect.
    child.once(child.stdout ? "close" : "exit", (code, signal) => {
      resolve(
        code ?? 128 + (signal ? constants.signals[/** @type {NodeJS.Signals} */ (signal)] : 0),
      );
    });
  }).finally(() => {
    stopWatching();
    for (const signal of signals) process.off(signal, passOn);
  });
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function forward(child, signal) {
  // Ctrl-C reaches everybody at the terminal already, and many programs take a second one for impatience.
  if (signal === "SIGINT" && process.stdin.isTTY) return;
  child.kill(signal);
}
