import { requireNode } from "./setup/node-version.mjs";

/** `npm start`: installs and builds what is missing or stale, then serves everything on one port. */
requireNode();
const { runScript } = await import("./running/failure.mjs");
const { makeReady } = await import("./setup/ready.mjs");
const { serve } = await import("./setup/serve.mjs");

await runScript(async () => {
  await makeReady(["web", "api"]);
  return serve();
});
