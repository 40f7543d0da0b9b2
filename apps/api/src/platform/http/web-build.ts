import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { OperatorError } from "#platform/errors.js";
import { readJson } from "./static-files.js";
import type { WebApp } from "./web.js";

/** The built web app: what renders, and what browsers load. */
export interface WebBuild extends WebApp {
  clientFolder: string;
  assets: unknown;
}

/** @throws OperatorError when it was never built. */
export async function loadWebBuild(folder: string): Promise<WebBuild> {
  const server = join(folder, "dist/server/server.js");
  const clientFolder = join(folder, "dist/client");
  if (!existsSync(server)) {
    throw new OperatorError(
      "The web app is not built.",
      "Run `npm run build`, or start with `npm start`, which does.",
    );
  }
  const app = (await import(pathToFileURL(server).href)) as WebApp;
  return {
    renderRoute: app.renderRoute,
    clientFolder,
    assets: readJson(join(clientFolder, "manifest.json")),
  };
}
