import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A file of the checkout, by its path with slashes. @param {string} path */
export const inProject = (path) => join(root, ...path.split("/"));

/** @param {string} path */
export const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));

/**
 * The folders of all workspaces as the root package.json names them, with slashes: `apps/api`.
 *
 * @returns {string[]}
 */
export function workspaces() {
  return readJson(inProject("package.json")).workspaces.flatMap((/** @type {string} */ pattern) => {
    const parent = pattern.replace(/\/\*$/, "");
    return readdirSync(inProject(parent))
      .filter((name) => existsSync(inProject(`${parent}/${name}/package.json`)))
      .map((name) => `${parent}/${name}`)
      .sort();
  });
}

/** The Node that Stet is written for; npm installs it like any other package, so the machine's own may be older. */
export function projectNode() {
  const binary = join(
    root,
    "node_modules",
    "node",
    "bin",
    process.platform === "win32" ? "node.exe" : "node",
  );
  return existsSync(binary) ? binary : undefined;
}

/** The project's Node, or the one that runs this when it is new enough. */
export const node = () => projectNode() ?? process.execPath;

/**
 * The script behind a package's command, to be run by {@link node} rather than by whatever `#!` finds.
 *
 * @param {string} packageName
 * @param {string} [command]
 */
export function commandFile(packageName, command = packageName.replace(/^@.*\//, "")) {
  const folder = join(root, "node_modules", ...packageName.split("/"));
  const { bin } = readJson(join(folder, "package.json"));
  return join(folder, typeof bin === "string" ? bin : bin[command]);
}

/**
 * What child processes see: the installed commands first, and no tool that reports home.
 *
 * @param {NodeJS.ProcessEnv} [additions]
 * @returns {NodeJS.ProcessEnv}
 */
export function environment(additions = {}) {
  const separator = process.platform === "win32" ? ";" : ":";
  return {
    ...process.env,
    PATH: [inProject("node_modules/.bin"), pathOutsideProject()].join(separator),
    TURBO_TELEMETRY_DISABLED: "1",
    TURBO_NO_UPDATE_NOTIFIER: "1",
    ...additions,
  };
}

/** The machine's own commands: npm must not be running on a Node that it is about to replace. */
export function pathOutsideProject() {
  const separator = process.platform === "win32" ? ";" : ":";
  return (process.env["PATH"] ?? "")
    .split(separator)
    .filter((folder) => !folder.startsWith(root + sep))
    .join(separator);
}
