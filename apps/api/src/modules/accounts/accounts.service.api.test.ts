import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase, type Database } from "#platform/database/index.js";
import { createTestDatabase, type TestDatabase } from "#testing/index.js";
import { createAccount } from "./account-creation.js";
import { Accounts, ANONYMOUS, type Sender } from "./accounts.service.js";
import { createAuth, type AuthSettings } from "./auth.js";
import { cookieHeader, createPerson, type TestPerson } from "./testing.js";
import { ViewerCache } from "./viewer-cache.js";

const settings: AuthSettings = {
  secret: "0123456789abcdef0123456789abcdef-test",
  siteUrl: "http://localhost:3000",
};
let database: TestDatabase;
let accounts: Accounts;
/** Another process over the same database. */
let elsewhere: Accounts;
let connectionsElsewhere: Database;
let now = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  accounts = new Accounts({ database, settings, isSignUpEnabled: true });
  connectionsElsewhere = openDatabase({
    url: database.url,
    maxConnections: 2,
    onError: (error) => expect.unreachable(error.message),
  });
  elsewhere = new Accounts({
    database: connectionsElsewhere,
    settings,
    isSignUpEnabled: true,
    viewers: new ViewerCache(() => now),
  });
});
afterAll(async () => {
  await connectionsElsewhere.close();
  await database.close();
});

let lastAddress = 0;
function sender(cookie?: string): Sender {
  return { address: `2001:db8:${(lastAddress += 1).toString(16)}::1`, cookie };
}

async function whoIs(cookie: string, by = accounts): Promise<string | undefined> {
  return (await by.loadViewer({ cookie })).person?.id;
}

async function signInAgain(person: TestPerson, cookie?: string): Promise<string> {
  return cookieHeader(await accounts.signIn(person, sender(cookie)));
}

describe("the tables", () => {
  it("are what the library expects", async () => {
    const context = await createAuth(database.db, settings).$context;
    const check = (context as { explicitSchemaCheck?: () => Promise<void> | undefined })
      .explicitSchemaCheck;
    expect(check).toBeTypeOf("function");
    await check?.();
  });
});

