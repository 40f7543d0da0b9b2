import formbody from "node:querystring";
import Fastify, { type FastifyInstance, type LightMyRequestResponse } from "fastify";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#testing/index.js";
import { accountsRoutes } from "./accounts.routes.js";
import { Accounts } from "./accounts.service.js";
import type { AuthSettings } from "./auth.js";
import { prepareFirstAdministrator } from "./setup.service.js";
import { cookieHeader, createPerson } from "./testing.js";

const settings: AuthSettings = {
  secret: "0123456789abcdef0123456789abcdef-test",
  siteUrl: "http://localhost:3000",
};
let database: TestDatabase;
let accounts: Accounts;
let app: FastifyInstance;

beforeAll(async () => {
  database = await createTestDatabase();
  accounts = new Accounts({ database, settings, isSignUpEnabled: true });
});
afterAll(() => database.close());

beforeEach(async () => {
  await database.pool.query("delete from account_attempt");
  app = await listening({});
  return () => app.close();
});

async function listening(options: { trustProxy?: string }): Promise<FastifyInstance> {
  const server = Fastify(options);
  // As in the product: other parts of the server have their own idea of a form.
  server.addContentTypeParser("application/x-www-form-urlencoded", (_request, _body, done) =>
    done(null),
  );
  await server.register(accountsRoutes, { accounts });
  return server;
}

async function post(
  url: string,
  fields: Record<string, string>,
  options: { server?: FastifyInstance; headers?: Record<string, string>; from?: string } = {},
): Promise<LightMyRequestResponse> {
  return (options.server ?? app).inject({
    method: "POST",
    url,
    remoteAddress: options.from ?? "192.0.2.1",
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      accept: "text/html",
      ...options.headers,
    },
    payload: formbody.stringify(fields),
  });
}

function setCookies(response: LightMyRequestResponse): string[] {
  return [response.headers["set-cookie"] ?? []].flat();
}

async function viewerAfter(response: LightMyRequestResponse) {
  return accounts.loadViewer({ cookie: cookieHeader(setCookies(response)) });
}

describe("POST /-/sign-in", () => {
  it("leads to where the reader was, with a cookie", async () => {
    const person = await createPerson(accounts);
    const response = await post("/-/sign-in", {
      email: person.email,
      password: person.password,
      next: "/xen/install?rev=2",
    });
    expect(response.statusCode).toBe(303);
    expect(response.headers).toMatchObject({
      location: "/xen/install?rev=2",
      "cache-control": "no-store",
    });
    expect((await viewerAfter(response)).person?.id).toBe(person.personId);
  });

  it.each(["//evil.example/a", "https://evil.example", "/\\evil.example", "/-//../\\evil", ""])(
    "never leads to %j",
    async (next) => {
      const { email, password } = await createPerson(accounts);
      const response = await post("/-/sign-in", { email, password, next });
      expect(response.headers.location).toBe("/");
      const refused = await post("/-/sign-in", { email, password: "wrong", next });
      const back = new URL(refused.headers.location ?? "", settings.siteUrl);
      expect(back.searchParams.get("next") ?? "/").toBe("/");
    },
  );

  it("leads back to the form without the password", async () => {
    const fields = { email: "nobody@example.org", password: "geheimes Wort", next: "/xen" };
    const response = await post("/-/sign-in", fields);
    expect(response.statusCode).toBe(303);
    expect(response.headers.location).toBe(
      "/-/sign-in?error=INVALID_CREDENTIALS&email=nobody%40example.org&next=%2Fxen",
    );
    expect(setCookies(response)).toEqual([]);
  });

  it("answers 429 from the sixth guess on, whatever addresses X-Forwarded-For claims", async () => {
    const { email } = await createPerson(accounts);
    const statuses: number[] = [];
    for (let i = 0; i < 100; i += 1) {
      const forged = `198.51.100.${i}`;
      const headers = {
        accept: "*/*",
        "x-forwarded-for": forged,
        "x-real-ip": forged,
        forwarded: `for=${forged}`,
      };
      const response = await post("/-/sign-in", { email, password: "guess" }, { headers });
      statuses.push(response.statusCode);
    }
    expect(statuses).toEqual([...Array(5).fill(303), ...Array(95).fill(429)]);
  });

  it("believes only what the trusted proxy itself wrote", async () => {
    const server = await listening({ trustProxy: "10.0.0.1" });
    const { email } = await createPerson(accounts);
    const statuses: number[] = [];
    for (let i = 0; i < 8; i += 1) {
      // The client forges the left part; the proxy appends whom it saw.
      const headers = { accept: "*/*", "x-forwarded-for": `198.51.100.${i}, 203.0.113.9` };
      const options = { server, headers, from: "10.0.0.1" };
      statuses.push((await post("/-/sign-in", { email, password: "guess" }, options)).statusCode);
    }
    expect(statuses).toEqual([...Array(5).fill(303), 429, 429, 429]);
    await server.close();
  });

  it("tells a browser on the form how long to wait", async () => {
    const { email } = await createPerson(accounts);
    let response = await post("/-/sign-in", { email, password: "guess" });
    for (let i = 0; i < 5; i += 1)
      response = await post("/-/sign-in", { email, password: "guess" });
    const back = new URL(response.headers.location ?? "", settings.siteUrl);
    expect(back.searchParams.get("error")).toBe("RATE_LIMITED");
    expect(Number(back.searchParams.get("retry"))).toBeGreaterThan(800);
    expect(Number(response.headers["retry-after"])).toBeGreaterThan(800);
  });

  it("reads forms only", async () => {
    const { email, password } = await createPerson(accounts);
    const response = await app.inject({
      method: "POST",
      url: "/-/sign-in",
      payload: { email, password },
    });
    expect(setCookies(response)).toEqual([]);
    const large = await post("/-/sign-in", { email, password: "x".repeat(20_000) });
    expect(large.statusCode).toBe(413);
  });
});

