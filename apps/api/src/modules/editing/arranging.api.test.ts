import { afterAll, beforeAll, expect, test } from "vitest";
import { createPerson, type TestPerson } from "#modules/accounts/testing.js";
import { newUuid } from "#platform/ids.js";
import { createTestServer, type TestServer } from "#testing/index.js";

let server: TestServer;
let reviewer: TestPerson;
let spaces = 0;

beforeAll(async () => {
  server = await createTestServer();
  reviewer = await createPerson(server.accounts, { name: "Rita" });
});
afterAll(() => server.close());

type Payload = Record<string, any>; // oxlint-disable-line typescript/no-explicit-any

/** A space of its own for each test, in which the reviewer may do everything needed here. */
async function space(): Promise<string> {
  const key = `space-${(spaces += 1)}`;
  const id = newUuid();
  await server.database.db
    .insertInto("space")
    .values({ id, key, name: key, visibility: "PUBLIC", default_locale: "en" })
    .execute();
  await server.database.db
    .insertInto("space_role")
    .values({ space_id: id, person_id: reviewer.personId, role: "REVIEWER" })
    .execute();
  // Roles are read at most every few seconds.
  reviewer = {
    ...reviewer,
    ...(await createPerson(server.accounts, { name: "Rita", spaceRoles: { [id]: "REVIEWER" } })),
  };
  return key;
}

async function query(text: string, variables: object = {}): Promise<Payload> {
  const { data, errors } = await server.query<Payload>(text, {
    variables: { ...variables },
    cookie: reviewer.cookie,
  });
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

const ERRORS =
  "errors { __typename code message path ... on InputError { suggestion } ... on EditConflict { theirs { number } } }";
const REVISION = "revision { id number kind isMinor message path parents { number } }";

async function mutate(name: string, type: string, input: object, fields: string): Promise<Payload> {
  const data = await query(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} ${ERRORS} } }`,
    { input },
  );
  return data[name];
}

async function create(
  key: string,
  path: string,
  markdown = `# ${path}\n`,
): Promise<{ pageId: string; revisionId: string }> {
  const { page, revision, errors } = await mutate(
    "pageCreate",
    "PageCreateInput",
    { space: key, path, markdown },
    `page { id } ${REVISION}`,
  );
  expect(errors).toEqual([]);
  return { pageId: page.id, revisionId: revision.id };
}

const move = (input: object) =>
  mutate(
    "pageMove",
    "PageMoveInput",
    input,
    `page { path url markdown filePath } movedCount ${REVISION}`,
  );
const remove = (input: object) =>
  mutate(
    "pageDelete",
    "PageDeleteInput",
    input,
    "deletedPage { id title deletedAt viewerCanRestore }",
  );
const restore = (input: object) =>
  mutate("pageRestore", "PageRestoreInput", input, `page { path deletedAt markdown } ${REVISION}`);
const revert = (input: object) =>
  mutate("pageRevert", "PageRevertInput", input, `page { markdown } ${REVISION}`);

async function address(key: string, path: string): Promise<Payload> {
  const data = await query(
    `query ($path: PagePath!) { address(path: $path) { page { id path markdown } redirectTo { path } deletedPage { title viewerCanRestore } suggestions { path } viewerCanCreate } }`,
    { path: { space: key, path } },
  );
  return data["address"];
}

test("Mutation.pageMove takes the subtree along, redirects, and rewrites links both ways", async () => {
  const key = await space();
  const { pageId } = await create(key, "guides", "# Guides\n\n[install](guides/install.md)\n");
  await create(
    key,
    "guides/install",
    "# Install\n\n[top](../guides.md) [other](../other.md) [[guides]]\n",
  );
  await create(key, "guidesque", "# Not below\n");
  await create(key, "other", "# Other\n\n[g](guides.md#a) and [i](guides/install.md)\n");
  const moved = await move({ pageId, path: "handbook/all", message: "Tidy up" });
  expect(moved).toMatchObject({
    errors: [],
    movedCount: 2,
    page: {
      path: "handbook/all",
      filePath: "handbook/all.md",
      markdown: "# Guides\n\n[install](all/install.md)\n",
    },
    revision: {
      number: 2,
      kind: "MOVE",
      message: "Tidy up",
      path: "handbook/all",
      parents: [{ number: 1 }],
    },
  });
  expect((await address(key, "handbook/all/install"))["page"].markdown).toBe(
    "# Install\n\n[top](../all.md) [other](../../other.md) [[handbook/all]]\n",
  );
  expect((await address(key, "other"))["page"].markdown).toBe(
    "# Other\n\n[g](handbook/all.md#a) and [i](handbook/all/install.md)\n",
  );
  expect(await address(key, "guides/install")).toMatchObject({
    page: null,
    redirectTo: { path: "handbook/all/install" },
  });
  expect((await address(key, "guidesque"))["page"]).not.toBeNull();
  const data = await query(
    `query ($path: PagePath!) { page(by: {path: $path}) { head { number kind isMinor author { name } } } }`,
    { path: { space: key, path: "other" } },
  );
  expect(data["page"].head).toMatchObject({
    number: 2,
    kind: "EDIT",
    isMinor: true,
    author: { name: "Rita" },
  });
});

