import { run } from "./running/command.mjs";
import { runScript } from "./running/failure.mjs";
import { commandFile, environment, inProject, node } from "./running/project.mjs";
import { makeReady } from "./setup/ready.mjs";

/** `npm run bench -- [name …] [--json]`: ratios against baselines that are measured in the same run. */
await runScript(async () => {
  await makeReady(["web", "api"]);
  // Decorators are the API's dialect, and it is the API's sources that are measured.
  const tsx = [commandFile("tsx"), "--tsconfig", inProject("apps/api/tsconfig.json")];
  return run(node(), [...tsx, inProject("tests/bench/index.ts"), ...process.argv.slice(2)], {
    env: environment({ NODE_ENV: "production" }),
  });
});
