import { afterAll, beforeAll, expect, test } from "vitest";
import { createPerson, type TestPerson } from "#modules/accounts/testing.js";
import { newUuid } from "#platform/ids.js";
import { createTestServer, type TestServer } from "#testing/index.js";

let server: TestServer;
let writer: TestPerson;
const spaceIds = { docs: newUuid(), inside: newUuid() };

beforeAll(async () => {
  server = await createTestServer();
  await server.database.db
    .insertInto("space")
    .values([
      { id: spaceIds.docs, key: "docs", name: "Docs", visibility: "PUBLIC", default_locale: "en" },
      {
        id: spaceIds.inside,
        key: "inside",
        name: "Inside",
        visibility: "MEMBERS",
        default_locale: "en",
      },
    ])
    .execute();
  const spaceRoles = { [spaceIds.docs]: "WRITER", [spaceIds.inside]: "WRITER" } as const;
  writer = await createPerson(server.accounts, { name: "Wei", spaceRoles });
  for (let at = 0; at < 100; at += 1) {
    const { pageId, revisionId } = await create(
      "docs",
      `many/page-${String(at).padStart(3, "0")}`,
      `# Page ${at}\n\ntext\n`,
    );
    if (at % 10 === 0) await save(pageId, revisionId, `# Page ${at}\n\nother text\n`);
  }
}, 120_000);
afterAll(() => server.close());

type Payload = Record<string, any>; // oxlint-disable-line typescript/no-explicit-any

async function query(text: string, variables: Payload = {}, cookie?: string): Promise<Payload> {
  const { data, errors } = await server.query<Payload>(text, {
    variables,
    ...(cookie === undefined ? {} : { cookie }),
  });
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

async function create(space: string, path: string, markdown: string, more: object = {}) {
  const { pageCreate } = await query(
    "mutation ($input: PageCreateInput!) { pageCreate(input: $input) { page { id } revision { id } errors { message } } }",
    { input: { space, path, markdown, ...more } },
    writer.cookie,
  );
  expect(pageCreate.errors).toEqual([]);
  return { pageId: pageCreate.page.id as string, revisionId: pageCreate.revision.id as string };
}

async function save(pageId: string, baseRevisionId: string, markdown: string) {
  const { pageSave } = await query(
    "mutation ($input: PageSaveInput!) { pageSave(input: $input) { revision { id } errors { message } } }",
    { input: { pageId, baseRevisionId, markdown } },
    writer.cookie,
  );
  expect(pageSave.errors).toEqual([]);
  return pageSave.revision.id as string;
}

/** The least of three: the process also looks into the change log now and then. */
async function statements(text: string, variables: Payload): Promise<number> {
  const counts: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    const before = server.database.statementCount();
    await query(text, variables);
    counts.push(server.database.statementCount() - before);
  }
  return Math.min(...counts);
}

test("Query.pages takes the same number of statements for 1 and for 100 pages", async () => {
  const list = `query ($first: Int!) { pages(space: "docs", pathPrefix: "many", first: $first) {
    nodes { id title markdown html url
      head { id number author { id name } message sizeChange isHead url }
      revisions(first: 5) { nodes { id number author { name } createdAt page { title } parents { number } } pageInfo { hasNextPage } count { value } }
      contributors(first: 3) { person { name } } contributorCount translations { id } brokenLinks { href }
      breadcrumbs { path } previous { path } next { path } space { key pageCount } filePath toc { text } } } }`;
  const one = await statements(list, { first: 1 });
  expect(await statements(list, { first: 100 })).toBe(one);
  const asked = `query ($first: Int!) { pages(space: "docs", first: $first) {
    nodes { id head { id author { name } } revisions(first: 5) { nodes { id number author { name } } } } } }`;
  expect(await statements(asked, { first: 1 })).toBe(2);
  expect(await statements(asked, { first: 100 })).toBe(2);
});

test("Query.page with head, author, space and text is one statement", async () => {
  const text = `query ($path: PagePath!) { page(by: { path: $path }) { title markdown head { number author { name } } space { name } } }`;
  expect(await statements(text, { path: { space: "docs", path: "many/page-001" } })).toBe(1);
});

