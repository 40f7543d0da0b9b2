import type { Tx } from "#platform/database/index.js";
import { newUuid } from "#platform/ids.js";
import { appendChanges } from "../changes/index.js";
import { insertSpace, type Space } from "../spaces/index.js";
import type { DemoSite } from "./demo-content.js";

/** By key. */
export async function seedSpaces(
  tx: Tx,
  spaces: DemoSite["spaces"],
): Promise<ReadonlyMap<string, Space>> {
  const made = new Map<string, Space>();
  for (const { visibility, ...space } of spaces) {
    const inserted = await insertSpace(tx, {
      ...space,
      id: newUuid(),
      visibility: visibility === "public" ? "PUBLIC" : "MEMBERS",
      createdAt: new Date(),
    });
    if (!inserted) throw new Error(`There is a space ${space.key} already.`);
    made.set(space.key, inserted);
    await appendChanges(tx, [{ type: "space.created", spaceId: inserted.id }]);
  }
  return made;
}
