/**
 * What `npm test -- …` asked for. A path below tests/e2e is for Playwright, every other for Vitest; without any path
 * both run. Options go to whichever runs.
 *
 * @param {readonly string[]} args
 */
export function selectTests(args) {
  const paths = args.filter((arg) => !arg.startsWith("-")).map((path) => path.replace(/^\.\//, ""));
  const options = args.filter((arg) => arg.startsWith("-"));
  const isEverything = paths.length === 0;
  const browserPaths = paths.filter((path) => /^tests\/e2e(\/|$)/.test(path));
  const otherPaths = paths.filter((path) => !browserPaths.includes(path));
  return {
    vitest: isEverything || otherPaths.length > 0 ? [...otherPaths, ...options] : undefined,
    playwright: isEverything || browserPaths.length > 0 ? [...browserPaths, ...options] : undefined,
    /** Packages are read as source by everybody; their tests start no server. */
    needsBuild: isEverything || paths.some((path) => !path.startsWith("packages/")),
  };
}
