import { withLock } from "../running/lock.mjs";
import { note } from "../running/progress.mjs";
import { ensureBuilt } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";

/**
 * Everything a script needs before it can begin: packages installed, these apps built. One process of the checkout at a
 * time does it; the others wait and find it done.
 *
 * @param {readonly string[]} apps
 */
export async function makeReady(apps) {
  await withLock(
    "setup",
    async () => {
      await ensureInstalled();
      if (apps.length > 0) await ensureBuilt(apps);
    },
    () => note("Waiting for another command that is preparing this checkout …"),
  );
}
