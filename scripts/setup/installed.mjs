import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { inProject, projectNode, readJson, workspaces } from "../running/project.mjs";

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean } & Record<string, unknown>} Locked */

const marker = () => inProject("node_modules/.stet-install");

/** Whether node_modules is what the lockfile and the manifests ask for. */
export function isInstalled() {
  if (!projectNode() && Number(process.versions.node.split(".")[0]) < 24) return false;
  const wanted = fingerprint();
  if (existsSync(marker()) && readFileSync(marker(), "utf8") === wanted) return true;
  if (!npmInstalledEverything()) return false;
  // Somebody ran npm install or npm ci; that is as good.
  writeFileSync(marker(), wanted);
  return true;
}

export function rememberInstall() {
  writeFileSync(marker(), fingerprint());
}

function fingerprint() {
  const hash = createHash("sha256").update(`${process.platform} ${process.arch}\n`);
  const files = [
    "package.json",
    "package-lock.json",
    ".npmrc",
    ...workspaces().map((folder) => `${folder}/package.json`),
  ];
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(inProject(file)));
  return hash.digest("hex");
}

/** npm writes node_modules/.package-lock.json when an installation is complete. */
function npmInstalledEverything() {
  const record = inProject("node_modules/.package-lock.json");
  if (!existsSync(record)) return false;
  /** @type {Record<string, Locked>} */
  const installed = readJson(record).packages;
  /** @type {Record<string, Locked>} */
  const locked = readJson(inProject("package-lock.json")).packages;
  return (
    staleManifests(locked).length === 0 &&
    Object.entries(locked).every(([path, wanted]) => {
      if (path === "") return true;
      const found = installed[path];
      if (!found) return wanted.optional === true;
      return found.version === wanted.version && found.integrity === wanted.integrity;
    })
  );
}

const dependencyLists = [
  "dependencies",
  "devDependencies",
  "optionalDependencies",
  "peerDependencies",
];

/**
 * The manifests that ask for something else than the lockfile has.
 *
 * @param {Record<string, Record<string, unknown>>} locked  the lockfile's `packages`
 * @returns {string[]}
 */
export function staleManifests(locked) {
  return ["", ...workspaces()].filter((folder) => {
    const manifest = readJson(inProject(folder === "" ? "package.json" : `${folder}/package.json`));
    const entry = locked[folder] ?? {};
    return dependencyLists.some((list) => sorted(manifest[list]) !== sorted(entry[list]));
  });
}

/** @param {unknown} dependencies */
function sorted(dependencies) {
  return JSON.stringify(Object.entries(dependencies ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)));
}
