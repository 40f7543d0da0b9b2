import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { loadSecret } from "./secret.js";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "stet-secret-"));
  return () => rm(folder, { recursive: true });
});

describe("loadSecret", () => {
  it("makes one secret, keeps it, and lets nobody else read it", async () => {
    const secrets = await Promise.all(
      Array.from({ length: 5 }, () => loadSecret(join(folder, "data"), undefined)),
    );
    expect(new Set(secrets).size).toBe(1);
    expect(secrets[0]).toMatch(/^[0-9a-f]{64}$/);
    expect((await stat(join(folder, "data/secret"))).mode & 0o777).toBe(0o600);
  });

  it("prefers the environment's and refuses a short one", async () => {
    const given = "an environment secret of 32 characters or more";
    expect(await loadSecret(folder, given)).toBe(given);
    await expect(loadSecret(folder, "short")).rejects.toThrow(/too short/);
  });

  it("does not sign with an empty file", async () => {
    await writeFile(join(folder, "secret"), "");
    await expect(loadSecret(folder, undefined)).rejects.toThrow(/does not hold a secret/);
  });
});