test("Query.pages walks forth and back through every page once, also while pages come", async () => {
  const forth = `query ($after: String) { pages(pathPrefix: "many", space: "docs", first: 7, after: $after) { edges { cursor node { path } } pageInfo { hasNextPage hasPreviousPage endCursor } } }`;
  const seen: string[] = [];
  for (let after: string | undefined, more = true; more;) {
    const { pages } = await query(forth, { after });
    expect(pages.pageInfo.hasPreviousPage).toBe(after !== undefined);
    expect(pages.pageInfo.endCursor).toBe(pages.edges.at(-1).cursor);
    seen.push(...pages.edges.map((edge: Payload) => edge["node"].path as string));
    after = pages.pageInfo.endCursor;
    more = pages.pageInfo.hasNextPage;
    if (seen.length === 21) await create("docs", "many/aaa-comes-late", "x");
  }
  expect(seen).toEqual([...new Set(seen)]);
  expect(seen).toHaveLength(100);
  const back = `query ($before: String) { pages(pathPrefix: "many", space: "docs", last: 9, before: $before) { nodes { path } pageInfo { hasPreviousPage startCursor } } }`;
  const reversed: string[] = [];
  for (let before: string | undefined, more = true; more;) {
    const { pages } = await query(back, { before });
    reversed.unshift(...pages.nodes.map((node: Payload) => node["path"] as string));
    before = pages.pageInfo.startCursor;
    more = pages.pageInfo.hasPreviousPage;
  }
  expect(reversed).toEqual(["many/aaa-comes-late", ...seen]);
});

test.each([
  ["first: 0", "first"],
  ["first: 101", "first"],
  ["last: -1", "last"],
  ["first: 1, last: 1", "last"],
  ['after: "nonsense"', "after"],
  [`after: "${Buffer.from('[1,"x"]').toString("base64url")}"`, "after"],
  [`after: "${Buffer.from('[1,"x","no uuid"]').toString("base64url")}"`, undefined],
  [`after: "${Buffer.from('[2,"x","y"]').toString("base64url")}"`, "after"],
])("Query.pages refuses (%s)", async (args, argument) => {
  const { errors } = await server.query(`{ pages(${args}) { nodes { id } } }`);
  expect(errors?.[0]?.extensions?.["code"]).toBe("BAD_USER_INPUT");
  expect(errors?.[0]?.extensions?.["argument"]).toBe(argument);
});

test("Query.page and everything else show a members' space only to its members", async () => {
  const { pageId, revisionId } = await create("inside", "secret", "# Secret\n");
  const text = `query ($id: ID!, $rev: ID!) {
    page(by: {id: $id}) { id } at: page(by: {path: {space: "inside", path: "secret"}}) { id }
    revision(id: $rev) { id } node(id: $id) { id } nodes(ids: [$id, $rev]) { id } space(by: {key: "inside"}) { id }
    pages(space: "inside") { nodes { id } count { value } } recentChanges(space: "inside") { nodes { id } count { value } }
    address(path: {space: "inside", path: "secret"}) { page { id } suggestions { id } viewerCanCreate }
    compare(base: $rev, head: $rev) { isIdentical } spaces { nodes { key } } }`;
  const seen = await query(text, { id: pageId, rev: revisionId });
  expect(seen).toEqual({
    page: null,
    at: null,
    revision: null,
    node: null,
    nodes: [null, null],
    space: null,
    pages: { nodes: [], count: { value: 0 } },
    recentChanges: { nodes: [], count: { value: 0 } },
    address: { page: null, suggestions: [], viewerCanCreate: false },
    compare: null,
    spaces: { nodes: [{ key: "docs" }] },
  });
  const own = await query(text, { id: pageId, rev: revisionId }, writer.cookie);
  expect(own).toMatchObject({
    page: { id: pageId },
    at: { id: pageId },
    nodes: [{ id: pageId }, { id: revisionId }],
    compare: { isIdentical: true },
  });
});

test("Page.html leads links to the first meaning that exists, and marks those without one", async () => {
  await create(
    "docs",
    "links/from",
    "[a](other.md) [gone](nowhere.md) [inside](/inside/secret-2)\n",
  );
  await create("docs", "links/other", "# Other\n");
  await create("inside", "secret-2", "# Secret\n");
  const text = `{ page(by: {path: {space: "docs", path: "links/from"}}) { html brokenLinks { href line } } }`;
  const { page } = await query(text);
  expect(page.html).toMatch(/<a href="\/docs\/links\/other"(?![^>]*missing)[^>]*>a</);
  expect(page.html).toMatch(/<a href="\/docs\/links\/nowhere"[^>]*class="missing"[^>]*>gone</);
  expect(page.html).toMatch(/class="missing"[^>]*>inside</);
  expect(page.brokenLinks).toHaveLength(2);
  const own = await query(text, {}, writer.cookie);
  expect(own["page"].brokenLinks).toEqual([{ href: "/docs/links/nowhere", line: 1 }]);
  const { page: other } = await query(
    `{ page(by: {path: {space: "docs", path: "links/other"}}) { backlinks { nodes { path } } } }`,
  );
  expect(other.backlinks.nodes).toEqual([{ path: "links/from" }]);
});

