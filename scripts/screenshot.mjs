import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { once } from "node:events";
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ExpectedFailure, runScript } from "./running/failure.mjs";
import { step } from "./running/progress.mjs";
import { environment, inProject, node } from "./running/project.mjs";
import { ensureBrowser } from "./setup/browser.mjs";
import { makeReady } from "./setup/ready.mjs";

/**
 * `node scripts/screenshot.mjs`: the pictures of the documentation, from the demo content, each at twice its size.
 *
 * @type {Record<string, { path: string, colorScheme?: "light" | "dark", width?: number, height?: number }>}
 */
const pictures = {
  guide: { path: "/xen/kronos-on-oneiric" },
};

await runScript(async () => {
  await makeReady(["web", "api"]);
  const { chromium } = await import("@playwright/test");
  const executablePath = await ensureBrowser();
  const folder = mkdtempSync(join(tmpdir(), "stet-pictures-"));
  const server = await step("Starting Stet with its demo content", () => startServer(folder));
  const browser = await chromium.launch({
    executablePath,
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  try {
    mkdirSync(inProject("docs/images"), { recursive: true });
    for (const [
      name,
      { path, colorScheme = "light", width = 1280, height = 800 },
    ] of Object.entries(pictures)) {
      await step(`docs/images/${name}.png`, async () => {
        const page = await browser.newPage({
          viewport: { width, height },
          deviceScaleFactor: 2,
          colorScheme,
        });
        const answer = await page.goto(server.url + path, { waitUntil: "networkidle" });
        if (!answer?.ok()) throw new ExpectedFailure(`${path} answered ${answer?.status()}.`);
        await page.screenshot({ path: inProject(`docs/images/${name}.png`) });
        await page.close();
      });
    }
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** @param {string} dataDir */
async function startServer(dataDir) {
  const port = await freePort();
  const { DATABASE_URL: _, ...inherited } = environment();
  const server = spawn(node(), [inProject("apps/api/dist/main.js")], {
    env: {
      ...inherited,
      NODE_ENV: "production",
      PORT: String(port),
      STET_DATA_DIR: dataDir,
      STET_CHROMIUM: undefined,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [server.stdout, server.stderr])
    stream.on("data", (text) => (output += text));
  while (!output.includes("is ready")) {
    const news = [once(server.stdout, "data"), once(server, "exit")];
    await Promise.race(news);
    if (server.exitCode !== null)
      throw new ExpectedFailure(`The server did not start. It said:\n\n${output}`);
  }
  return {
    url: `http://localhost:${port}`,
    async stop() {
      server.kill("SIGTERM");
      if (server.exitCode === null) await once(server, "exit");
    },
  };
}

async function freePort() {
  const probe = createServer().listen(0);
  await once(probe, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (probe.address());
  probe.close();
  await once(probe, "close");
  return port;
}
