import { existsSync } from "node:fs";
import { commandFile, inProject, node, workspaces } from "../running/project.mjs";

/**
 * @typedef {object} Check
 * @property {string} name
 * @property {readonly string[]} command
 * @property {string} advice  what to do when it fails
 * @property {boolean} [needsBuild]
 */

/**
 * All checks, the quick ones first.
 *
 * @returns {Check[]}
 */
export function allChecks() {
  const fix = "npm run fix mends what can be mended by a machine.";
  return [
    { name: "format", command: byNode("oxfmt", "oxfmt", "--check"), advice: fix },
    { name: "lint", command: byNode("oxlint", "oxlint"), advice: fix },
    ...typeChecks(),
    {
      name: "dead code",
      command: byNode("knip", "knip", "--no-progress", "--no-config-hints"),
      advice: "Delete it, or use it.",
    },
    {
      name: "generated files",
      command: [node(), inProject("scripts/generate.mjs"), "--check"],
      advice: "Run npm run generate and commit what it changes.",
    },
    {
      name: "tests",
      command: byNode("vitest", "vitest", "run", "--reporter=dot"),
      advice: "npm test -- PATH runs those of one folder.",
      needsBuild: true,
    },
  ];
}

/** @returns {Check[]} */
function typeChecks() {
  return [...workspaces(), "scripts"]
    .filter((folder) => existsSync(inProject(`${folder}/tsconfig.json`)))
    .map((folder) => ({
      name: `types of ${folder}`,
      command: byNode("typescript", "tsc", "-p", inProject(folder)),
      advice: `npx tsc -p ${folder}`,
    }));
}

/**
 * @param {string} packageName
 * @param {string} command
 * @param {string[]} args
 */
function byNode(packageName, command, ...args) {
  return [node(), commandFile(packageName, command), ...args];
}