describe("Accounts.signUp", () => {
  it("makes account, person and session in one go", async () => {
    const cookies = await accounts.signUp(
      { name: "  Ada   Lovelace ", email: " Ada@Example.org ", password: "correct horse" },
      sender(),
    );
    const viewer = await accounts.loadViewer({ cookie: cookieHeader(cookies) });
    expect(viewer.person).toMatchObject({
      name: "Ada Lovelace",
      email: "ada@example.org",
      role: "MEMBER",
    });
    expect(cookies).toEqual([
      expect.stringMatching(
        /^stet\.session_token=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
      ),
    ]);
  });

  it("marks the cookie Secure when the site is https", async () => {
    const secure = new Accounts({
      database,
      settings: { ...settings, siteUrl: "https://docs.example.org" },
      isSignUpEnabled: true,
    });
    const [cookie] = await secure.signUp(
      { name: "Sec", email: "secure@example.org", password: "correct horse" },
      sender(),
    );
    expect(cookie).toMatch(/^__Secure-stet\.session_token=.*; HttpOnly; Secure; SameSite=Lax$/);
    expect(await whoIs(cookieHeader([cookie ?? ""]), secure)).toBeDefined();
    // The same session under the name without protection is nobody's.
    expect(
      await whoIs(cookieHeader([(cookie ?? "").replace("__Secure-", "")]), secure),
    ).toBeUndefined();
  });

  it.each([
    [{ name: " " }, "INVALID_NAME"],
    [{ name: "x".repeat(101) }, "INVALID_NAME"],
    [{ name: "evil\u202Eeman" }, "INVALID_NAME"],
    [{ name: "null\u0000" }, "INVALID_NAME"],
    [{ email: "nobody" }, "INVALID_EMAIL"],
    [{ email: "a@b@example.org" }, "INVALID_EMAIL"],
    [{ email: "" }, "INVALID_EMAIL"],
    [{ password: "short" }, "PASSWORD_TOO_SHORT"],
    [{ password: "x".repeat(129) }, "PASSWORD_TOO_LONG"],
  ])("refuses %j with %s and leaves nothing behind", async (fields, code) => {
    const count = async () =>
      database.db
        .selectFrom("person")
        .select((eb) => eb.fn.countAll<string>().as("n"))
        .executeTakeFirstOrThrow();
    const before = await count();
    const account = { name: "Eve", email: "eve@example.org", password: "correct horse", ...fields };
    await expect(accounts.signUp(account, sender())).rejects.toMatchObject({ code });
    expect(await count()).toEqual(before);
  });

  it("gives an e-mail to one of ten who ask at the same moment, in any case", async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) =>
        accounts.signUp(
          {
            name: `Racer ${index}`,
            email: index % 2 ? "racer@example.org" : "RACER@example.org",
            password: "correct horse",
          },
          sender(),
        ),
      ),
    );
    const refused = results.filter((result) => result.status === "rejected");
    expect(refused.map((result) => (result.reason as { code: string }).code)).toEqual(
      Array(9).fill("EMAIL_TAKEN"),
    );
  });

  it("takes no role and no verified e-mail from the fields", async () => {
    const account = { name: "Mallory", email: "mallory@example.org", password: "correct horse" };
    const greedy = { ...account, role: "ADMIN", emailVerified: true, userId: "x", id: "y" };
    const cookie = cookieHeader(await accounts.signUp(greedy, sender()));
    expect((await accounts.loadViewer({ cookie })).person?.role).toBe("MEMBER");
    const user = await database.db
      .selectFrom("account_user")
      .select(["email_verified", "id"])
      .where("email", "=", account.email)
      .executeTakeFirstOrThrow();
    expect(user.email_verified).toBe(false);
    expect(user.id).not.toBe("y");
  });

  it("does not hand over the authorship that an import knows under the same e-mail", async () => {
    const imported = "0196aaaa-0000-7000-8000-000000000001";
    await database.db
      .insertInto("person")
      .values({ id: imported, name: "Old Author", email: "author@example.org", user_id: null })
      .execute();
    const cookie = cookieHeader(
      await accounts.signUp(
        { name: "Not Them", email: "author@example.org", password: "correct horse" },
        sender(),
      ),
    );
    expect(await whoIs(cookie)).not.toBe(imported);
    const author = await database.db
      .selectFrom("person")
      .selectAll()
      .where("id", "=", imported)
      .executeTakeFirstOrThrow();
    expect(author).toMatchObject({ user_id: null, name: "Old Author" });
  });

  it("can be switched off", async () => {
    const closed = new Accounts({ database, settings, isSignUpEnabled: false });
    const account = { name: "Late", email: "late@example.org", password: "correct horse" };
    await expect(closed.signUp(account, sender())).rejects.toMatchObject({
      code: "SIGN_UP_DISABLED",
    });
  });

  it("rolls everything back when the person cannot be written", async () => {
    const account = { name: "Torn", email: "torn@example.org", password: "correct horse" };
    const role = "NOBODY" as "MEMBER";
    await expect(createAccount(database.db, settings, account, { role })).rejects.toThrow(
      /person_role_check/,
    );
    const user = await database.db
      .selectFrom("account_user")
      .select("id")
      .where("email", "=", account.email)
      .executeTakeFirst();
    expect(user).toBeUndefined();
  });
});

