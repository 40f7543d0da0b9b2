import { randomBytes } from "node:crypto";
import type { InstanceRole, SpaceRole } from "#platform/database/index.js";
import type { Accounts } from "./accounts.service.js";
import { createAccount } from "./account-creation.js";

export interface TestPerson {
  personId: string;
  name: string;
  email: string;
  password: string;
  /** For the `Cookie` header. */
  cookie: string;
}

/** A person with an account and a session, made by the same code as everybody's; roles by space UUID. */
export async function createPerson(
  accounts: Accounts,
  options: { name?: string; role?: InstanceRole; spaceRoles?: Record<string, SpaceRole> } = {},
): Promise<TestPerson> {
  const unique = randomBytes(6).toString("hex");
  const person = {
    name: options.name ?? `Person ${unique}`,
    email: `${unique}@example.org`,
    password: `secret of ${unique}`,
  };
  const { personId, cookies } = await createAccount(accounts.db, accounts.settings, person, {
    role: options.role ?? "MEMBER",
  });
  const roles = Object.entries(options.spaceRoles ?? {});
  if (roles.length > 0) {
    const rows = roles.map(([spaceId, role]) => ({ space_id: spaceId, person_id: personId, role }));
    await accounts.db.insertInto("space_role").values(rows).execute();
  }
  return { personId, ...person, cookie: cookieHeader(cookies) };
}

/** What a browser would send back after these `Set-Cookie` headers. */
export function cookieHeader(setCookies: readonly string[]): string {
  return setCookies.map((cookie) => cookie.split(";")[0]).join("; ");
}
