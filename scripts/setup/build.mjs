import { capture, runQuietly } from "../running/command.mjs";
import { step } from "../running/progress.mjs";
import { commandFile, node } from "../running/project.mjs";

/**
 * Builds the apps whose sources changed; turbo knows by the content of the files.
 *
 * @param {readonly string[]} apps  names of folders in apps/
 */
export async function ensureBuilt(apps) {
  const filters = apps.map((app) => `--filter=@stet/${app}`);
  const turbo = [commandFile("turbo"), "run", "build", ...filters];
  const plan = await capture(node(), [...turbo, "--dry=json"]);
  const stale = plan.code === 0 ? staleTasks(plan.output) : apps;
  const build = () =>
    runQuietly("The build failed", node(), [
      ...turbo,
      "--output-logs=errors-only",
      "--log-order=grouped",
    ]);
  // Also when nothing is stale: turbo puts back what was deleted or touched in dist.
  if (stale.length === 0) await build();
  else await step(`Building ${stale.join(", ")}`, build);
}

/** @param {string} plan */
function staleTasks(plan) {
  /** @type {{ package: string, command: string, cache: { status: string } }[]} */
  const tasks = JSON.parse(plan.slice(plan.indexOf("{"))).tasks;
  return tasks
    .filter(({ command, cache }) => command !== "<NONEXISTENT>" && cache.status !== "HIT")
    .map((task) => task.package.replace("@stet/", ""));
}