describe("Accounts.signIn", () => {
  it("starts a new session and ends the browser's old one", async () => {
    const person = await createPerson(accounts);
    const cookie = await signInAgain(person, person.cookie);
    expect(cookie).not.toBe(person.cookie);
    expect(await whoIs(cookie)).toBe(person.personId);
    expect(await whoIs(person.cookie)).toBeUndefined();
  });

  it("sweeps sessions that have expired, and only those", async () => {
    const [old, fresh, person] = await Promise.all([1, 2, 3].map(() => createPerson(accounts)));
    const expire =
      "update account_session set expires_at = now() - interval '1 second' where user_id = $1";
    const userOf = "select user_id from person where id = $1";
    const { rows } = await database.pool.query(userOf, [old!.personId]);
    await database.pool.query(expire, [rows[0].user_id]);
    await signInAgain(person!);
    const left = await database.pool.query("select from account_session where user_id = $1", [
      rows[0].user_id,
    ]);
    expect(left.rows).toHaveLength(0);
    expect(await whoIs(fresh!.cookie)).toBe(fresh!.personId);
  });

  it("does not take over a session id that was planted before", async () => {
    const attacker = await createPerson(accounts);
    const victim = await createPerson(accounts);
    const planted = attacker.cookie;
    const cookie = await signInAgain(victim, planted);
    expect(cookie).not.toBe(planted);
    expect(await whoIs(planted)).toBeUndefined();
    expect(await whoIs(cookie)).toBe(victim.personId);
  });

  it.each(["wrong password", ""])("refuses the password %j", async (password) => {
    const { email } = await createPerson(accounts);
    await expect(accounts.signIn({ email, password }, sender())).rejects.toMatchObject({
      code: "INVALID_CREDENTIALS",
    });
  });

  it("says the same of an account that does not exist", async () => {
    const given = { email: "nobody@example.org", password: "whatever it is" };
    await expect(accounts.signIn(given, sender())).rejects.toMatchObject({
      code: "INVALID_CREDENTIALS",
    });
  });

  it("tries exactly five of twenty attempts made at the same moment", async () => {
    const { email } = await createPerson(accounts);
    const from = sender();
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
    const from = sender();
    const cookies = await Promise.all(
      Array.from({ length: 20 }, async () => cookieHeader(await accounts.signIn(person, from))),
    );
    expect(new Set(cookies).size).toBe(20);
    expect(await whoIs(cookies[19] ?? "")).toBe(person.personId);
  });

  it("refuses the right password, too, once the limit is reached", async () => {
    const person = await createPerson(accounts);
    const from = sender();
    for (let i = 0; i < 5; i += 1) {
      await expect(
        accounts.signIn({ email: person.email, password: "guess" }, from),
      ).rejects.toMatchObject({ code: "INVALID_CREDENTIALS" });
    }
    await expect(accounts.signIn(person, from)).rejects.toMatchObject({ code: "RATE_LIMITED" });
    // From elsewhere the owner still gets in.
    expect(await whoIs(await signInAgain(person))).toBe(person.personId);
  });

  it("stops guessing one password from many networks", async () => {
    const { email } = await createPerson(accounts);
    const codes: string[] = [];
    for (let i = 0; i < 22; i += 1) {
      await accounts
        .signIn({ email, password: "guess" }, sender())
        .catch((error: { code: string }) => codes.push(error.code));
    }
    expect(codes.slice(0, 20)).toEqual(Array(20).fill("INVALID_CREDENTIALS"));
    expect(codes.slice(20)).toEqual(["RATE_LIMITED", "RATE_LIMITED"]);
  });

  it("does not count what succeeds", async () => {
    const person = await createPerson(accounts);
    const from = sender();
    for (let i = 0; i < 8; i += 1) await accounts.signIn(person, from);
    expect(await whoIs(cookieHeader(await accounts.signIn(person, from)))).toBe(person.personId);
  });
});

describe("Accounts.loadViewer", () => {
  it("pays nothing for anonymous requests and one statement for a session", async () => {
    const person = await createPerson(accounts);
    const before = database.statementCount();
    expect(await accounts.loadViewer({})).toBe(ANONYMOUS);
    expect(await accounts.loadViewer({ cookie: "theme=dark" })).toBe(ANONYMOUS);
    expect(await accounts.loadViewer({ cookie: "stet.session_token=made.up" })).toBe(ANONYMOUS);
    expect(database.statementCount() - before).toBe(0);
    await Promise.all([whoIs(person.cookie), whoIs(person.cookie)]);
    await whoIs(person.cookie);
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
      expect(await whoIs(tampered)).toBeUndefined();
    }
    expect(await whoIs(cookie)).toBe(personId);
  });

  it("refuses a cookie signed with another secret", async () => {
    const other = new Accounts({
      database,
      settings: { ...settings, secret: "another secret of at least 32 characters" },
      isSignUpEnabled: true,
    });
    const { cookie } = await createPerson(other);
    expect(await whoIs(cookie)).toBeUndefined();
    expect(await whoIs(cookie, other)).toBeDefined();
  });

  it("agrees with the library about a valid and an expired session", async () => {
    const { cookie, personId } = await createPerson(accounts);
    const auth = createAuth(database.db, settings);
    const headers = new Headers({ cookie });
    expect((await auth.api.getSession({ headers }))?.user.email).toBeDefined();
    expect(await whoIs(cookie)).toBe(personId);
    await database.db
      .updateTable("account_session")
      .set({ expires_at: new Date(Date.now() - 1000) })
      .where("user_id", "in", (eb) =>
        eb.selectFrom("person").select("user_id").where("id", "=", personId).$castTo<string>(),
      )
      .execute();
    expect(await whoIs(cookie, elsewhere)).toBeUndefined();
    expect(await auth.api.getSession({ headers })).toBeNull();
  });
});

