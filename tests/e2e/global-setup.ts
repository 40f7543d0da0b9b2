import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { request } from "@playwright/test";
import { startInstance } from "./instance.js";

const roles = ["admin", "reviewer", "writer", "reader"] as const;
export type Role = (typeof roles)[number];

/** Starts the server once for all journeys and signs everybody in, so that a test begins where it is about. */
// oxlint-disable-next-line import/no-default-export -- Playwright asks for it.
export default async function globalSetup(): Promise<() => Promise<void>> {
  const instance = await startInstance();
  const folder = mkdtempSync(join(tmpdir(), "stet-e2e-state-"));
  process.env["STET_E2E_URL"] = instance.url;
  process.env["STET_E2E_STATE"] = folder;
  writeFileSync(join(folder, "accounts.json"), JSON.stringify([...instance.accounts]));
  for (const role of roles) {
    const email = `${role}@example.org`;
    const context = await request.newContext({ baseURL: instance.url });
    const answer = await context.post("/-/sign-in", {
      form: { email, password: instance.accounts.get(email) ?? "" },
      headers: { origin: instance.url },
      maxRedirects: 0,
    });
    if (answer.status() !== 303 || answer.headers()["location"]?.includes("error")) {
      throw new Error(
        `Signing in as ${email} failed: ${answer.status()} ${answer.headers()["location"]}`,
      );
    }
    await context.storageState({ path: join(folder, `${role}.json`) });
    await context.dispose();
  }
  return async () => {
    await instance.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
