import { spawnSync } from "node:child_process";
import { userInfo } from "node:os";
import { OperatorError } from "#platform/errors.js";

/** Whom PostgreSQL runs as; `undefined` means: as ourselves. */
export type ServerAccount = { uid: number; gid: number; name: string } | undefined;

/** PostgreSQL refuses to run as root, so root lends it an unprivileged account, made when the system has none. */
export function chooseServerAccount(): ServerAccount {
  if (process.platform === "win32" || userInfo().uid !== 0) return undefined;
  const account = findAccount("stet") ?? findAccount("postgres") ?? createAccount("stet");
  if (account) return account;
  throw new OperatorError(
    "PostgreSQL does not run as root, and no unprivileged user could be created for it.",
    "Start Stet as an ordinary user, create a user named stet, or set DATABASE_URL.",
  );
}

function findAccount(name: string): ServerAccount {
  const uid = Number(idOf("-u", name));
  const gid = Number(idOf("-g", name));
  return uid > 0 && gid >= 0 ? { uid, gid, name } : undefined;
}

function idOf(flag: "-u" | "-g", name: string): string {
  const { status, stdout } = spawnSync("id", [flag, name], { encoding: "utf8" });
  return status === 0 ? stdout.trim() : "NaN";
}

function createAccount(name: string): ServerAccount {
  const useradd = ["--system", "--user-group", "--no-create-home", "--shell", "/bin/false", name];
  const adduser = ["-S", "-D", "-H", "-s", "/bin/false", name];
  for (const [command, args] of [
    ["useradd", useradd],
    ["adduser", adduser],
  ] as const) {
    if (spawnSync(command, args, { stdio: "ignore" }).status === 0) return findAccount(name);
  }
  return undefined;
}

/** Whether `account` can enter `folder`: asked of the kernel, because mode bits are not the whole story. */
export function canEnter(account: ServerAccount, folder: string): boolean {
  if (!account) return true;
  const { status } = spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], {
    cwd: "/",
    uid: account.uid,
    gid: account.gid,
    stdio: "ignore",
  });
  return status === 0;
}
