import { setTimeout as sleep } from "node:timers/promises";

const worthALine = 700;

const seconds = (/** @type {number} */ since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/**
 * One line a step: what is being done, then how long it took.
 *
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const since = Date.now();
  const { stderr } = process;
  stderr.write(`› ${title} …`);
  const clock = stderr.isTTY
    ? setInterval(() => stderr.write(`\r› ${title} … ${seconds(since)}`), 1000)
    : undefined;
  try {
    const result = await work();
    stderr.write(`${stderr.isTTY ? `\r› ${title} …` : ""} ${seconds(since)}\n`);
    return result;
  } catch (error) {
    stderr.write(" failed\n");
    throw error;
  } finally {
    clearInterval(clock);
  }
}

/**
 * The same, but silent about work that turns out to be done already.
 *
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function stepIfLong(title, work) {
  const working = work();
  const isLong = await Promise.race([
    working.then(
      () => false,
      () => false,
    ),
    sleep(worthALine, true),
  ]);
  return isLong ? step(title, () => working) : working;
}

/** A result. @param {string} line */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** What is going on, beside the results. @param {string} line */
export function note(line) {
  process.stderr.write(`› ${line}\n`);
}
