import { buildSchema, GraphQLObjectType, GraphQLSchema, GraphQLString } from "graphql";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { announceChange } from "#platform/changes/index.js";
import { inTransaction } from "#platform/database/index.js";
import { Refusal } from "#platform/errors.js";
import type { WebBuild } from "#platform/http/index.js";
import { createTestServer, type TestServer } from "#testing/index.js";

let rendered = 0;

const web: WebBuild = {
  clientFolder: "/nonexistent",
  assets: {},
  async renderRoute(request, deps) {
    rendered += 1;
    if (request.url.pathname === "/broken") throw new Error("secret detail");
    const result = await deps.execute({ query: "{ hello }" });
    const who = request.viewer.name ?? "nobody";
    return {
      status: request.url.pathname === "/missing" ? 404 : 200,
      headers: {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": "default-src 'none'",
      },
      body: `<p>${JSON.stringify(result.data)} ${who} ${request.method} ${request.form?.get("a") ?? ""}</p>${"x".repeat(2_000)}`,
      cache: request.viewer.isSignedIn || request.method === "POST" ? "private" : "public",
    };
  },
};

const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: "Query",
    fields: {
      hello: { type: GraphQLString, resolve: () => "world" },
      refuse: {
        type: GraphQLString,
        resolve: () => {
          throw new Refusal("FORBIDDEN", "Not yours.", { role: "ADMIN" });
        },
      },
      break: {
        type: GraphQLString,
        resolve: () => {
          throw new Error("select secret from vault");
        },
      },
    },
  }),
});

let server: TestServer;
let origin: string;

beforeAll(async () => {
  server = await createTestServer({ schema, web });
  await vi.waitUntil(() => server.changes.isLive);
  origin = `http://127.0.0.1:${(await server.listen({ port: 0 })).port}`;
});
afterAll(() => server.close());

describe("pages", () => {
  test("an anonymous page is made once and then kept until something changes", async () => {
    const before = rendered;
    const first = await fetch(`${origin}/kept`);
    const second = await fetch(`${origin}/kept`);
    expect(await first.text()).toBe(await second.text());
    expect(rendered).toBe(before + 1);
    await inTransaction(server.database.db, async (tx) => announceChange(tx));
    await fetch(`${origin}/kept`);
    expect(rendered).toBe(before + 2);
  });

  test("a kept page has all headers, compressed and not, as GET and as HEAD", async () => {
    await fetch(`${origin}/headers`);
    for (const encoding of ["br", "gzip", "identity"]) {
      for (const method of ["GET", "HEAD"]) {
        for (const round of ["made", "kept"]) {
          const response = await fetch(`${origin}/headers`, {
            method,
            headers: { "accept-encoding": encoding },
          });
          const label = `${encoding} ${method} ${round}`;
          expect(response.status, label).toBe(200);
          expect(response.headers.get("content-security-policy"), label).toBe("default-src 'none'");
          expect(response.headers.get("x-content-type-options"), label).toBe("nosniff");
          expect(response.headers.get("cache-control"), label).toBe(
            "public, max-age=0, must-revalidate",
          );
          expect(response.headers.get("content-encoding"), label).toBe(
            encoding === "identity" ? null : encoding,
          );
          expect((await response.text()).includes("world"), label).toBe(method === "GET");
        }
      }
    }
  });

  test("a page the reader has already is answered with 304", async () => {
    const first = await fetch(`${origin}/conditional`);
    const etag = first.headers.get("etag") ?? "";
    for (const tag of [etag, etag.replace("W/", ""), `"other", ${etag}`]) {
      const again = await fetch(`${origin}/conditional`, { headers: { "if-none-match": tag } });
      expect(again.status).toBe(304);
      expect(await again.text()).toBe("");
    }
  });

  test("a reader with a session gets nothing that is kept, and nothing of theirs is kept", async () => {
    const { createPerson } = await import("#modules/accounts/testing.js");
    const ada = await createPerson(server.accounts, {});
    await fetch(`${origin}/shared`);
    const own = await fetch(`${origin}/shared`, { headers: { cookie: ada.cookie } });
    expect(own.headers.get("cache-control")).toBe("private, no-store");
    expect(await own.text()).toContain(ada.name);
    expect(await (await fetch(`${origin}/shared`)).text()).toContain("nobody");
  });

  test("errors of a page are not kept and tell nothing", async () => {
    const missing = await fetch(`${origin}/missing`);
    expect(missing.status).toBe(404);
    expect(missing.headers.get("cache-control")).toBe("private, no-store");
    const broken = await fetch(`${origin}/broken`, { headers: { accept: "text/html" } });
    expect(broken.status).toBe(500);
    expect(await broken.text()).not.toContain("secret detail");
    expect(JSON.stringify(server.logged)).toContain("secret detail");
  });

  test("readers who come for a cold page at once wait for one rendering", async () => {
    const before = rendered;
    await Promise.all(Array.from({ length: 10 }, () => fetch(`${origin}/cold`)));
    expect(rendered).toBe(before + 1);
  });
});

