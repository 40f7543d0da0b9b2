import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { capture } from "../running/command.mjs";
import { ExpectedFailure } from "../running/failure.mjs";
import { step } from "../running/progress.mjs";
import { commandFile, node } from "../running/project.mjs";

const commands = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
];
const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * The program of a Chromium that runs: the machine's, else Playwright's own, else one that is fetched now.
 *
 * @returns {Promise<string>}
 */
export async function ensureBrowser() {
  const chosen = process.env["STET_CHROMIUM"] || process.env["CHROME_PATH"];
  if (chosen) {
    if (await runs(chosen)) return chosen;
    throw new ExpectedFailure(
      `The browser ${chosen} does not run.`,
      "STET_CHROMIUM (or CHROME_PATH) must name the program of a Chromium or Chrome.",
    );
  }
  return (await findBrowser()) ?? step("Fetching Chromium for the tests (once)", fetchBrowser);
}

async function findBrowser() {
  const onPath = (process.env["PATH"] ?? "")
    .split(delimiter)
    .flatMap((folder) => commands.map((name) => join(folder, name)));
  for (const candidate of [...onPath, ...places, await playwrightsOwn()]) {
    if (existsSync(candidate) && (await runs(candidate))) return candidate;
  }
  return undefined;
}

/** Each way to get one, the gentlest first; a later one is tried when the browser still does not run. */
async function fetchBrowser() {
  const isRoot = process.getuid?.() === 0;
  const playwright = commandFile("@playwright/test", "playwright");
  /** @type {[command: string, ...args: string[]][]} */
  const ways = [
    [node(), playwright, "install", "chromium"],
    ...(isRoot
      ? [/** @type {[string, ...string[]]} */ ([node(), playwright, "install-deps", "chromium"])]
      : []),
    ...(isRoot && existsSync("/usr/bin/apt-get")
      ? [
          /** @type {[string, ...string[]]} */ ([
            "sh",
            "-c",
            "apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -qy chromium",
          ]),
        ]
      : []),
  ];
  let said = "";
  for (const [command, ...args] of ways) {
    said += (await capture(command, args, { timeout: 300_000 })).output;
    const found = await findBrowser();
    if (found) return found;
  }
  throw new ExpectedFailure(
    "There is no Chromium for the browser tests, and none could be fetched.",
    [
      "Install Chromium or Chrome, or set STET_CHROMIUM to its program; then run npm test again.",
      "Without a browser, single parts can be tested: npm test -- packages apps/api",
      ...said
        .trim()
        .split("\n")
        .filter((line) => !/^\s+at /.test(line))
        .slice(-8),
    ].join("\n"),
  );
}

async function playwrightsOwn() {
  const { chromium } = await import("@playwright/test");
  return chromium.executablePath();
}

/**
 * Some systems have a stub that only explains how to install the browser.
 *
 * @param {string} program
 */
async function runs(program) {
  if (!existsSync(program)) return false;
  const { code, output } = await capture(program, ["--version"], { timeout: 20_000 });
  return code === 0 && /chrom/i.test(output);
}
