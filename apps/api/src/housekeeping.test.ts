import { expect, test } from "vitest";
import { createLog } from "#platform/log/index.js";
import { createPerson } from "#modules/accounts/testing.js";
import { createTestServer } from "#testing/index.js";
import { keepHouse } from "./housekeeping.js";

test("expired sessions and old answers go, the others stay", async () => {
  const server = await createTestServer();
  const { pool, db } = server.database;
  const [kept, expired] = [
    await createPerson(server.accounts),
    await createPerson(server.accounts),
  ];
  await pool.query(
    "update account_session set expires_at = now() - interval '1 second' where user_id = (select user_id from person where id = $1)",
    [expired.personId],
  );
  for (const [key, age] of [
    ["old", "25 hours"],
    ["new", "23 hours"],
  ]) {
    await pool.query(
      `insert into idempotency (person_id, key, request_hash, result, created_at) values ($1, $2, '', '{}', now() - $3::interval)`,
      [kept.personId, key, age],
    );
  }
  await keepHouse({ db, log: createLog({ level: "silent" }) })();
  expect(
    (await pool.query("select person.id from account_session join person using (user_id)")).rows,
  ).toEqual([{ id: kept.personId }]);
  expect((await pool.query("select key from idempotency")).rows).toEqual([{ key: "new" }]);
  await server.close();
});
