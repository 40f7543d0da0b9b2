import { afterAll, beforeAll, expect, test } from "vitest";
import { createPerson } from "#modules/accounts/testing.js";
import { inTransaction } from "#platform/database/index.js";
import { newUuid } from "#platform/ids.js";
import { createTestServer, type TestServer } from "#testing/index.js";
import { storeMedia } from "./index.js";

let server: TestServer;
let personId: string;
let cookie: string;
const spaceIds: Record<string, string> = { open: newUuid(), closed: newUuid() };

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

beforeAll(async () => {
  server = await createTestServer();
  const row = (key: string, visibility: "PUBLIC" | "MEMBERS") => ({
    id: spaceIds[key] ?? "",
    key,
    name: key,
    visibility,
    default_locale: "en",
  });
  await server.database.db
    .insertInto("space")
    .values([row("open", "PUBLIC"), row("closed", "MEMBERS")])
    .execute();
  ({ personId, cookie } = await createPerson(server.accounts, {
    spaceRoles: { [spaceIds["closed"] ?? ""]: "READER" },
  }));
  await store("open", "images/a b.png", png);
  await store("closed", "secret.png", png);
});
afterAll(() => server.close());

function store(space: string, path: string, bytes: Buffer) {
  const file = {
    dataDir: server.dataDir,
    spaceId: spaceIds[space] ?? "",
    path,
    bytes,
    authorId: personId,
    createdAt: new Date(),
  };
  return inTransaction(server.database.db, (tx) => storeMedia(tx, file));
}

const get = (url: string, headers: Record<string, string> = {}) =>
  server.app.inject({ method: "GET", url, headers });

test("a picture of a public space is served with its own type, and cannot be anything else", async () => {
  const response = await get("/open/-/media/images/a%20b.png");
  expect(response.statusCode).toBe(200);
  expect(response.rawPayload.equals(png)).toBe(true);
  expect(response.headers).toMatchObject({
    "content-type": "image/png",
    "content-disposition": "inline",
    "x-content-type-options": "nosniff",
    "cache-control": "public, max-age=60",
  });
  expect(response.headers["content-security-policy"]).toContain("sandbox");
  const again = await get("/open/-/media/images/a%20b.png", {
    "if-none-match": String(response.headers["etag"]),
  });
  expect(again.statusCode).toBe(304);
});

test("a type comes from the bytes, whatever the name says", async () => {
  await store("open", "page.html", Buffer.from("<script>alert(1)</script>"));
  await store("open", "fake.png", Buffer.from("<html><script>alert(1)</script>"));
  await store(
    "open",
    "drawing.svg",
    Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="4"><script>alert(1)</script></svg>',
    ),
  );
  for (const name of ["page.html", "fake.png"]) {
    const { headers } = await get(`/open/-/media/${name}`);
    expect(headers).toMatchObject({
      "content-type": "application/octet-stream",
      "content-disposition": "attachment",
    });
  }
  const svg = await get("/open/-/media/drawing.svg");
  expect(svg.headers).toMatchObject({
    "content-type": "image/svg+xml",
    "content-disposition": "attachment",
  });
  expect(svg.headers["content-security-policy"]).toMatch(/default-src 'none'.*sandbox/);
});

test("files of a members' space are there only for its members", async () => {
  expect((await get("/closed/-/media/secret.png")).statusCode).toBe(404);
  const response = await get("/closed/-/media/secret.png", { cookie });
  expect(response.statusCode).toBe(200);
  expect(response.headers["cache-control"]).toBe("private, no-cache");
});

test("part of a file is served when asked for", async () => {
  const url = "/open/-/media/images/a%20b.png";
  const part = await get(url, { range: "bytes=1-3" });
  expect([part.statusCode, part.payload, part.headers["content-range"]]).toEqual([
    206,
    "PNG",
    `bytes 1-3/${png.length}`,
  ]);
  expect((await get(url, { range: "bytes=-4" })).rawPayload.equals(png.subarray(-4))).toBe(true);
  expect((await get(url, { range: "bytes=9999-" })).statusCode).toBe(416);
});

test.each([
  "/open/-/media/",
  "/open/-/media/none.png",
  "/open/-/media/%00",
  "/open/-/media/..%2f..%2fsecret",
  "/none/-/media/a",
])("%s is not found", async (url) => {
  expect((await get(url)).statusCode).toBe(404);
});

test("the same bytes again make no version, other bytes make the next", async () => {
  const first = await store("open", "v.bin", Buffer.from("one"));
  expect(await store("open", "v.bin", Buffer.from("one"))).toEqual(first);
  const second = await store("open", "v.bin", Buffer.from("two"));
  expect(second).toMatchObject({ mediaId: first.mediaId, number: 2 });
  expect((await get("/open/-/media/v.bin")).payload).toBe("two");
});