describe("POST /-/sign-up", () => {
  it("ignores every field it does not know", async () => {
    const response = await post("/-/sign-up", {
      name: "Mallory",
      email: "mallory@example.org",
      password: "correct horse",
      role: "ADMIN",
      "roles[]": "ADMIN",
      isAdmin: "true",
      emailVerified: "true",
      spaceRoles: "ADMIN",
      token: "anything",
      next: "/xen",
    });
    expect(response.headers.location).toBe("/xen");
    const viewer = await viewerAfter(response);
    expect(viewer.person).toMatchObject({ name: "Mallory", role: "MEMBER" });
    expect(viewer.spaceRoles.size).toBe(0);
  });

  it("leads back to the form, filled in but for the password", async () => {
    const fields = { name: "Short", email: "short@example.org", password: "short" };
    const response = await post("/-/sign-up", fields);
    expect(response.headers.location).toBe(
      "/-/sign-up?error=PASSWORD_TOO_SHORT&email=short%40example.org&name=Short",
    );
  });
});

describe("POST /-/sign-out and /-/sign-out-everywhere", () => {
  it.each(["/-/sign-out", "/-/sign-out-everywhere"])(
    "%s ends the session and the cookie",
    async (url) => {
      const { cookie } = await createPerson(accounts);
      const response = await post(url, {}, { headers: { cookie } });
      expect(response.statusCode).toBe(303);
      expect(setCookies(response)[0]).toMatch(/^stet\.session_token=; Max-Age=0;/);
      expect((await accounts.loadViewer({ cookie })).person).toBeUndefined();
    },
  );

  it("does no harm to anonymous readers", async () => {
    expect((await post("/-/sign-out", { next: "/xen" })).headers.location).toBe("/xen");
    expect((await post("/-/sign-out-everywhere", {})).statusCode).toBe(303);
  });
});

describe("POST /-/change-password", () => {
  it("goes on with a new session", async () => {
    const person = await createPerson(accounts);
    const fields = { current: person.password, password: "another password" };
    const response = await post("/-/change-password", fields, {
      headers: { cookie: person.cookie },
    });
    expect(response.headers.location).toBe("/-/account?changed=password");
    expect((await viewerAfter(response)).person?.id).toBe(person.personId);
  });

  it("sends strangers to sign in", async () => {
    const response = await post("/-/change-password", {
      current: "x",
      password: "another password",
    });
    expect(response.headers.location).toBe("/-/sign-in?next=%2F-%2Faccount");
  });
});

