import { afterAll, beforeAll, expect, test } from "vitest";
import { forgetPersonAfter } from "#modules/accounts/index.js";
import { createPerson, type TestPerson } from "#modules/accounts/testing.js";
import { inTransaction } from "#platform/database/index.js";
import { newUuid } from "#platform/ids.js";
import { createTestServer, type TestServer } from "#testing/index.js";

let server: TestServer;
let spaceId: string;
let writer: TestPerson;
let other: TestPerson;

beforeAll(async () => {
  server = await createTestServer();
  spaceId = newUuid();
  const space = {
    id: spaceId,
    key: "docs",
    name: "Docs",
    visibility: "PUBLIC",
    default_locale: "en",
  } as const;
  await server.database.db.insertInto("space").values(space).execute();
  writer = await createPerson(server.accounts, {
    name: "Wei",
    spaceRoles: { [spaceId]: "WRITER" },
  });
  other = await createPerson(server.accounts, { name: "Olu", spaceRoles: { [spaceId]: "WRITER" } });
});
afterAll(() => server.close());

const CREATE = `mutation Create($input: PageCreateInput!) { pageCreate(input: $input) {
  page { id path title url html tags head { id number } } revision { id number kind author { name } linesAdded }
  errors { __typename code message path ... on InputError { line column suggestion } } } }`;
const SAVE = `mutation Save($input: PageSaveInput!) { pageSave(input: $input) {
  outcome page { title markdown } revision { id number kind parents { number } linesAdded linesRemoved }
  errors { __typename code message path ... on InputError { line column }
    ... on EditConflict { base { number } theirs { number author { name } } mine proposal chunks { base mine theirs startLine } } } } }`;

type Payload = Record<string, any>; // oxlint-disable-line typescript/no-explicit-any

async function send(query: string, input: object, cookie = writer.cookie): Promise<Payload> {
  const { data, errors } = await server.query<Payload>(query, { variables: { input }, cookie });
  if (errors) throw new Error(JSON.stringify(errors));
  return Object.values(data)[0] as Payload;
}

let made = 0;
async function page(
  markdown: string,
): Promise<{ pageId: string; baseRevisionId: string; path: string }> {
  const path = `page-${(made += 1)}`;
  const { page: created, revision } = await send(CREATE, { space: "docs", path, markdown });
  return { pageId: created.id, baseRevisionId: revision.id, path };
}

test("Mutation.pageCreate stores the exact text and shows the page", async () => {
  const markdown = "---\ntitle: Install\ntags: [a, b]\n---\r\n\r\n# Other\n\nText with no end";
  const payload = await send(CREATE, { space: "docs", path: "guides/install", markdown });
  expect(payload).toMatchObject({
    errors: [],
    page: {
      path: "guides/install",
      title: "Install",
      tags: ["a", "b"],
      url: "http://localhost:3000/docs/guides/install",
    },
    revision: { number: 1, kind: "CREATE", author: { name: "Wei" } },
  });
  const { data } = await server.query<Payload>(
    `{ page(by: {path: {space: "docs", path: "guides/install"}}) { markdown head { number contentHash size } revisions { nodes { number } count { value } } } }`,
  );
  expect(data["page"]).toMatchObject({
    markdown,
    head: { number: 1, size: Buffer.byteLength(markdown) },
    revisions: { nodes: [{ number: 1 }], count: { value: 1 } },
  });
});

test.each([
  ["guides/install", "PATH_TAKEN", "guides/install-2"],
  ["Guides/Install", "INVALID_INPUT", "guides/install"],
  ["a/-/b", "RESERVED_NAME", null],
  ["a.md", "RESERVED_NAME", "a"],
  ["a/index", "RESERVED_NAME", "a"],
  ["", "INVALID_INPUT", null],
  ["a//b", "INVALID_INPUT", "a/b"],
])("Mutation.pageCreate refuses the path %j with %s", async (path, code, suggestion) => {
  const { errors, page: created } = await send(CREATE, { space: "docs", path, markdown: "x" });
  expect(errors).toMatchObject([{ code, path: ["input", "path"], suggestion }]);
  expect(created).toBeNull();
});

