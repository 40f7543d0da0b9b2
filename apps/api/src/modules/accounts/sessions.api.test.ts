import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase } from "#testing/index.js";
import { Accounts, ANONYMOUS } from "./accounts.service.js";
import { createAuth, type AuthSettings } from "./auth.js";
import { createPerson } from "./testing.js";
import { AccountsWorld } from "./testing-world.js";

let world: AccountsWorld;
let accounts: Accounts;
let elsewhere: Accounts;
let database: AccountsWorld["database"];
let settings: AuthSettings;

beforeAll(async () => {
  world = new AccountsWorld(await createTestDatabase());
  ({ accounts, elsewhere, database, settings } = world);
});
afterAll(() => world.close());

describe("Accounts.loadViewer", () => {
  it("pays nothing for anonymous requests and one statement for a session", async () => {
    const person = await createPerson(accounts);
    const before = database.statementCount();
    expect(await accounts.loadViewer({})).toBe(ANONYMOUS);
    expect(await accounts.loadViewer({ cookie: "theme=dark" })).toBe(ANONYMOUS);
    expect(await accounts.loadViewer({ cookie: "stet.session_token=made.up" })).toBe(ANONYMOUS);
    expect(database.statementCount() - before).toBe(0);
    await Promise.all([world.whoIs(person.cookie), world.whoIs(person.cookie)]);
    await world.whoIs(person.cookie);
    expect(database.statementCount() - before).toBe(1);
  });

  it("knows the roles", async () => {
    const spaceId = "0196aaaa-0000-7000-8000-00000000000a";
    await database.db
      .insertInto("space")
      .values({
        id: spaceId,
        key: "roles",
        name: "Roles",
        visibility: "MEMBERS",
        default_locale: "en",
      })
      .execute();
    const person = await createPerson(accounts, {
      role: "ADMIN",
      spaceRoles: { [spaceId]: "REVIEWER" },
    });
    const viewer = await accounts.loadViewer({ cookie: person.cookie });
    expect(viewer.person?.role).toBe("ADMIN");
    expect([...viewer.spaceRoles]).toEqual([[spaceId, "REVIEWER"]]);
  });

  it("refuses a cookie with any one character changed", async () => {
    const { cookie, personId } = await createPerson(accounts);
    const start = cookie.indexOf("=") + 1;
    for (let at = start; at < cookie.length; at += 1) {
      const changed = cookie[at] === "A" ? "B" : "A";
      const tampered = cookie.slice(0, at) + changed + cookie.slice(at + 1);
      expect(await world.whoIs(tampered)).toBeUndefined();
    }
    expect(await world.whoIs(cookie)).toBe(personId);
  });

  it("refuses a cookie signed with another secret", async () => {
    const other = new Accounts({
      database,
      settings: { ...settings, secret: "another secret of at least 32 characters" },
      isSignUpEnabled: true,
    });
    const { cookie } = await createPerson(other);
    expect(await world.whoIs(cookie)).toBeUndefined();
    expect(await world.whoIs(cookie, other)).toBeDefined();
  });

  it("agrees with the library about a valid and an expired session", async () => {
    const { cookie, personId } = await createPerson(accounts);
    const auth = createAuth(database.db, settings);
    const headers = new Headers({ cookie });
    expect((await auth.api.getSession({ headers }))?.user.email).toBeDefined();
    expect(await world.whoIs(cookie)).toBe(personId);
    await database.db
      .updateTable("account_session")
      .set({ expires_at: new Date(Date.now() - 1000) })
      .where("user_id", "in", (eb) =>
        eb.selectFrom("person").select("user_id").where("id", "=", personId).$castTo<string>(),
      )
      .execute();
    expect(await world.whoIs(cookie, elsewhere)).toBeUndefined();
    expect(await auth.api.getSession({ headers })).toBeNull();
  });
});

describe("ending sessions", () => {
  it("signs out at once", async () => {
    const { cookie } = await createPerson(accounts);
    await world.whoIs(cookie);
    const [expired] = await accounts.signOut(world.sender(cookie));
    expect(expired).toBe("stet.session_token=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax");
    expect(await world.whoIs(cookie)).toBeUndefined();
  });

  it("leaves the other sessions when signing out of one", async () => {
    const person = await createPerson(accounts);
    const second = await world.signIn(person);
    await accounts.signOut(world.sender(second));
    expect(await world.whoIs(person.cookie)).toBe(person.personId);
  });

  it("signs out everywhere at once, and nobody else", async () => {
    const person = await createPerson(accounts);
    const other = await createPerson(accounts);
    const cookies = [person.cookie, await world.signIn(person), await world.signIn(person)];
    for (const cookie of cookies) await world.whoIs(cookie);
    await accounts.signOutEverywhere(world.sender(cookies[1]));
    for (const cookie of cookies) expect(await world.whoIs(cookie)).toBeUndefined();
    expect(await world.whoIs(other.cookie)).toBe(other.personId);
  });

  it("is known to other processes within five seconds", async () => {
    const { cookie, personId } = await createPerson(accounts);
    expect(await world.whoIs(cookie, elsewhere)).toBe(personId);
    await accounts.signOutEverywhere(world.sender(cookie));
    world.fiveSecondsLater();
    expect(await world.whoIs(cookie, elsewhere)).toBeUndefined();
  });
});

describe("disabled and removed accounts", () => {
  const disabled = "update account_user set disabled_at = now() where email = $1";
  const enabled = "update account_user set disabled_at = null where email = $1";

  it("are out within five seconds in every process, and cannot come back", async () => {
    const person = await createPerson(accounts);
    expect(await world.whoIs(person.cookie, elsewhere)).toBe(person.personId);
    await database.pool.query(disabled, [person.email]);
    world.fiveSecondsLater();
    expect(await world.whoIs(person.cookie, elsewhere)).toBeUndefined();
    await expect(accounts.signIn(person, world.sender())).rejects.toMatchObject({
      code: "ACCOUNT_DISABLED",
    });
    const { rows } = await database.pool.query(
      "select from account_session s join person p on p.user_id = s.user_id where p.id = $1",
      [person.personId],
    );
    expect(rows).toHaveLength(1);
    await database.pool.query(enabled, [person.email]);
    expect(await world.whoIs(await world.signIn(person))).toBe(person.personId);
  });

  it("tell only who knows the password that they are disabled", async () => {
    const person = await createPerson(accounts);
    await database.pool.query(disabled, [person.email]);
    await expect(
      accounts.signIn({ email: person.email, password: "guess of it" }, world.sender()),
    ).rejects.toMatchObject({ code: "INVALID_CREDENTIALS" });
  });

  it("leave the person standing when removed", async () => {
    const person = await createPerson(accounts);
    expect(await world.whoIs(person.cookie, elsewhere)).toBe(person.personId);
    await database.pool.query("delete from account_user where email = $1", [person.email]);
    world.fiveSecondsLater();
    expect(await world.whoIs(person.cookie, elsewhere)).toBeUndefined();
    await expect(accounts.signIn(person, world.sender())).rejects.toMatchObject({
      code: "INVALID_CREDENTIALS",
    });
    const row = await database.db
      .selectFrom("person")
      .selectAll()
      .where("id", "=", person.personId)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ name: person.name, user_id: null });
  });
});
