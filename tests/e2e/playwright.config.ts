import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

const chosen = process.env["STET_CHROMIUM"] ?? process.env["CHROME_PATH"] ?? "/usr/bin/chromium";

/** Reader journeys against the built server; `global-setup.ts` starts one with demo content of its own. */
export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  globalSetup: "./global-setup.ts",
  outputDir: "../../test-results/e2e",
  // Two cores, one of them for the server.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env["CI"] !== undefined,
  use: {
    baseURL: process.env["STET_E2E_URL"] ?? "http://localhost:3000",
    locale: "en-GB",
    timezoneId: "UTC",
    trace: "retain-on-failure",
    launchOptions: {
      // Without it Playwright looks for a browser of its own.
      ...(existsSync(chosen) && { executablePath: chosen }),
      args: ["--no-sandbox", "--disable-background-networking"],
    },
  },
});
