/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @type {Counts} */
export const none = Object.freeze({ passed: 0, failed: 0, skipped: 0 });

/** @param {readonly Counts[]} all */
export function add(...all) {
  return all.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    none,
  );
}

/**
 * @typedef {{ status: string, assertionResults: readonly unknown[] }} VitestFile
 * @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: readonly VitestFile[] }} VitestReport
 */

/**
 * Counts from Vitest's JSON report. A file that could not even be loaded has no tests in it; it counts as one failure.
 *
 * @param {VitestReport} report
 * @returns {Counts}
 */
export function countVitest(report) {
  const broken = report.testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some(hasFailed),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** @param {unknown} test */
const hasFailed = (test) => /** @type {{ status: string }} */ (test).status === "failed";

/**
 * @typedef {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number },
 *   errors: readonly { message?: string }[] }} PlaywrightReport
 */

/**
 * Counts from Playwright's JSON report. What passed only at a second try has passed; what went wrong outside of any test
 * (a file that does not load, a server that does not start) is a failure each.
 *
 * @param {PlaywrightReport} report
 * @returns {Counts}
 */
export function countPlaywright({ stats, errors }) {
  // Said besides when no file could be loaded.
  const causes = errors.filter(
    ({ message = "" }) => errors.length === 1 || !message.includes("No tests found"),
  );
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + causes.length,
    skipped: stats.skipped,
  };
}

/**
 * A runner that fails although every test passed (an unhandled rejection, a crash) is a failure too; so is one without a
 * report.
 *
 * @param {number} exitCode
 * @param {Counts | undefined} counts
 * @returns {Counts}
 */
export function withOutcome(exitCode, counts) {
  if (counts && (exitCode === 0 || counts.failed > 0)) return counts;
  return add(counts ?? none, { passed: 0, failed: exitCode === 0 ? 0 : 1, skipped: 0 });
}

/** @param {Counts} counts */
export function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