test.each([
  ["---\ntitle: [\n---\n", "INVALID_MARKDOWN"],
  ["a\0b", "INVALID_MARKDOWN"],
  ["x".repeat(2 * 1024 * 1024 + 1), "TOO_LARGE"],
])("Mutation.pageSave refuses a text that cannot be stored", async (markdown, code) => {
  const base = await page("x");
  const { errors } = await send(SAVE, { ...base, path: undefined, markdown });
  expect(errors).toMatchObject([{ code, path: ["input", "markdown"] }]);
});

test("Mutation.pageSave names line and column of an error in the front matter", async () => {
  const { path: _, ...base } = await page("x");
  const { errors } = await send(SAVE, { ...base, markdown: "---\ntitle: a\ntags: {\n---\n" });
  expect(errors[0].line).toBeGreaterThan(1);
  expect(errors[0].column).toBeGreaterThan(0);
});

test("Mutation.pageSave appends a revision, and keeps the head for the same text", async () => {
  const { path: _, ...base } = await page("one\ntwo\n");
  const saved = await send(SAVE, { ...base, markdown: "one\n2\n", message: "Say it in digits" });
  expect(saved).toMatchObject({
    outcome: "SAVED",
    errors: [],
    revision: { number: 2, kind: "EDIT", parents: [{ number: 1 }], linesAdded: 1, linesRemoved: 1 },
  });
  const again = await send(SAVE, { ...base, markdown: "one\n2\n" });
  expect(again).toMatchObject({ outcome: "UNCHANGED", revision: { number: 2 } });
});

test("Mutation.pageSave merges with what others saved elsewhere in the text", async () => {
  const { path: _, ...base } = await page("# A\n\nfirst\n\n# B\n\nsecond\n\n# C\n\nthird\n");
  await send(
    SAVE,
    { ...base, markdown: "# A\n\nfirst!\n\n# B\n\nsecond\n\n# C\n\nthird\n" },
    other.cookie,
  );
  const merged = await send(SAVE, {
    ...base,
    markdown: "# A\n\nfirst\n\n# B\n\nsecond\n\n# C\n\nthird!\n",
  });
  expect(merged).toMatchObject({
    outcome: "MERGED",
    page: { markdown: "# A\n\nfirst!\n\n# B\n\nsecond\n\n# C\n\nthird!\n" },
    revision: { number: 3, kind: "MERGE", parents: [{ number: 2 }, { number: 1 }] },
  });
});

test("Mutation.pageSave answers a conflict with everything and stores nothing", async () => {
  const { path: _, ...base } = await page("# A\n\nfirst\n");
  await send(SAVE, { ...base, markdown: "# A\n\ntheirs is here\n" }, other.cookie);
  const { errors, revision } = await send(SAVE, { ...base, markdown: "# A\n\nmine is this\n" });
  expect(revision).toBeNull();
  expect(errors).toMatchObject([
    {
      __typename: "EditConflict",
      code: "EDIT_CONFLICT",
      base: { number: 1 },
      theirs: { number: 2, author: { name: "Olu" } },
      mine: "# A\n\nmine is this\n",
      chunks: [
        { base: "first\n", mine: "mine is this\n", theirs: "theirs is here\n", startLine: 3 },
      ],
    },
  ]);
  const { data } = await server.query<Payload>(
    `query ($id: ID!) { page(by: {id: $id}) { markdown head { number } } }`,
    { variables: { id: base.pageId } },
  );
  expect(data["page"]).toEqual({ markdown: "# A\n\ntheirs is here\n", head: { number: 2 } });
});

test("Mutation.pageSave has one effect for fifty concurrent requests with one key", async () => {
  const { path: _, ...base } = await page("start\n");
  const input = { ...base, markdown: "end\n", idempotencyKey: "same" };
  const answers = await Promise.all(Array.from({ length: 50 }, () => send(SAVE, input)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]).toMatchObject({ outcome: "SAVED", revision: { number: 2 } });
  const reused = await send(SAVE, { ...input, markdown: "other\n" });
  expect(reused["errors"]).toMatchObject([{ code: "IDEMPOTENCY_KEY_REUSED" }]);
});

test("Mutation.pageCreate has one effect for concurrent requests with one key", async () => {
  const input = { space: "docs", path: "only-once", markdown: "x", idempotencyKey: "create once" };
  const answers = await Promise.all(Array.from({ length: 10 }, () => send(CREATE, input)));
  expect(new Set(answers.map((answer) => answer["page"].id)).size).toBe(1);
});

