import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#testing/index.js";
import { migrate, type Migration } from "./migrations.js";

const migration = (name: string, sql: string): Migration => ({
  name,
  sql,
  checksum: `sum of ${sql}`,
});
const one = migration("0001_one.sql", "create table one (id int)");
const two = migration("0002_two.sql", "create table two (id int)");

describe("migrate", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase({ isEmpty: true });
  });
  afterAll(() => database.close());

  test("applies what is pending, once, in order", async () => {
    expect(await migrate(database.url, [one])).toEqual(["0001_one.sql"]);
    expect(await migrate(database.url, [one, two])).toEqual(["0002_two.sql"]);
    expect(await migrate(database.url, [one, two])).toEqual([]);
  });

  test("refuses a database newer than the code", async () => {
    await expect(migrate(database.url, [one])).rejects.toThrow("newer than this version of Stet");
  });

  test("refuses an edited migration", async () => {
    const edited = migration("0001_one.sql", "create table one (id bigint)");
    await expect(migrate(database.url, [edited, two])).rejects.toThrow("was edited after");
  });

  test("refuses a migration that comes late", async () => {
    const late = migration("0001_other.sql", "select 1");
    await expect(migrate(database.url, [one, late, two])).rejects.toThrow(
      "sorts before 0002_two.sql",
    );
  });

  test("rolls a failing migration back and names it", async () => {
    const broken = migration("0003_broken.sql", "create table three (id int); select nonsense");
    await expect(migrate(database.url, [one, two, broken])).rejects.toThrow(
      "0003_broken.sql failed",
    );
    const { rows } = await database.pool.query("select to_regclass('three') as found");
    expect(rows).toEqual([{ found: null }]);
  });

  test("lets several processes migrate at once", async () => {
    const more = [
      one,
      two,
      migration("0003_slow.sql", "create table slow (id int); select pg_sleep(0.2)"),
    ];
    const results = await Promise.all([1, 2, 3].map(() => migrate(database.url, more)));
    expect(results.flat()).toEqual(["0003_slow.sql"]);
  });
});
