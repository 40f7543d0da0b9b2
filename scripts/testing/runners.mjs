import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { capture, run } from "../running/command.mjs";
import { commandFile, environment, inProject, node, readJson } from "../running/project.mjs";
import { countPlaywright, countVitest, withOutcome } from "./counts.mjs";

/**
 * @typedef {import("./counts.mjs").Counts} Counts
 * @typedef {{ config?: string, env?: NodeJS.ProcessEnv, isQuiet?: boolean }} RunOptions
 */

/**
 * @param {readonly string[]} args  paths and options
 * @param {RunOptions} [options]
 */
export function runVitest(args, { config, env = {}, isQuiet } = {}) {
  return withReport(countVitest, (report) => {
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const where = config === undefined ? [] : ["--config", config];
    return runner(isQuiet)(
      node(),
      [commandFile("vitest"), "run", ...where, ...reporters, "--passWithNoTests", ...args],
      {
        env: environment(env),
      },
    );
  });
}

/**
 * @param {readonly string[]} args  paths and options
 * @param {RunOptions} [options]
 */
export function runPlaywright(
  args,
  { config = inProject("tests/e2e/playwright.config.ts"), env = {}, isQuiet } = {},
) {
  return withReport(countPlaywright, (report) =>
    runner(isQuiet)(
      node(),
      [
        commandFile("@playwright/test", "playwright"),
        "test",
        "--config",
        config,
        "--reporter=list,json",
        ...args,
      ],
      {
        env: environment({ ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report }),
      },
    ),
  );
}

/** @param {boolean | undefined} isQuiet @returns {typeof run} */
const runner = (isQuiet) => (isQuiet ? async (...how) => (await capture(...how)).code : run);

/**
 * @param {(report: any) => Counts} count
 * @param {(reportFile: string) => Promise<number>} runTests
 * @returns {Promise<Counts>}
 */
async function withReport(count, runTests) {
  const folder = mkdtempSync(join(tmpdir(), "stet-report-"));
  try {
    const file = join(folder, "report.json");
    const exitCode = await runTests(file);
    return withOutcome(exitCode, existsSync(file) ? count(readJson(file)) : undefined);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
