import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase } from "#testing/index.js";
import { createAccount } from "./account-creation.js";
import { Accounts } from "./accounts.service.js";
import { createAuth, type AuthSettings } from "./auth.js";
import { cookieHeader } from "./testing.js";
import { AccountsWorld } from "./testing-world.js";

let world: AccountsWorld;
let accounts: Accounts;
let database: AccountsWorld["database"];
let settings: AuthSettings;

beforeAll(async () => {
  world = new AccountsWorld(await createTestDatabase());
  ({ accounts, database, settings } = world);
});
afterAll(() => world.close());

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
      world.sender(),
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
      world.sender(),
    );
    expect(cookie).toMatch(/^__Secure-stet\.session_token=.*; HttpOnly; Secure; SameSite=Lax$/);
    expect(await world.whoIs(cookieHeader([cookie ?? ""]), secure)).toBeDefined();
    // The same session under the name without protection is nobody's.
    expect(
      await world.whoIs(cookieHeader([(cookie ?? "").replace("__Secure-", "")]), secure),
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
    await expect(accounts.signUp(account, world.sender())).rejects.toMatchObject({ code });
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
          world.sender(),
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
    const cookie = cookieHeader(await accounts.signUp(greedy, world.sender()));
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
        world.sender(),
      ),
    );
    expect(await world.whoIs(cookie)).not.toBe(imported);
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
    await expect(closed.signUp(account, world.sender())).rejects.toMatchObject({
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
