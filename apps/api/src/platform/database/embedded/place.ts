import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { OperatorError } from "#platform/errors.js";
import { canEnter, type ServerAccount } from "./account.js";

/** Where the cluster and its binaries are: both within reach of the account that runs PostgreSQL. */
export interface Place {
  folder: string;
  native: string;
}

/**
 * The cluster lives in `<dataFolder>/postgres`. Where root's PostgreSQL account cannot get there (a checkout below
 * /root, say), it lives in /var/lib instead; a note in the data folder then says where.
 */
export function choosePlace(options: {
  dataFolder: string;
  native: string;
  account: ServerAccount;
  onProgress: (line: string) => void;
}): Place {
  const { dataFolder, account } = options;
  makeFolder(dataFolder, account);
  const folder = reachableFolder(options);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account) chownSync(folder, account.uid, account.gid);
  return { folder, native: reachableBinaries(options.native, folder, account) };
}

function makeFolder(folder: string, account: ServerAccount): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // Others may pass through to their own folders inside, but not look around.
    if (account) chmodSync(folder, 0o711);
  } catch (error) {
    throw new OperatorError(
      `The data folder ${folder} cannot be created: ${(error as Error).message}`,
      "Set STET_DATA_DIR to a folder that this user may write to.",
    );
  }
}

function reachableFolder(options: Parameters<typeof choosePlace>[0]): string {
  const { dataFolder, account, onProgress } = options;
  const inside = join(dataFolder, "postgres");
  const note = join(dataFolder, "postgres-is-at");
  if (existsSync(note)) return readFileSync(note, "utf8").trim();
  if (existsSync(join(inside, "data")) || canEnter(account, dataFolder)) return inside;
  const name = `stet-${createHash("sha256").update(dataFolder).digest("hex").slice(0, 12)}`;
  const elsewhere = join("/var/lib", name);
  try {
    mkdirSync(elsewhere, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new OperatorError(
      `PostgreSQL runs as "${account?.name}", which may not enter ${dataFolder}; ${elsewhere} cannot be created either (${(error as Error).message}).`,
      "Set STET_DATA_DIR to a folder outside /root, or start Stet as an ordinary user.",
    );
  }
  writeFileSync(note, `${elsewhere}\n`);
  onProgress(
    `PostgreSQL's user "${account?.name}" may not enter ${dataFolder}; its data is in ${elsewhere}`,
  );
  return elsewhere;
}

function reachableBinaries(native: string, folder: string, account: ServerAccount): string {
  if (canEnter(account, join(native, "bin"))) return native;
  const copy = join(folder, `binaries-${basename(dirname(native))}-${versionOf(native)}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    chmodSync(unfinished, 0o755);
    if (existsSync(copy)) rmSync(unfinished, { recursive: true });
    else renameSync(unfinished, copy);
  }
  return copy;
}

function versionOf(native: string): string {
  const manifest = readFileSync(join(dirname(native), "package.json"), "utf8");
  return (JSON.parse(manifest) as { version: string }).version;
}