test("a repeated request of somebody who lost access is answered as a first one", async () => {
  const id = newUuid();
  const { db } = server.database;
  const space = { id, key: "inside", name: "Inside", visibility: "MEMBERS" } as const;
  await db
    .insertInto("space")
    .values({ ...space, default_locale: "en" })
    .execute();
  const leaver = await createPerson(server.accounts, { spaceRoles: { [id]: "WRITER" } });
  const created = await send(
    CREATE,
    { space: "inside", path: "kept", markdown: "x" },
    leaver.cookie,
  );
  const base = { pageId: created["page"].id, baseRevisionId: created["revision"].id };
  const repeated = { ...base, markdown: "y", idempotencyKey: "leaver" };
  expect(await send(SAVE, repeated, leaver.cookie)).toMatchObject({ outcome: "SAVED" });
  await db.updateTable("page").set({ deleted_at: new Date() }).where("space_id", "=", id).execute();
  const errorsOf = async (input: object) => (await send(SAVE, input, leaver.cookie))["errors"];
  const first = { ...base, markdown: "z" };
  expect(await errorsOf(repeated)).toEqual(await errorsOf(first));
  expect(await errorsOf(repeated)).toMatchObject([{ code: "DELETED" }]);
  await db.updateTable("page").set({ deleted_at: null }).where("space_id", "=", id).execute();
  await inTransaction(db, async (tx) => {
    await tx.deleteFrom("space_role").where("space_id", "=", id).execute();
    forgetPersonAfter(tx, leaver.personId);
  });
  expect(await errorsOf(repeated)).toEqual(await errorsOf(first));
  expect(await errorsOf(repeated)).toMatchObject([{ code: "NOT_FOUND" }]);
});

test("Mutation.pageCreate takes no message that hides or reorders what stands beside it", async () => {
  const input = { space: "docs", path: "messages", markdown: "x" };
  for (const character of ["\0", "\u0001", "\u0085", "\u202e", "\u2066"]) {
    const { errors } = await send(CREATE, { ...input, message: `a${character}b` });
    expect(errors, JSON.stringify(character)).toMatchObject([
      { code: "INVALID_INPUT", path: ["input", "message"] },
    ]);
    const refused = await send(CREATE, { ...input, path: `messages${character}` });
    expect(refused["errors"], JSON.stringify(character)).toMatchObject([
      { code: "INVALID_INPUT", path: ["input", "path"] },
    ]);
  }
  const { errors } = await send(CREATE, { ...input, message: "A line\n\nand a body עברית" });
  expect(errors).toEqual([]);
});

test("Page.title is one line of the text that reorders nothing beside it", async () => {
  const markdown =
    '---\ntitle: "Safe\\u202egnp\\u0001 \\u2066x\\ty"\ntags: ["a\\u202e b", "\\u2066"]\n---\n\ntext\n';
  const { page: created } = await send(CREATE, { space: "docs", path: "reordered", markdown });
  expect(created.title).toBe("Safegnp x y");
  expect(created.tags).toEqual(["a b"]);
});

test("sixteen writers of one page lose nothing: every save is stored, merged or refused", async () => {
  const lines = Array.from({ length: 40 }, (_, line) => `# ${line}\n\nline ${line}\n`);
  const { path, ...base } = await page(lines.join("\n"));
  const results = await Promise.all(
    Array.from({ length: 16 }, (_, at) => {
      const markdown = lines
        .map((line, index) => (index === at * 2 ? line.replace("line", "edited") : line))
        .join("\n");
      return send(SAVE, { ...base, markdown }, at % 2 ? writer.cookie : other.cookie);
    }),
  );
  const stored = results.filter((result) => result["errors"].length === 0);
  expect(stored.map((result) => result["outcome"]).toSorted((a, b) => a.localeCompare(b))).toEqual([
    ...Array(15).fill("MERGED"),
    "SAVED",
  ]);
  const { data } = await server.query<Payload>(
    `query ($path: PagePath!) { page(by: {path: $path}) { markdown revisions(first: 100) { nodes { number } } } }`,
    { variables: { path: { space: "docs", path } } },
  );
  expect(data["page"].revisions.nodes.map((each: Payload) => each["number"])).toEqual(
    Array.from({ length: 17 }, (_, at) => 17 - at),
  );
  expect(data["page"].markdown.match(/edited/g)).toHaveLength(16);
});