test("Mutation.pageMove back takes the old address again", async () => {
  const key = await space();
  const { pageId } = await create(key, "a");
  await move({ pageId, path: "b" });
  expect(await move({ pageId, path: "a" })).toMatchObject({ errors: [], page: { path: "a" } });
  expect(await address(key, "b")).toMatchObject({ redirectTo: { path: "a" } });
  expect((await address(key, "a"))["page"]).not.toBeNull();
});

test("Mutation.pageMove never takes an address that somebody has, nor half moves", async () => {
  const key = await space();
  const { pageId } = await create(key, "a");
  await create(key, "a/x");
  await create(key, "b/x");
  expect((await move({ pageId, path: "b" }))["errors"]).toMatchObject([
    { code: "PATH_TAKEN", suggestion: "b/x-2" },
  ]);
  expect((await move({ pageId, path: "a/b" }))["errors"]).toMatchObject([
    { code: "INVALID_INPUT" },
  ]);
  expect((await address(key, "a"))["page"]).not.toBeNull();
  expect((await address(key, "b"))["page"]).toBeNull();
  expect(await move({ pageId, path: "a" })).toMatchObject({
    movedCount: 0,
    revision: { number: 1 },
  });
});

test("Mutation.pageDelete leaves a mark, and pageRestore brings everything back", async () => {
  const key = await space();
  const { pageId } = await create(key, "gone", "# Gone\n\nwords to find\n");
  const deleted = await remove({ pageId, message: "Out of date" });
  expect(deleted).toMatchObject({
    errors: [],
    deletedPage: { id: pageId, title: "Gone", viewerCanRestore: true },
  });
  expect(await address(key, "gone")).toMatchObject({
    page: null,
    deletedPage: { title: "Gone", viewerCanRestore: true },
  });
  const listed = await query(
    `query ($key: String!) { pages(space: $key) { nodes { path } } search(query: "words to find", space: $key) { nodes { title } } recentChanges(space: $key) { nodes { id } } }`,
    { key },
  );
  expect(listed).toEqual({
    pages: { nodes: [] },
    search: { nodes: [] },
    recentChanges: { nodes: [] },
  });
  expect((await remove({ pageId }))["errors"]).toMatchObject([{ code: "DELETED" }]);
  const blocked = await mutate(
    "pageCreate",
    "PageCreateInput",
    { space: key, path: "gone", markdown: "x" },
    "page { id }",
  );
  expect(blocked["errors"]).toMatchObject([{ code: "PATH_TAKEN", suggestion: "gone-2" }]);
  expect(await restore({ pageId })).toMatchObject({
    errors: [],
    page: { path: "gone", deletedAt: null, markdown: "# Gone\n\nwords to find\n" },
    revision: { number: 2, kind: "RESTORE" },
  });
  expect((await restore({ pageId }))["errors"]).toMatchObject([{ code: "NOT_DELETED" }]);
  const found = await query(
    `query ($key: String!) { search(query: "words to find", space: $key) { nodes { page { path } } } }`,
    { key },
  );
  expect(found["search"].nodes).toEqual([{ page: { path: "gone" } }]);
});

test("Mutation.pageRevert makes an old text the newest, unless somebody saved meanwhile", async () => {
  const key = await space();
  const { pageId, revisionId } = await create(key, "page", "one\n");
  const saved = await mutate(
    "pageSave",
    "PageSaveInput",
    { pageId, baseRevisionId: revisionId, markdown: "two\n" },
    REVISION,
  );
  const stale = await revert({ pageId, toRevisionId: revisionId, baseRevisionId: revisionId });
  expect(stale["errors"]).toMatchObject([{ __typename: "EditConflict", theirs: { number: 2 } }]);
  const reverted = await revert({
    pageId,
    toRevisionId: revisionId,
    baseRevisionId: saved["revision"].id,
  });
  expect(reverted).toMatchObject({
    errors: [],
    page: { markdown: "one\n" },
    revision: { number: 3, kind: "REVERT", message: "Revert to revision 1" },
  });
  const other = await create(key, "other");
  const foreign = await revert({
    pageId,
    toRevisionId: other.revisionId,
    baseRevisionId: reverted["revision"].id,
  });
  expect(foreign["errors"]).toMatchObject([{ code: "NOT_FOUND", path: ["input", "toRevisionId"] }]);
});

test("Query.address suggests what may have been meant", async () => {
  const key = await space();
  await create(key, "guides/installing");
  await create(key, "networking/bridges");
  expect((await address(key, "guides/instaling"))["suggestions"]).toMatchObject([
    { path: "guides/installing" },
  ]);
  expect((await address(key, "bridges"))["suggestions"]).toMatchObject([
    { path: "networking/bridges" },
  ]);
  expect(await address(key, "zzz")).toMatchObject({ suggestions: [], viewerCanCreate: true });
});
