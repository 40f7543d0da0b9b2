/** Something that may well happen: the person reads what and what to do next, and no stack trace. */
export class ExpectedFailure extends Error {
  /**
   * @param {string} message
   * @param {string} [advice]
   * @param {number} [exitCode]
   */
  constructor(message, advice, exitCode = 1) {
    super(message);
    this.advice = advice;
    this.exitCode = exitCode;
  }
}

/**
 * Runs a script to its end and sets its exit code.
 *
 * @param {() => Promise<number | void>} script  resolves to the exit code; nothing means 0
 */
export async function runScript(script) {
  try {
    process.exitCode = (await script()) ?? 0;
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error;
    process.stderr.write(`\n✗ ${error.message}\n`);
    if (error.advice) process.stderr.write(`  ${error.advice.replaceAll("\n", "\n  ")}\n`);
    process.exitCode = error.exitCode;
  }
}
