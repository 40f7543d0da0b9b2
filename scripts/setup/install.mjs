import { accessSync, constants, existsSync, mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { runQuietly } from "../running/command.mjs";
import { ExpectedFailure } from "../running/failure.mjs";
import { step } from "../running/progress.mjs";
import { environment, inProject, pathOutsideProject, projectNode } from "../running/project.mjs";
import { isInstalled, rememberInstall } from "./installed.mjs";

/** Installs what is missing, exactly as the lockfile says, and never changes the lockfile. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  const isFirst = !existsSync(inProject("node_modules"));
  await step(
    isFirst ? "Installing packages (a minute or two, once)" : "Updating packages",
    install,
  );
  if (!projectNode() && Number(process.versions.node.split(".")[0]) < 24) {
    throw new ExpectedFailure(
      "npm installed everything but Node 24, which one package brings by its install script.",
      "Allow it once with: npm rebuild node --ignore-scripts=false\nOr install Node 24 yourself.",
    );
  }
  rememberInstall();
}

async function install() {
  await runQuietly(
    "npm could not install the packages",
    "npm",
    [
      "install",
      "--no-save",
      "--no-audit",
      "--no-fund",
      "--include=dev",
      "--loglevel=error",
      ...cacheArguments(),
    ],
    {
      env: environment({ PATH: pathOutsideProject(), NODE_ENV: "development" }),
      advice:
        "Check the network (npm ping), then run the same command again: it goes on where it stopped.",
    },
  );
}

/** An account without a home folder has no place for npm's cache. */
function cacheArguments() {
  const usual = process.env["npm_config_cache"] ?? join(homedir(), ".npm");
  try {
    mkdirSync(usual, { recursive: true });
    accessSync(usual, constants.W_OK);
    return [];
  } catch {
    return ["--cache", inProject(".turbo/npm-cache")];
  }
}
