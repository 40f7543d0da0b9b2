import { inTransaction, type InstanceRole, type Tx } from "#platform/database/index.js";
import { DomainError } from "#platform/errors.js";
import { decodeId } from "#platform/ids.js";
import type { Context } from "../../context.js";
import { requestLoader } from "../contract/index.js";
import { recordAccountChange, type AccountChange } from "./account-changes.js";
import { deleteSessionsOf, setAccountDisabled } from "./accounts.repository.js";
import { requireInstanceAdmin } from "./people.policy.js";
import {
  findAccounts,
  findPeople,
  lockAdministrators,
  setInstanceRole,
  type AccountRow,
  type PersonRow,
} from "./people.repository.js";
import { forgetPersonAfter } from "./viewer-cache.js";

/** Accounts by the UUID of their person; ask `canSeeAccount` first. */
export const accountLoader = requestLoader<string, AccountRow>(async (ctx, ids) => {
  const rows = await findAccounts(ctx.db, ids);
  return new Map(rows.map((row) => [row.personId, row]));
});

/** A role in the whole site. @throws DomainError NOT_FOUND; INVALID_INPUT for the last administrator. */
export async function setPersonRole(
  ctx: Context,
  id: string,
  role: InstanceRole,
): Promise<PersonRow> {
  requireInstanceAdmin(ctx.viewer);
  return changeAccount(ctx, id, "person.role", { role }, async (tx, personId) => {
    if (role !== "ADMIN") await requireAnotherAdministrator(tx, personId);
    await setInstanceRole(tx, personId, role);
  });
}

/** Ends all sessions at once. @throws DomainError NOT_FOUND; INVALID_INPUT for the last administrator. */
export async function setPersonDisabled(
  ctx: Context,
  id: string,
  isDisabled: boolean,
): Promise<PersonRow> {
  requireInstanceAdmin(ctx.viewer);
  return changeAccount(
    ctx,
    id,
    isDisabled ? "person.disabled" : "person.enabled",
    {},
    async (tx, personId) => {
      if (isDisabled) {
        await requireAnotherAdministrator(tx, personId);
        await deleteSessionsOf(tx, personId);
      }
      await setAccountDisabled(tx, personId, isDisabled);
    },
  );
}

async function changeAccount(
  ctx: Context,
  id: string,
  type: AccountChange["type"],
  data: { role?: InstanceRole },
  change: (tx: Tx, personId: string) => Promise<void>,
): Promise<PersonRow> {
  const personId = decodeId("Person", id);
  const account = personId && (await accountLoader(ctx).load(personId));
  if (!account)
    throw new DomainError("NOT_FOUND", "No account has this id.", ["input", "personId"]);
  await inTransaction(ctx.db, async (tx) => {
    await change(tx, personId);
    await recordAccountChange(tx, {
      type,
      personId: ctx.viewer.person?.id,
      data: { ...data, personId },
    });
    forgetPersonAfter(tx, personId);
  });
  accountLoader(ctx).clear(personId);
  const [person] = await findPeople(ctx.db, [personId]);
  if (!person) throw new Error(`Person ${personId} vanished while changed.`);
  return person;
}

/** Without one, nobody could ever undo it. */
async function requireAnotherAdministrator(tx: Tx, personId: string): Promise<void> {
  const administrators = await lockAdministrators(tx);
  if (administrators.some((other) => other !== personId) || !administrators.includes(personId))
    return;
  throw new DomainError(
    "INVALID_INPUT",
    "This is the last administrator. Make somebody else one first.",
    ["input", "personId"],
  );
}
