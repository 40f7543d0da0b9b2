import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestServer, type TestServer } from "#testing/index.js";
import { createPerson } from "./testing.js";

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

const form = { "content-type": "application/x-www-form-urlencoded", accept: "text/html" };

async function signIn(headers: Record<string, string>) {
  const { email, password } = await createPerson(server.accounts);
  return server.app.inject({
    method: "POST",
    url: "/-/sign-in",
    headers: { ...form, ...headers },
    payload: new URLSearchParams({ email, password }).toString(),
  });
}

describe("the whole server", () => {
  it("signs in by a form of its own, and by that of no other site", async () => {
    const own = await signIn({ origin: server.site.url, "sec-fetch-site": "same-origin" });
    expect(own.statusCode).toBe(303);
    expect(own.headers["set-cookie"]).toBeDefined();
    for (const foreign of [
      { origin: "https://evil.example" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
    ]) {
      const response = await signIn(foreign);
      expect(response.statusCode).toBe(403);
      expect(response.headers["set-cookie"]).toBeUndefined();
    }
  });

  it.each(["/-/sign-out", "/-/sign-out-everywhere", "/-/change-password"])(
    "lets no other site post to %s",
    async (url) => {
      const person = await createPerson(server.accounts);
      const response = await server.app.inject({
        method: "POST",
        url,
        headers: { ...form, cookie: person.cookie, origin: "https://evil.example" },
        payload: "",
      });
      expect(response.statusCode).toBe(403);
      expect((await server.accounts.loadViewer(person)).person?.id).toBe(person.personId);
    },
  );

  it.each([
    ["POST", "/-/auth/sign-up/email"],
    ["POST", "/-/auth/sign-in/email"],
    ["GET", "/-/auth/get-session"],
    ["POST", "/-/auth/update-user"],
    ["POST", "/api/auth/sign-up/email"],
  ] as const)("shows nothing of the library: %s %s", async (method, url) => {
    const before = server.database.statementCount();
    const payload = { email: "x@example.org", password: "correct horse", name: "X" };
    const response = await server.app.inject({
      method,
      url,
      ...(method === "POST" && { payload }),
    });
    expect(response.statusCode).toBeGreaterThanOrEqual(404);
    expect(response.headers["set-cookie"]).toBeUndefined();
    expect(server.database.statementCount()).toBe(before);
  });

  it("pays no statement to know that a reader is anonymous, and one for a session", async () => {
    const person = await createPerson(server.accounts);
    const ask = "{ viewer { isSignedIn person { name } } }";
    const before = server.database.statementCount();
    for (let i = 0; i < 3; i += 1) await server.query(ask);
    await server.query(ask, { cookie: "stet.session_token=forged.c2lnbmF0dXJl" });
    expect(server.database.statementCount() - before).toBe(0);
    for (let i = 0; i < 3; i += 1) await server.query(ask, { cookie: person.cookie });
    expect(server.database.statementCount() - before).toBe(1);
  });
});