describe("the setup link", () => {
  beforeEach(async () => {
    await database.pool.query("delete from setting where key = 'setup'");
  });

  async function newToken(): Promise<string> {
    const { setupUrl } = await prepareFirstAdministrator(accounts, {});
    return new URL(setupUrl ?? "").searchParams.get("token") ?? "";
  }

  let made = 0;
  function administrator(token: string): Record<string, string> {
    made += 1;
    return { token, name: "First", email: `first${made}@example.org`, password: "correct horse" };
  }

  it("makes one administrator, once", async () => {
    const token = await newToken();
    expect(await accounts.isSetupPending()).toBe(true);
    const response = await post("/-/setup", administrator(token));
    expect(response.headers.location).toBe("/");
    expect((await viewerAfter(response)).person?.role).toBe("ADMIN");
    const again = await post("/-/setup", administrator(token));
    expect(again.headers.location).toMatch(/^\/-\/setup\?error=SETUP_LINK_INVALID/);
    expect(setCookies(again)).toEqual([]);
    expect(await accounts.isSetupPending()).toBe(false);
    expect(await prepareFirstAdministrator(accounts, {})).toEqual({ notes: [] });
  });

  it("makes one administrator of ten who open it at the same moment", async () => {
    const token = await newToken();
    const responses = await Promise.all(
      Array.from({ length: 10 }, () => post("/-/setup", administrator(token))),
    );
    const accepted = responses.filter((response) => response.headers.location === "/");
    expect(accepted).toHaveLength(1);
  });

  it("stays good when a field was not acceptable", async () => {
    const token = await newToken();
    const refused = await post("/-/setup", { ...administrator(token), password: "short" });
    const back = new URL(refused.headers.location ?? "", settings.siteUrl);
    expect(back.searchParams.get("error")).toBe("PASSWORD_TOO_SHORT");
    expect(back.searchParams.get("token")).toBe(token);
    expect((await post("/-/setup", administrator(token))).headers.location).toBe("/");
  });

  it("dies when a later start makes another, and is not in the database", async () => {
    const first = await newToken();
    const second = await newToken();
    const { rows } = await database.pool.query("select value from setting where key = 'setup'");
    expect(JSON.stringify(rows)).not.toContain(second);
    const refused = await post("/-/setup", administrator(first));
    expect(refused.headers.location).toMatch(/error=SETUP_LINK_INVALID/);
    expect((await post("/-/setup", administrator(second))).headers.location).toBe("/");
  });

  it.each(["", "x", "undefined", "null"])("does not open with the token %j", async (token) => {
    await newToken();
    const response = await post("/-/setup", administrator(token));
    expect(response.headers.location).toMatch(/error=SETUP_LINK_INVALID/);
  });
});

describe("STET_ADMIN_EMAIL and STET_ADMIN_PASSWORD", () => {
  beforeEach(async () => {
    await database.pool.query("delete from setting where key = 'setup'");
  });

  it("make the administrator without a browser, once, and close the setup", async () => {
    const given = { email: "Boss@example.org", password: "correct horse" };
    const { setupUrl, notes } = await prepareFirstAdministrator(accounts, given);
    expect(setupUrl).toBeUndefined();
    expect(notes).toEqual(["Created the administrator Boss@example.org."]);
    expect(await prepareFirstAdministrator(accounts, given)).toEqual({ notes: [] });
    expect(await accounts.isSetupPending()).toBe(false);
    const response = await post("/-/sign-in", given);
    expect((await viewerAfter(response)).person?.role).toBe("ADMIN");
  });

  it("do not promote whoever signed up with the e-mail before", async () => {
    const squatter = await createPerson(accounts);
    const given = { email: squatter.email, password: "correct horse" };
    const { notes } = await prepareFirstAdministrator(accounts, given);
    expect(notes[0]).toMatch(/is no administrator; it was left as it is/);
    expect((await accounts.loadViewer({ cookie: squatter.cookie })).person?.role).toBe("MEMBER");
  });

  it.each([
    [{ email: "boss@example.org" }, /only one is set/],
    [{ password: "correct horse" }, /only one is set/],
    [{ email: "boss2@example.org", password: "short" }, /at least 8 characters/],
    [{ email: "nonsense", password: "correct horse" }, /not an e-mail address/],
  ])("say what is wrong with %j", async (given, message) => {
    await expect(prepareFirstAdministrator(accounts, given)).rejects.toThrow(message);
  });
});