test("Space.navigation is the tree in reading order, with folders that have no page", async () => {
  const key = "tree";
  await server.database.db
    .insertInto("space")
    .values({ id: newUuid(), key, name: key, visibility: "PUBLIC", default_locale: "en" })
    .execute();
  const admin = await createPerson(server.accounts, { role: "ADMIN" });
  writer = { ...writer, cookie: admin.cookie };
  await create(key, "b", "---\norder: 1\nlabel: Bee\n---\n# B\n");
  await create(key, "a", "# A\n");
  await create(key, "index", "# Start\n");
  await create(key, "folder/page-10", "# Ten\n");
  await create(key, "folder/page-9", "# Nine\n");
  const { space } = await query(
    `{ space(by: {key: "tree"}) { navigation { path depth title url } pageCount } }`,
  );
  expect(
    space.navigation.map((entry: Payload) => [entry["path"], entry["depth"], entry["title"]]),
  ).toEqual([
    ["index", 0, "Start"],
    ["b", 0, "Bee"],
    ["a", 0, "A"],
    ["folder", 0, "Folder"],
    ["folder/page-9", 1, "Nine"],
    ["folder/page-10", 1, "Ten"],
  ]);
  expect(space.navigation[0].url).toBe("http://localhost:3000/tree");
  expect(space.navigation[3].url).toBeNull();
  const { page } = await query(
    `{ page(by: {path: {space: "tree", path: "folder/page-9"}}) { breadcrumbs { path } previous { path } next { path } } }`,
  );
  expect(page).toEqual({
    breadcrumbs: [{ path: "folder" }],
    previous: { path: "a" },
    next: { path: "folder/page-10" },
  });
});

test("Page.translations finds every other language from each", async () => {
  const { pageId } = await create("docs", "hello", "# Hello\n");
  await create("docs", "hello", "# Hallo\n", { locale: "de", translationOf: pageId });
  await create("docs", "hello", "# こんにちは\n", { locale: "ja", translationOf: pageId });
  const text = `query ($locale: Locale) { page(by: {path: {space: "docs", path: "hello", locale: $locale}}) { title url translations { locale } } }`;
  expect((await query(text, { locale: "de" }))["page"]).toEqual({
    title: "Hallo",
    url: "http://localhost:3000/de/docs/hello",
    translations: [{ locale: "en" }, { locale: "ja" }],
  });
  expect((await query(text))["page"].translations).toEqual([{ locale: "de" }, { locale: "ja" }]);
});

test("Query.compare tells what differs between two revisions", async () => {
  const { pageId, revisionId } = await create(
    "docs",
    "compared",
    "---\ntitle: A\ntags: [x]\n---\n\none\ntwo\n",
  );
  const head = await save(pageId, revisionId, "---\ntitle: B\ntags: [x]\n---\n\none\nthree\n");
  const { compare } = await query(
    `query ($base: ID!, $head: ID!) { compare(base: $base, head: $head) {
      isIdentical base { number markdown } head { number } summary { linesAdded linesRemoved wordsAdded wordsRemoved moves }
      properties { name base head } unified degraded diff } }`,
    { base: revisionId, head },
  );
  expect(compare).toMatchObject({
    isIdentical: false,
    base: { number: 1 },
    head: { number: 2 },
    summary: { linesAdded: 2, linesRemoved: 2, moves: 0 },
    properties: [{ name: "title", base: "A", head: "B" }],
    degraded: [],
  });
  expect(compare.unified).toContain("-two\n+three\n");
  expect(compare.diff.ops.length).toBeGreaterThan(1);
});

test("front matter may spell what PostgreSQL cannot hold", async () => {
  await create(
    "docs",
    "odd",
    '---\ntitle: "a\\0b \\ud800"\ntags: ["\\0"]\nmore: {"\\0": "\\udfff"}\n---\n\n[x](y.md) &#0;\n',
  );
  const { page } = await query(
    `{ page(by: {path: {space: "docs", path: "odd"}}) { title head { frontMatter } } }`,
  );
  expect(page.title).toBe("a\uFFFDb \uFFFD");
  expect(page.head.frontMatter.more).toEqual({ "\uFFFD": "\uFFFD" });
});

test("Query.pages gives no more text than one answer may hold", async () => {
  const { db } = server.database;
  const asked = async (fields: string) => {
    const { data, errors } = await server.query<Payload>(
      `{ pages(space: "docs", pathPrefix: "heavy", first: 100) { nodes { path ${fields} } } }`,
    );
    return { data, code: errors?.[0]?.extensions?.["code"], message: errors?.[0]?.message };
  };
  await create("docs", "heavy/a", "a\n");
  await create("docs", "heavy/b", "b\n");
  const fields = ["markdown", "html", "toc { text }", "head { markdown }", "head { html }"];
  for (const field of fields) expect((await asked(field)).code, field).toBeUndefined();
  // Only the sizes matter.
  await db
    .updateTable("revision")
    .set({ size: 20 * 1024 * 1024 })
    .where("path", "like", "heavy/%")
    .execute();
  for (const field of fields) {
    const { code, message } = await asked(field);
    expect(code, field).toBe("LIMIT_EXCEEDED");
    expect(message, field).toContain("32 MiB");
  }
  expect((await asked("title")).data["pages"].nodes).toHaveLength(2);
});
