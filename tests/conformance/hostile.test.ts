import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inTransaction } from "@stet/api";
import { createPerson, storeMedia, type TestPerson } from "@stet/api/testing";
import { CanaryWorld } from "./testing/canary-world.js";
import { inParallel, operate, visit, type Visitor } from "./testing/crawl.js";

/** What somebody tries who means harm. */
let world: CanaryWorld;
let mallory: TestPerson;

beforeAll(async () => {
  world = await CanaryWorld.open();
  mallory = await createPerson(world.server.accounts, { name: `Mal "'><x-evil onx=1>` });
  await world.role(world.spaceIds[0] ?? "", mallory, "WRITER");
  await world.writePrivate();
});
afterAll(() => world.server.close());

const anonymous = (): Visitor => ({ origin: world.origin });
const asMallory = (): Visitor => ({ origin: world.origin, cookie: mallory.cookie });

describe("other sites", () => {
  const mutation = JSON.stringify({
    query: `mutation { spaceCreate(input: { key: "csrf", name: "x" }) { errors { code } } }`,
  });
  const sent = [
    ["a form", "application/x-www-form-urlencoded", {}],
    ["plain text", "text/plain", {}],
    ["no type", "", {}],
    ["multipart", "multipart/form-data; boundary=x", {}],
    ["JSON from another origin", "application/json", { origin: "https://evil.example" }],
    ["JSON from an opaque origin", "application/json", { origin: "null" }],
    [
      "JSON that the browser calls cross-site",
      "application/json",
      { "sec-fetch-site": "cross-site" },
    ],
    [
      "JSON of a neighbour",
      "application/json",
      { "sec-fetch-site": "same-site", origin: "http://localhost:3000" },
    ],
  ] as const;

  test.each(sent)("cannot write by %s", async (_, type, headers) => {
    const { status } = await fetch(`${world.origin}/graphql`, {
      method: "POST",
      headers: {
        cookie: world.people.admin.cookie,
        ...(type && { "content-type": type }),
        ...headers,
      },
      body: new TextEncoder().encode(mutation),
    });
    expect([400, 403, 415]).toContain(status);
    const { text } = await operate(
      { origin: world.origin, cookie: world.people.admin.cookie },
      `{ space(by: { key: "csrf" }) { id } }`,
    );
    expect(text).toBe(`{"data":{"space":null}}`);
  });

  test("cannot write by a link", async () => {
    const query = encodeURIComponent(
      `mutation { spaceCreate(input: { key: "csrf", name: "x" }) { errors { code } } }`,
    );
    const { status } = await visit(
      { ...anonymous(), cookie: world.people.admin.cookie },
      `/graphql?query=${query}`,
    );
    expect([400, 405]).toContain(status);
  });

  test("cannot end, begin or change anything by a form", async () => {
    const forms = [
      "/-/sign-in",
      "/-/sign-out",
      "/-/sign-out-everywhere",
      "/-/change-password",
      "/-/sign-up",
      "/open/index/-/edit",
      "/open/index/-/delete",
      "/-/new-space",
      `/-/restore/${world.pageIds[0]}`,
    ];
    for (const address of forms) {
      const response = await fetch(world.origin + address, {
        method: "POST",
        redirect: "manual",
        headers: { cookie: world.people.admin.cookie, origin: "https://evil.example" },
        body: new URLSearchParams({ message: "x" }),
      });
      expect(response.status, address).toBe(403);
      expect(response.headers.get("set-cookie"), address).toBeNull();
    }
  });

  test("are nowhere a reader is led after signing in", async () => {
    const nexts = [
      "https://evil.example",
      "//evil.example",
      "/\\evil.example",
      "/\t/evil.example",
      "\\\\evil.example",
      "javascript:alert(1)",
      "/..//evil.example",
      "/%09/evil.example",
      "/%5cevil.example",
    ];
    for (const next of nexts) {
      const query = `?next=${encodeURIComponent(next)}`;
      const led = await fetch(`${world.origin}/-/sign-in${query}`, {
        redirect: "manual",
        headers: { cookie: mallory.cookie },
      });
      const to = new URL(led.headers.get("location") ?? "/", world.origin);
      expect(to.origin, next).toBe(world.origin);
      const { text } = await visit(anonymous(), `/-/sign-in${query}`);
      const { text: again } = await visit(anonymous(), `/-/sign-up${query}`);
      expect(text + again, next).not.toMatch(/(?:href|action)="(?:\/\/|\\|https?:|javascript:)/);
    }
  });
});

describe("the shared cache", () => {
  test("keeps nothing of what one reader sent", async () => {
    const clean = await visit(anonymous(), "/open/guide/install");
    const poisons: Record<string, string>[] = [
      {
        "x-forwarded-host": "evil.example",
        "x-forwarded-proto": "https",
        "x-forwarded-for": "1.2.3.4",
      },
      { forwarded: "host=evil.example" },
      { "x-original-url": "/-/account", "x-rewrite-url": "/-/account" },
      {
        "accept-language": "de,ja;q=0.5",
        "user-agent": "evil.example",
        referer: "https://evil.example",
      },
      { cookie: "stet.session_token=evil.example; theme=evil" },
      { cookie: `stet.session_token=${"x".repeat(3_000)}` },
      { origin: "https://evil.example", "x-http-method-override": "DELETE" },
      { range: "bytes=0-10", "if-none-match": '"evil.example"' },
    ];
    for (const [index, headers] of poisons.entries()) {
      for (const address of [
        "/open/guide/install",
        `/open/index?p=${index}`,
        "/",
        "/sitemap.xml",
        "/open/nothing",
      ]) {
        const poisoned = await visit(anonymous(), address, { headers });
        expect(poisoned.text, address).not.toContain("evil.example");
        const after = await visit(anonymous(), address);
        expect(after.text, address).not.toContain("evil.example");
      }
    }
    expect(await visit(anonymous(), "/open/guide/install")).toEqual(clean);
  });

  test("knows a session by any spelling of its cookie", async () => {
    const { cookie } = world.people.vera;
    await visit(anonymous(), "/open/guide/install");
    for (const header of [cookie, `a=b; ${cookie}`, `${cookie}; stet.session_token=x`]) {
      const { text } = await visit({ ...anonymous(), cookie: header }, "/open/guide/install");
      expect(text).toContain("private, no-store");
      expect(text).toContain(`href="/-/account"`);
    }
    expect((await visit(anonymous(), "/open/guide/install")).text).not.toContain(
      'href="/-/account"',
    );
  });
});

describe("documents that cost too much are refused at once", () => {
  const many = (count: number, part: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => part(index)).join(" ");
  const documents: Record<string, string> = {
    aliases: `{ ${many(101, (index) => `a${index}: __typename`)} }`,
    "aliases of one page": `{ page(by: { path: { space: "open", path: "index" } }) { ${many(31, (index) => `a${index}: html`)} } }`,
    directives: `{ __typename ${"@include(if: true) ".repeat(60)} }`,
    "unknown directives": `{ __typename ${"@aa".repeat(600)} }`,
    "one field a thousand times": `{ ${"__typename ".repeat(2_500)} }`,
    "fragments in a circle": `{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }`,
    "fragments that multiply": `{ ...F0 } ${many(60, (index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} a: __typename }`)} fragment F60 on Query { __typename }`,
    depth: `{ ${"pages(first: 1) { nodes { head { page { revisions(first: 1) { nodes { page { ".repeat(3)} id ${"} } } } } } }".repeat(3)} }`,
    "pages of pages": `{ pages { nodes { ${"backlinks { nodes { ".repeat(5)} id ${"} } ".repeat(5)} } } }`,
    "large pages of large pages": `{ pages(first: 100) { nodes { revisions(first: 100) { nodes { parents { id } } } } } }`,
    "introspection of itself": `{ __schema { types { ${"fields { type { ".repeat(8)} name ${"} } ".repeat(8)} } } }`,
    "a megabyte": `{ __typename } # ${"x".repeat(1_000_000)}`,
  };

  test.each(Object.entries(documents))("%s", async (_, query) => {
    const started = performance.now();
    const { status, text } = await operate(anonymous(), query);
    expect(text.slice(0, 300)).toContain('"errors"');
    expect(text).not.toContain("INTERNAL_SERVER_ERROR");
    expect(status).toBeLessThan(500);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  test("several in one request", async () => {
    const { status } = await fetch(`${world.origin}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(Array.from({ length: 10 }, () => ({ query: "{ __typename }" }))),
    });
    expect(status).toBe(400);
  });
});

describe("a writer of one space finds nothing out about another", () => {
  test("by moving a page with links to former addresses there", async () => {
    const { oldPath = "" } = Object.fromEntries(world.secrets);
    const link = `[[vault:${oldPath}]] and [it](/vault/${oldPath}).\n`;
    const page = await world.page({ space: "open", path: "probe", markdown: link }, mallory.cookie);
    const moved = await world.mutate<{ page: { markdown: string } }>(
      "pageMove",
      { pageId: page.page.id, path: "probed" },
      "page { markdown }",
      mallory.cookie,
    );
    expect(moved.page.markdown).toBe(link);
  });

  test("by showing a picture of it", async () => {
    const { db } = world.server.database;
    const png = Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
      "base64",
    );
    for (const key of ["vault", "open"]) {
      const { id } = await db
        .selectFrom("space")
        .select("id")
        .where("key", "=", key)
        .executeTakeFirstOrThrow();
      const file = {
        dataDir: world.server.dataDir,
        spaceId: id,
        path: "plan.png",
        bytes: png,
        authorId: mallory.personId,
        createdAt: new Date(),
      };
      await inTransaction(db, (tx) => storeMedia(tx, file));
    }
    const markdown = "![ours](/open/-/media/plan.png) ![theirs](/vault/-/media/plan.png)\n";
    const { page } = await world.mutate<{ page: { html: string } }>(
      "pageCreate",
      { space: "open", path: "pictures", markdown },
      "page { html }",
      mallory.cookie,
    );
    expect(page.html.match(/width="1"/g)).toHaveLength(1);
  });
});

test("addresses and cursors made by hand are nobody's fault", async () => {
  const bad = [
    "%00",
    "a%00b",
    "%ED%A0%80",
    "%25",
    "..%2F..%2Fetc",
    "%E2%80%AE",
    "x".repeat(2_000),
    "9".repeat(300),
    "-",
    "'",
    "%5C",
  ];
  const addresses = bad.flatMap((each) => [
    `/${each}`, `/open/${each}`, `/${each}/index`, `/${each}/-/media/x`, `/open/-/media/${each}`, `/open/index/-/compare/${each}`, `/open/index/-/history?after=${each}`,
    `/open/index/-/history?before=${each}`, `/-/search?q=${each}&space=${each}`, `/-/search?q=a&after=${each}`, `/-/recent?space=${each}`, `/-/recent?after=${each}`,
    `/-/people/${each}`, `/open/index?rev=${each}`, `/open/${each}.md`, `/open/index/-/revert?to=${each}`, `/-/assets/${each}`, `/de/${each}/index`, `/open/index/-/compare?base=${each}&head=${each}`,
  ]); // prettier-ignore
  for (const { asked, status, text } of await inParallel(addresses, (address) =>
    visit(asMallory(), address),
  )) {
    expect(status, asked).toBeLessThan(500);
    expect(text, asked).not.toMatch(/node_modules|\.ts:\d|\bselect .* from\b/);
  }
});

test("texts that would not fit into memory are not all loaded for one answer", async () => {
  const { page } = await world.page({
    space: "open",
    path: "big",
    markdown: "x".repeat(2_000_000),
  });
  const { db } = world.server.database;
  // As a long history of a large page would have it; only the sizes matter here.
  await db.updateTable("revision").set({ size: 40_000_000 }).where("path", "=", "big").execute();
  for (const field of ["markdown", "html"]) {
    const { text } = await operate(
      anonymous(),
      `query ($id: ID!) { page(by: { id: $id }) { revisions(first: 1) { nodes { ${field} } } } }`,
      { id: page.id },
    );
    expect(text.slice(0, 500)).toContain("LIMIT_EXCEEDED");
  }
});
