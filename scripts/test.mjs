import { requireNode } from "./setup/node-version.mjs";

/**
 * `npm test [-- PATH …]`: every test, or those below the paths. The last line of the output counts them, whatever
 * happened before.
 */
requireNode();
const { ExpectedFailure, runScript } = await import("./running/failure.mjs");
const { ensureBrowser } = await import("./setup/browser.mjs");
const { makeReady } = await import("./setup/ready.mjs");
const { add, none, summary } = await import("./testing/counts.mjs");
const { runPlaywright, runVitest } = await import("./testing/runners.mjs");
const { selectTests } = await import("./testing/selection.mjs");

let counts = none;

let isStopped = false;
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => (isStopped = true));

async function runTests() {
  const { vitest, playwright, needsBuild } = selectTests(process.argv.slice(2));
  await makeReady(needsBuild ? ["web", "api", "cli"] : []);
  // Fetched before the first test; without one, everything else is tested all the same.
  const browser = playwright ? ensureBrowser() : undefined;
  await browser?.catch(() => {});
  const env = { STET_CHROMIUM: undefined, NODE_ENV: undefined };
  if (vitest) counts = add(counts, await runVitest(vitest, { env }));
  if (playwright && !isStopped) {
    const CHROME_PATH = await browser;
    counts = add(counts, await runPlaywright(playwright, { env: { ...env, CHROME_PATH } }));
  }
  if (counts.passed + counts.failed === 0) {
    throw new ExpectedFailure(
      "No test ran.",
      "A path must be one of the checkout: npm test -- packages/history",
    );
  }
}

await runScript(async () => {
  await runTests();
  return counts.failed > 0 || isStopped ? 1 : 0;
});
// A failure before the first test still ends in counts.
if (process.exitCode !== 0 && counts.failed === 0)
  counts = add(counts, { passed: 0, failed: 1, skipped: 0 });
process.stdout.write(`\n${summary(counts)}\n`);
