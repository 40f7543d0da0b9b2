import { randomInt } from "node:crypto";
import { chmod, mkdir, rename, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";

export interface DemoAccount {
  name: string;
  email: string;
  password: string;
  /** For people to read. */
  role: string;
}

// Without letters and digits that are taken for one another.
const ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

/** Sixteen letters in four groups: 79 bits, and still to be typed from a screen. */
export function newDemoPassword(): string {
  const group = () =>
    Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
  return [group(), group(), group(), group()].join("-");
}

export function demoAccountsFile(dataDir: string): string {
  return join(dataDir, "demo-accounts.txt");
}

/** Keeps the passwords where only the operator can read them; they are printed once and never again. */
export async function writeDemoAccounts(
  dataDir: string,
  accounts: readonly DemoAccount[],
): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  const file = demoAccountsFile(dataDir);
  const draft = `${file}.new`;
  await writeFile(draft, `${demoAccountLines(accounts).join("\n")}\n`, { mode: 0o600 });
  await chmod(draft, 0o600);
  await rename(draft, file);
}

export function hasDemoAccounts(dataDir: string): boolean {
  return existsSync(demoAccountsFile(dataDir));
}

/** A small table: e-mail, password, who. */
export function demoAccountLines(accounts: readonly DemoAccount[]): string[] {
  const width = Math.max(...accounts.map((account) => account.email.length));
  return accounts.map(
    ({ email, password, name, role }) => `${email.padEnd(width)}  ${password}  ${name}, ${role}`,
  );
}
