import { requestLoader } from "../contract/index.js";
import { findPeople } from "./people.repository.js";
import { toPerson, type PersonType } from "./person.type.js";

/** People by the UUID of their row. */
export const personLoader = requestLoader<string, PersonType>(async (ctx, ids) => {
  const rows = await findPeople(ctx.db, ids);
  return new Map(rows.map((row) => [row.id, toPerson(row)]));
});
