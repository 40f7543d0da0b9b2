import { randomBytes } from "node:crypto";
import { link, mkdir, readFile, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { OperatorError } from "#platform/errors.js";

/**
 * The secret that signs cookies: `STET_SECRET`, or one made once and kept in the data folder, readable by its owner
 * only. It is not in the database, so that a copy of the database is not a set of keys.
 */
export async function loadSecret(
  dataDir: string,
  fromEnvironment: string | undefined,
): Promise<string> {
  if (fromEnvironment) {
    if (fromEnvironment.length >= 32) return fromEnvironment;
    throw new OperatorError(
      "STET_SECRET is too short.",
      "Give it at least 32 random characters, e.g. openssl rand -hex 32.",
    );
  }
  const file = join(dataDir, "secret");
  const known = await readIfThere(file);
  if (known !== undefined && known.length >= 32) return known;
  if (known !== undefined) {
    throw new OperatorError(
      `${file} does not hold a secret.`,
      "Delete it to get a new one; everybody will have to sign in again.",
    );
  }
  await mkdir(dataDir, { recursive: true });
  // Written whole before it gets its name: another process that starts now must not read half of it.
  const draft = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  await writeFile(draft, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600, flag: "wx" });
  try {
    await link(draft, file);
  } catch (error) {
    // Another process was faster; its secret is the secret.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    await unlink(draft);
  }
  return loadSecret(dataDir, undefined);
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return (await readFile(file, "utf8")).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
