import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase } from "#testing/index.js";
import type { Accounts } from "./accounts.service.js";
import { cookieHeader, createPerson } from "./testing.js";
import { AccountsWorld } from "./testing-world.js";

let world: AccountsWorld;
let accounts: Accounts;
let database: AccountsWorld["database"];

beforeAll(async () => {
  world = new AccountsWorld(await createTestDatabase());
  ({ accounts, database } = world);
});
afterAll(() => world.close());

describe("Accounts.signIn", () => {
  it("starts a new session and ends the browser's old one", async () => {
    const person = await createPerson(accounts);
    const cookie = await world.signIn(person, person.cookie);
    expect(cookie).not.toBe(person.cookie);
    expect(await world.whoIs(cookie)).toBe(person.personId);
    expect(await world.whoIs(person.cookie)).toBeUndefined();
  });

  it("sweeps sessions that have expired, and only those", async () => {
    const [old, fresh, person] = await Promise.all([1, 2, 3].map(() => createPerson(accounts)));
    const expire =
      "update account_session set expires_at = now() - interval '1 second' where user_id = $1";
    const userOf = "select user_id from person where id = $1";
    const { rows } = await database.pool.query(userOf, [old!.personId]);
    await database.pool.query(expire, [rows[0].user_id]);
    await world.signIn(person!);
    const left = await database.pool.query("select from account_session where user_id = $1", [
      rows[0].user_id,
    ]);
    expect(left.rows).toHaveLength(0);
    expect(await world.whoIs(fresh!.cookie)).toBe(fresh!.personId);
  });

  it("does not take over a session id that was planted before", async () => {
    const attacker = await createPerson(accounts);
    const victim = await createPerson(accounts);
    const planted = attacker.cookie;
    const cookie = await world.signIn(victim, planted);
    expect(cookie).not.toBe(planted);
    expect(await world.whoIs(planted)).toBeUndefined();
    expect(await world.whoIs(cookie)).toBe(victim.personId);
  });

  it.each(["wrong password", ""])("refuses the password %j", async (password) => {
    const { email } = await createPerson(accounts);
    await expect(accounts.signIn({ email, password }, world.sender())).rejects.toMatchObject({
      code: "INVALID_CREDENTIALS",
    });
  });

  it("says the same of an account that does not exist", async () => {
    const given = { email: "nobody@example.org", password: "whatever it is" };
    await expect(accounts.signIn(given, world.sender())).rejects.toMatchObject({
      code: "INVALID_CREDENTIALS",
    });
  });

  it("tries exactly five of twenty attempts made at the same moment", async () => {
    const { email } = await createPerson(accounts);
    const from = world.sender();
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, () => accounts.signIn({ email, password: "guess" }, from)),
    );
    const codes = results.map((result) =>
      result.status === "rejected" ? (result.reason as { code: string }).code : "in",
    );
    expect(codes.filter((code) => code === "INVALID_CREDENTIALS")).toHaveLength(5);
    expect(codes.filter((code) => code === "RATE_LIMITED")).toHaveLength(15);
  });

  it("lets twenty right passwords in that come at the same moment", async () => {
    const person = await createPerson(accounts);
    const from = world.sender();
    const cookies = await Promise.all(
      Array.from({ length: 20 }, async () => cookieHeader(await accounts.signIn(person, from))),
    );
    expect(new Set(cookies).size).toBe(20);
    expect(await world.whoIs(cookies[19] ?? "")).toBe(person.personId);
  });

  it("refuses the right password, too, once the limit is reached", async () => {
    const person = await createPerson(accounts);
    const from = world.sender();
    for (let i = 0; i < 5; i += 1) {
      await expect(
        accounts.signIn({ email: person.email, password: "guess" }, from),
      ).rejects.toMatchObject({ code: "INVALID_CREDENTIALS" });
    }
    await expect(accounts.signIn(person, from)).rejects.toMatchObject({ code: "RATE_LIMITED" });
    // From elsewhere the owner still gets in.
    expect(await world.whoIs(await world.signIn(person))).toBe(person.personId);
  });

  it("stops guessing one password from many networks", async () => {
    const { email } = await createPerson(accounts);
    const codes: string[] = [];
    for (let i = 0; i < 22; i += 1) {
      await accounts
        .signIn({ email, password: "guess" }, world.sender())
        .catch((error: { code: string }) => codes.push(error.code));
    }
    expect(codes.slice(0, 20)).toEqual(Array(20).fill("INVALID_CREDENTIALS"));
    expect(codes.slice(20)).toEqual(["RATE_LIMITED", "RATE_LIMITED"]);
  });

  it("does not count what succeeds", async () => {
    const person = await createPerson(accounts);
    const from = world.sender();
    for (let i = 0; i < 8; i += 1) await accounts.signIn(person, from);
    expect(await world.whoIs(cookieHeader(await accounts.signIn(person, from)))).toBe(
      person.personId,
    );
  });
});

describe("Accounts.changePassword", () => {
  it("wants the current one, ends all other sessions, and goes on under a new id", async () => {
    const person = await createPerson(accounts);
    const other = await world.signIn(person);
    const wrong = { current: "not it at all", next: "a new password" };
    await expect(accounts.changePassword(wrong, world.sender(person.cookie))).rejects.toMatchObject(
      {
        code: "WRONG_PASSWORD",
      },
    );
    const change = { current: person.password, next: "a new password" };
    const cookie = cookieHeader(await accounts.changePassword(change, world.sender(person.cookie)));
    expect(await world.whoIs(cookie)).toBe(person.personId);
    expect(await world.whoIs(person.cookie)).toBeUndefined();
    expect(await world.whoIs(other)).toBeUndefined();
    await expect(accounts.signIn(person, world.sender())).rejects.toMatchObject({
      code: "INVALID_CREDENTIALS",
    });
    await accounts.signIn({ email: person.email, password: "a new password" }, world.sender());
  });

  it("is no way to guess the password with a stolen session", async () => {
    const person = await createPerson(accounts);
    const from = world.sender(person.cookie);
    const guess = { current: "a guess", next: "a new password" };
    for (let i = 0; i < 5; i += 1) {
      await expect(accounts.changePassword(guess, from)).rejects.toMatchObject({
        code: "WRONG_PASSWORD",
      });
    }
    await expect(accounts.changePassword(guess, from)).rejects.toMatchObject({
      code: "RATE_LIMITED",
    });
  });

  it("refuses strangers and weak passwords", async () => {
    const change = { current: "whatever it is", next: "a new password" };
    await expect(accounts.changePassword(change, world.sender())).rejects.toMatchObject({
      code: "UNAUTHENTICATED",
    });
    const person = await createPerson(accounts);
    await expect(
      accounts.changePassword(
        { current: person.password, next: "short" },
        world.sender(person.cookie),
      ),
    ).rejects.toMatchObject({ code: "PASSWORD_TOO_SHORT" });
  });
});
