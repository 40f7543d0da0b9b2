const patience = 100;

/**
 * Calls back when npm, which runs this script, is gone. Asked to stop, npm asks the shell between us, and that ends
 * without a word to anybody; the same when npm is killed.
 *
 * @param {() => void} callback
 * @returns {() => void} stops watching
 */
export function whenNpmIsGone(callback) {
  // Started by hand, a script may well outlive its shell.
  if (process.env["npm_lifecycle_event"] === undefined) return () => {};
  const starter = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === starter) return;
    clearInterval(watch);
    callback();
  }, patience).unref();
  return () => clearInterval(watch);
}
