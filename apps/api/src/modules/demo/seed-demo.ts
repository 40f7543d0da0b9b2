import { inTransaction } from "#platform/database/index.js";
import type { Site } from "../../context.js";
import type { Accounts } from "../accounts/index.js";
import {
  demoAccountLines,
  demoAccountsFile,
  hasDemoAccounts,
  writeDemoAccounts,
} from "./demo-accounts.js";
import { readDemoContent } from "./demo-content.js";
import { findDemoState, isInstanceEmpty, lockSeeding, storeDemoState } from "./demo.repository.js";
import { seedMedia } from "./seed-media.js";
import { seedPages } from "./seed-pages.js";
import { seedPeople } from "./seed-people.js";
import { seedSpaces } from "./seed-spaces.js";

export interface SeedDemoOptions {
  accounts: Accounts;
  dataDir: string;
  site: Site;
}

/**
 * Fills an empty instance with the demo site, once: all of it in one transaction, so that a start that is interrupted
 * begins anew. An instance in which anybody has made anything is left alone.
 *
 * @returns lines for the operator: the demo accounts with their passwords at the first start, later where they are.
 */
export async function seedDemo({ accounts, dataDir, site }: SeedDemoOptions): Promise<string[]> {
  const known = await findDemoState(accounts.db);
  if (known === "SEEDED") return whereAccountsAre(dataDir);
  if (!(await isInstanceEmpty(accounts.db, known))) return [];
  const content = await readDemoContent();
  return inTransaction(accounts.db, async (tx) => {
    await lockSeeding(tx);
    // Two processes that start together: the second finds it done.
    const state = await findDemoState(tx);
    if (state === "SEEDED") return whereAccountsAre(dataDir);
    if (!(await isInstanceEmpty(tx, state))) return [];
    const spaces = await seedSpaces(tx, content.spaces);
    const people = await seedPeople(tx, accounts.settings, content.people, spaces);
    // Before the pages: their HTML says how large the pictures are.
    await seedMedia(tx, { content, spaces, people: people.ids, dataDir });
    const count = await seedPages(tx, {
      content,
      spaces,
      people: people.ids,
      locales: site.locales,
    });
    await storeDemoState(tx, "SEEDED");
    // Before the commit: passwords that nobody can read would be worse than a file without accounts.
    await writeDemoAccounts(dataDir, people.accounts);
    return [
      `Made the demo site: ${content.spaces.length} spaces, ${content.pages.length} pages, ${count} revisions.`,
      `Accounts to sign in with (kept in ${demoAccountsFile(dataDir)}):`,
      ...demoAccountLines(people.accounts).map((line) => `  ${line}`),
    ];
  });
}

/**
 * For starts without demo (`STET_DEMO=0`): once somebody has an account, a later start with other settings must not
 * fill what was meant to be theirs.
 */
export async function declineDemo({ accounts }: Pick<SeedDemoOptions, "accounts">): Promise<void> {
  await storeDemoState(accounts.db, "DECLINED");
}

function whereAccountsAre(dataDir: string): string[] {
  return hasDemoAccounts(dataDir) ? [`Demo accounts: see ${demoAccountsFile(dataDir)}`] : [];
}
