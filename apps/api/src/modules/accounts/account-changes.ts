import { announceChange } from "#platform/changes/index.js";
import type { Tx } from "#platform/database/index.js";

/** What happens to people and their roles; the names are part of the API, like those of the changes module. */
export interface AccountChange {
  type: "person.role" | "person.disabled" | "person.enabled" | "space.role";
  spaceId?: string;
  /** Who did it. */
  personId: string | undefined;
  /** To whom, and the new role if any. */
  data: { personId: string; role?: string | null };
}

/** Appends to the change log inside the transaction that makes the change true; caches move when it commits. */
export async function recordAccountChange(tx: Tx, change: AccountChange): Promise<void> {
  await tx
    .insertInto("change")
    .values({
      type: change.type,
      space_id: change.spaceId ?? null,
      page_id: null,
      revision_id: null,
      person_id: change.personId ?? null,
      data: JSON.stringify(change.data),
    })
    .execute();
  announceChange(tx);
}
