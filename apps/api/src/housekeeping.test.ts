import { expect, test } from "vitest";
import { createLog } from "#platform/log/index.js";
import { createPerson } from "#modules/accounts/testing.js";
import { createTestServer } from "#testing/index.js";
import { keepHouse } from "./housekeeping.js";

test("old answers go, the others stay", async () => {
  const server = await createTestServer();
  const { pool, db } = server.database;
  const { personId } = await createPerson(server.accounts);
  for (const [key, age] of [
    ["old", "25 hours"],
    ["new", "23 hours"],
  ]) {
    await pool.query(
      `insert into idempotency (person_id, key, request_hash, result, created_at) values ($1, $2, '', '{}', now() - $3::interval)`,
      [personId, key, age],
    );
  }
  await keepHouse({ db, log: createLog({ level: "silent" }) })();
  expect((await pool.query("select key from idempotency")).rows).toEqual([{ key: "new" }]);
  await server.close();
});
