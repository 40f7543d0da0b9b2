import { requireNode } from "./setup/node-version.mjs";

/** `npm run stet -- …`: the command-line program. Relative paths are taken from where npm was called. */
requireNode();
const { run } = await import("./running/command.mjs");
const { runScript } = await import("./running/failure.mjs");
const { inProject, node } = await import("./running/project.mjs");
const { makeReady } = await import("./setup/ready.mjs");

await runScript(async () => {
  const args = process.argv.slice(2);
  await makeReady(["cli"]);
  return run(node(), [inProject("apps/cli/dist/main.js"), ...args], {
    cwd: process.env["INIT_CWD"] ?? process.cwd(),
  });
});