describe("ending sessions", () => {
  it("signs out at once", async () => {
    const { cookie } = await createPerson(accounts);
    await whoIs(cookie);
    const [expired] = await accounts.signOut(sender(cookie));
    expect(expired).toBe("stet.session_token=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax");
    expect(await whoIs(cookie)).toBeUndefined();
  });

  it("leaves the other sessions when signing out of one", async () => {
    const person = await createPerson(accounts);
    const second = await signInAgain(person);
    await accounts.signOut(sender(second));
    expect(await whoIs(person.cookie)).toBe(person.personId);
  });

  it("signs out everywhere at once, and nobody else", async () => {
    const person = await createPerson(accounts);
    const other = await createPerson(accounts);
    const cookies = [person.cookie, await signInAgain(person), await signInAgain(person)];
    for (const cookie of cookies) await whoIs(cookie);
    await accounts.signOutEverywhere(sender(cookies[1]));
    for (const cookie of cookies) expect(await whoIs(cookie)).toBeUndefined();
    expect(await whoIs(other.cookie)).toBe(other.personId);
  });

  it("is known to other processes within five seconds", async () => {
    const { cookie, personId } = await createPerson(accounts);
    expect(await whoIs(cookie, elsewhere)).toBe(personId);
    await accounts.signOutEverywhere(sender(cookie));
    now += 5_000;
    expect(await whoIs(cookie, elsewhere)).toBeUndefined();
  });
});

describe("Accounts.changePassword", () => {
  it("wants the current one, ends all other sessions, and goes on under a new id", async () => {
    const person = await createPerson(accounts);
    const other = await signInAgain(person);
    const wrong = { current: "not it at all", next: "a new password" };
    await expect(accounts.changePassword(wrong, sender(person.cookie))).rejects.toMatchObject({
      code: "WRONG_PASSWORD",
    });
    const change = { current: person.password, next: "a new password" };
    const cookie = cookieHeader(await accounts.changePassword(change, sender(person.cookie)));
    expect(await whoIs(cookie)).toBe(person.personId);
    expect(await whoIs(person.cookie)).toBeUndefined();
    expect(await whoIs(other)).toBeUndefined();
    await expect(accounts.signIn(person, sender())).rejects.toMatchObject({
      code: "INVALID_CREDENTIALS",
    });
    await accounts.signIn({ email: person.email, password: "a new password" }, sender());
  });

  it("is no way to guess the password with a stolen session", async () => {
    const person = await createPerson(accounts);
    const from = sender(person.cookie);
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
    await expect(accounts.changePassword(change, sender())).rejects.toMatchObject({
      code: "UNAUTHENTICATED",
    });
    const person = await createPerson(accounts);
    await expect(
      accounts.changePassword({ current: person.password, next: "short" }, sender(person.cookie)),
    ).rejects.toMatchObject({ code: "PASSWORD_TOO_SHORT" });
  });
});

describe("disabled and removed accounts", () => {
  const disabled = "update account_user set disabled_at = now() where email = $1";
  const enabled = "update account_user set disabled_at = null where email = $1";

  it("are out within five seconds in every process, and cannot come back", async () => {
    const person = await createPerson(accounts);
    expect(await whoIs(person.cookie, elsewhere)).toBe(person.personId);
    await database.pool.query(disabled, [person.email]);
    now += 5_000;
    expect(await whoIs(person.cookie, elsewhere)).toBeUndefined();
    await expect(accounts.signIn(person, sender())).rejects.toMatchObject({
      code: "ACCOUNT_DISABLED",
    });
    const { rows } = await database.pool.query(
      "select from account_session s join person p on p.user_id = s.user_id where p.id = $1",
      [person.personId],
    );
    expect(rows).toHaveLength(1);
    await database.pool.query(enabled, [person.email]);
    expect(await whoIs(await signInAgain(person))).toBe(person.personId);
  });

  it("tell only who knows the password that they are disabled", async () => {
    const person = await createPerson(accounts);
    await database.pool.query(disabled, [person.email]);
    await expect(
      accounts.signIn({ email: person.email, password: "guess of it" }, sender()),
    ).rejects.toMatchObject({ code: "INVALID_CREDENTIALS" });
  });

  it("leave the person standing when removed", async () => {
    const person = await createPerson(accounts);
    expect(await whoIs(person.cookie, elsewhere)).toBe(person.personId);
    await database.pool.query("delete from account_user where email = $1", [person.email]);
    now += 5_000;
    expect(await whoIs(person.cookie, elsewhere)).toBeUndefined();
    await expect(accounts.signIn(person, sender())).rejects.toMatchObject({
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
