import { runQuietly } from "../running/command.mjs";
import { stepIfLong } from "../running/progress.mjs";
import { commandFile, node } from "../running/project.mjs";

/**
 * Builds the apps whose sources changed; turbo knows by the content of the files, and puts back what was deleted or
 * touched in dist.
 *
 * @param {readonly string[]} apps  names of folders in apps/
 */
export async function ensureBuilt(apps) {
  const filters = apps.map((app) => `--filter=@stet/${app}`);
  const options = ["--output-logs=errors-only", "--log-order=grouped"];
  await stepIfLong("Building what changed", () =>
    runQuietly("The build failed", node(), [
      commandFile("turbo"),
      "run",
      "build",
      ...filters,
      ...options,
    ]),
  );
}
