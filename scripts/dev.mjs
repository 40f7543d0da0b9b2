import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { runTogether } from "./developing/together.mjs";
import { ExpectedFailure, runScript } from "./running/failure.mjs";
import { note } from "./running/progress.mjs";
import { commandFile, environment, inProject, node, readJson } from "./running/project.mjs";
import { makeReady } from "./setup/ready.mjs";

/** Decorators are the API's dialect; their registry must be there before any module that has some. */
const decorated = [
  "--tsconfig",
  inProject("apps/api/tsconfig.json"),
  "--import",
  "reflect-metadata",
];

const inWeb = { cwd: inProject("apps/web"), isQuiet: true };

/** `npm run dev`: the server from its sources, restarted when they change, over a web app that is rebuilt when it changes. */
await runScript(async () => {
  await makeReady(["web", "api"]);
  const keeper = await keepDatabaseOpen();
  try {
    note("Watching apps/api, apps/web and packages; Enter restarts the server, Ctrl+C ends.");
    return await runTogether([
      {
        name: "web, in the browser",
        command: vite("build", "--watch", "--emptyOutDir=false"),
        ...inWeb,
      },
      {
        name: "web, on the server",
        command: vite("build", "--ssr", "--watch", "--emptyOutDir=false"),
        ...inWeb,
      },
      {
        name: "api",
        command: [
          node(),
          commandFile("tsx"),
          "watch",
          ...rebuiltWeb(),
          ...decorated,
          inProject("apps/api/src/main.ts"),
        ],
      },
    ]);
  } finally {
    // tsx ends a moment before the server that it stops, and whoever leaves last closes the database.
    await sleep(1_000);
    keeper.kill("SIGTERM");
    if (keeper.exitCode === null) await once(keeper, "exit");
  }
});

/** @param {string[]} args */
function vite(...args) {
  const own = inProject("apps/web/node_modules/vite/package.json");
  const file = existsSync(own)
    ? inProject(`apps/web/node_modules/vite/${readJson(own).bin.vite}`)
    : commandFile("vite");
  return [node(), file, ...args, "--logLevel=warn"];
}

/** The server reads the web app once; when that is built anew, it starts anew. */
function rebuiltWeb() {
  return ["server/server.js", "client/manifest.json"].flatMap((file) => [
    "--include",
    inProject(`apps/web/dist/${file}`),
  ]);
}

async function keepDatabaseOpen() {
  const keeper = spawn(
    node(),
    [commandFile("tsx"), ...decorated, inProject("scripts/developing/keep-database.ts")],
    { env: environment(), stdio: ["ignore", "pipe", "inherit"] },
  );
  const opened = once(keeper.stdout, "data").then(() => true);
  if (!(await Promise.race([opened, once(keeper, "exit").then(() => false)]))) {
    throw new ExpectedFailure("The database could not be opened; the reason is above.");
  }
  return keeper;
}
