import type { IncomingMessage, ServerResponse } from "node:http";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { createServer } from "vite";
import { ASSETS_PATH, ENTRIES, type AssetManifest } from "./app/assets.js";
import type { WebDeps, WebRequest, WebResponse } from "./app/web.js";

export interface DevWeb {
  renderRoute(request: WebRequest, deps: WebDeps): Promise<WebResponse>;
  /** Stands in for the manifest of a build. */
  assets: AssetManifest;
  /** Answers what is below `/-/assets/`; calls `next` for everything else. */
  middleware(
    request: IncomingMessage,
    response: ServerResponse,
    next: (error?: unknown) => void,
  ): void;
  close(): Promise<void>;
}

// Reloading, and React keeping its state over a change of a component.
const clientScripts = `<script type="module">${react.preambleCode.replace("__BASE__", ASSETS_PATH)}</script><script type="module" src="${ASSETS_PATH}@vite/client"></script>`;

/** The web app as its sources stand now: for `npm run dev`, never for production. */
export async function createDevWeb(): Promise<DevWeb> {
  const vite = await createServer({
    root: fileURLToPath(new URL("..", import.meta.url)),
    server: { middlewareMode: true },
  });
  return {
    assets: Object.fromEntries(Object.values(ENTRIES).map((file) => [file, { file }])),
    middleware: (request, response, next) => vite.middlewares(request, response, next),
    close: () => vite.close(),
    async renderRoute(request, deps) {
      const server = (await vite.ssrLoadModule("/src/server.ts")) as Pick<DevWeb, "renderRoute">;
      const answer = await server.renderRoute(request, deps);
      if (
        typeof answer.body !== "string" ||
        !answer.headers["content-type"]?.startsWith("text/html")
      ) {
        return answer;
      }
      const body = answer.body.replace("<head>", `<head>${clientScripts}`);
      // Vite's own client and React's refresh are inline scripts: no policy while developing, and no cache.
      const { "content-security-policy": _policy, ...headers } = answer.headers;
      return { ...answer, headers, body, cache: "private" };
    },
  };
}