describe("requests of other sites", () => {
  const post = (headers: Record<string, string>) =>
    server.app.inject({
      method: "POST",
      url: "/form",
      headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
      payload: "a=b",
    });

  test("a form of ours is accepted, one of theirs is refused", async () => {
    expect((await post({ "sec-fetch-site": "same-origin" })).body).toContain("POST b");
    expect((await post({ origin: "http://localhost:3000" })).statusCode).toBe(200);
    expect((await post({ origin: "http://example.net" })).statusCode).toBe(403);
    expect((await post({ origin: "null" })).statusCode).toBe(403);
    expect((await post({ "sec-fetch-site": "cross-site" })).statusCode).toBe(403);
    expect(
      (await post({ "sec-fetch-site": "same-site", origin: "http://localhost:3000" })).statusCode,
    ).toBe(403);
  });
});

describe("GraphQL errors", () => {
  test("a refusal keeps its code and details", async () => {
    const { errors } = await server.query("{ refuse }");
    expect(errors).toMatchObject([
      { message: "Not yours.", path: ["refuse"], extensions: { code: "FORBIDDEN", role: "ADMIN" } },
    ]);
  });

  test("a bug is masked, logged, and found again by the request id", async () => {
    const result = await server.query("{ break }");
    expect(JSON.stringify(result)).not.toContain("vault");
    const requestId = result.errors?.[0]?.extensions?.["requestId"];
    expect(server.logged.find((line) => line["requestId"] === requestId)).toMatchObject({
      msg: "A resolver failed",
      path: ["break"],
    });
  });

  test("introspection and the SDL are open", async () => {
    expect((await server.query("{ __schema { queryType { name } } }")).data).toEqual({
      __schema: { queryType: { name: "Query" } },
    });
    const sdl = await server.app.inject("/graphql/schema.graphql");
    expect(sdl.headers["content-security-policy"], "what is no page can run nothing").toContain(
      "sandbox",
    );
    expect(buildSchema(sdl.body).getQueryType()?.name).toBe("Query");
  });

  test("a large body is refused to whoever is not signed in", async () => {
    const response = await server.app.inject({
      method: "POST",
      url: "/graphql",
      headers: { "content-type": "application/json" },
      payload: { query: "{ hello }", variables: { text: "x".repeat(300_000) } },
    });
    expect(response.statusCode).toBe(413);
    expect(response.json().errors[0].extensions.code).toBe("LIMIT_EXCEEDED");
  });
});

describe("a site with its own address", () => {
  let own: TestServer;
  beforeAll(async () => {
    own = await createTestServer({
      schema,
      web,
      site: { url: "https://docs.example.org" },
      isUrlSet: true,
    });
  });
  afterAll(() => own.close());
  const get = (headers: Record<string, string>, url = "/a?b=c") => own.app.inject({ url, headers });

  test("leads readers who came by another name to it", async () => {
    const moved = await get({ host: "old.example.org" });
    expect(moved.statusCode).toBe(308);
    expect(moved.headers.location).toBe("https://docs.example.org/a?b=c");
    expect((await get({ host: "docs.example.org" })).statusCode).toBe(200);
  });

  test("answers health checks by any name", async () => {
    expect((await get({ host: "10.0.0.7:3000" }, "/-/health")).statusCode).toBe(200);
  });

  test("does not send a proxy that hides the name round in circles", async () => {
    expect((await get({ host: "127.0.0.1:3000", "x-forwarded-for": "192.0.2.1" })).statusCode).toBe(
      200,
    );
  });

  test("insists on https afterwards", async () => {
    expect(
      (await get({ host: "docs.example.org" })).headers["strict-transport-security"],
    ).toContain("max-age=");
  });
});

test("a proxy is believed only when it is named", async () => {
  const statusBehind = async (trustProxy: string[]) => {
    const site = { url: "https://docs.example.org" };
    const behind = await createTestServer({ schema, web, site, isUrlSet: true, trustProxy });
    const headers = {
      host: "127.0.0.1:3000",
      "x-forwarded-for": "192.0.2.1",
      "x-forwarded-host": "docs.example.org",
    };
    const { statusCode } = await behind.app.inject({ url: "/", headers });
    await behind.close();
    return statusCode;
  };
  expect(await statusBehind([])).toBe(308);
  expect(await statusBehind(["127.0.0.1"])).toBe(200);
});

test("health and readiness", async () => {
  expect((await server.app.inject("/-/health")).statusCode).toBe(200);
  expect((await server.app.inject("/-/ready")).body).toBe("ready\n");
});
