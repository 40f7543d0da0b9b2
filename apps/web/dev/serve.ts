/** Serves the screens over the fixture: `tsx dev/serve.ts 4173`. */
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { renderRoute } from "../src/server.js";
import { execute } from "./fixture.js";

const dist = join(import.meta.dirname, "../dist/client");
const assets = JSON.parse(readFileSync(join(dist, "manifest.json"), "utf8"));
const types: Record<string, string> = {
  css: "text/css",
  js: "text/javascript",
  svg: "image/svg+xml",
};
createServer(async (req, res) => {
  const url = new URL(req.url ?? "/", "http://localhost");
  if (url.pathname.startsWith("/-/assets/")) {
    try {
      const f = readFileSync(join(dist, url.pathname.slice(10)));
      res
        .writeHead(200, { "content-type": types[url.pathname.split(".").pop() ?? ""] ?? "x" })
        .end(f);
    } catch {
      res.writeHead(404).end();
    }
    return;
  }
  const chunks: Buffer[] = [];
  for await (const c of req) chunks.push(c as Buffer);
  const out = await renderRoute(
    {
      method: req.method as "GET",
      url,
      headers: {},
      form: new URLSearchParams(Buffer.concat(chunks).toString()),
      viewer: url.searchParams.has("anon")
        ? { isSignedIn: false, isAdmin: false }
        : { isSignedIn: true, name: "Ines Moreau", isAdmin: true },
    },
    {
      execute,
      site: { name: "Xen Docs", url: "http://localhost:4173" },
      assets,
      nonce: "n0nce",
      onError: (e) => process.stderr.write(`${(e as Error).stack}\n`),
    },
  );
  res.writeHead(out.status, out.headers).end(out.body);
}).listen(Number(process.argv[2] ?? 4173));
