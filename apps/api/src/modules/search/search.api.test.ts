import { afterAll, beforeAll, expect, test } from "vitest";
import { createPerson, type TestPerson } from "#modules/accounts/testing.js";
import { newUuid } from "#platform/ids.js";
import { createTestServer, type TestServer } from "#testing/index.js";

let server: TestServer;
let writer: TestPerson;

beforeAll(async () => {
  server = await createTestServer();
  const spaces = [
    { id: newUuid(), key: "docs", name: "Docs", visibility: "PUBLIC", default_locale: "en" },
    { id: newUuid(), key: "inside", name: "Inside", visibility: "MEMBERS", default_locale: "en" },
  ] as const;
  await server.database.db.insertInto("space").values(spaces).execute();
  writer = await createPerson(server.accounts, {
    spaceRoles: { [spaces[0].id]: "WRITER", [spaces[1].id]: "WRITER" },
  });
  await create(
    "docs",
    "bridging",
    "# Bridging\n\nConnect guests to a network through dom0. <b>Not</b> & never `brctl`.",
  );
  await create(
    "docs",
    "install",
    "# Installing the hypervisor\n\nBefore bridging anything, install packages.",
  );
  await create("docs", "german", "# Netzwerke\n\nDie Häuser der Netzwerke sind verbunden.", "de");
  await create("docs", "japanese", "# 仮想化\n\nこのページは仮想マシンの設定を説明します。", "ja");
  await create("inside", "secret", "# Bridging secrets\n\nOnly for members.");
});
afterAll(() => server.close());

async function create(
  space: string,
  path: string,
  markdown: string,
  locale?: string,
): Promise<void> {
  const query = `mutation ($input: PageCreateInput!) { pageCreate(input: $input) { errors { message } } }`;
  const { data } = await server.query(query, {
    variables: { input: { space, path, markdown, locale } },
    cookie: writer.cookie,
  });
  expect(data).toEqual({ pageCreate: { errors: [] } });
}

interface Found {
  search: {
    nodes: { title: string; snippet: string; page: { path: string } }[];
    count: { value: number };
    pageInfo: { endCursor: string | null; hasNextPage: boolean };
  };
}

async function search(query: string, options: { cookie?: string; rest?: string } = {}) {
  const { data, errors } = await server.query<Found>(
    `query ($query: String!) { search(query: $query ${options.rest ?? ""}) {
      nodes { title snippet page { path } } count { value } pageInfo { endCursor hasNextPage } } }`,
    { variables: { query }, ...(options.cookie === undefined ? {} : { cookie: options.cookie }) },
  );
  expect(errors).toBeUndefined();
  return { ...data.search, paths: data.search.nodes.map((node) => node.page.path) };
}

test("Query.search ranks titles above texts, and counts", async () => {
  const { paths, count } = await search("bridging");
  expect(paths).toEqual(["bridging", "install"]);
  expect(count.value).toBe(2);
});

test("Query.search finds inflections, and the last word by its start", async () => {
  expect((await search("install package")).paths).toEqual(["install"]);
  expect((await search("hyperv")).paths).toEqual(["install"]);
  expect((await search("Haus netzwerk")).paths).toEqual(["german"]);
});

test("Query.search finds sequences of characters in scripts without spaces", async () => {
  const { paths, nodes } = await search("仮想マシン");
  expect(paths).toEqual(["japanese"]);
  expect(nodes[0]?.snippet).toContain("<mark>仮想マシン</mark>");
  expect((await search("想設")).paths).toEqual([]);
});

test("Query.search escapes what it quotes", async () => {
  const { nodes } = await search("brctl");
  expect(nodes[0]?.snippet).toContain("<mark>brctl</mark>");
  expect(nodes[0]?.snippet).toContain("&amp;");
  expect(nodes[0]?.snippet.replaceAll(/<\/?mark>/g, "")).not.toMatch(/[<>]/);
});

test("Query.search shows only what the viewer may read", async () => {
  expect((await search("secrets")).paths).toEqual([]);
  expect((await search("secrets", { cookie: writer.cookie })).paths).toEqual(["secret"]);
});

test("Query.search goes on after a cursor", async () => {
  const first = await search("bridging", { rest: ", first: 1" });
  expect(first).toMatchObject({ paths: ["bridging"], pageInfo: { hasNextPage: true } });
  const second = await search("bridging", {
    rest: `, first: 1, after: "${first.pageInfo.endCursor}"`,
  });
  expect(second).toMatchObject({ paths: ["install"], pageInfo: { hasNextPage: false } });
});

test.each([
  "",
  " ",
  "'",
  '"',
  '"a',
  "a & | ! <-> b",
  "(((",
  ":*",
  "a:*b",
  "\\",
  "\u0000x",
  "\ud800",
  "-",
  "- -",
  "or",
  "x".repeat(5000),
  "%_\\",
  '仮"想',
  "💥",
  'a 仮 -b "c',
  "\u0001\u0002",
])("Query.search answers %j without an error", async (query) => {
  await search(query);
});

test("Query.search marks what was found, and nothing a text says of itself", async () => {
  await create(
    "docs",
    "marked",
    "# A zebra\u0002\u0001\n\nOne \u0001zebra, \u0002two\u0002\u0001.\n",
  );
  await create("docs", "marked-ja", "# 縞馬\u0001\n\nこれは\u0002縞馬\u0001です。\n", "ja");
  for (const query of ["zebra", "縞馬"]) {
    const { nodes } = await search(query);
    expect(nodes).toHaveLength(1);
    for (const text of [nodes[0]?.title, nodes[0]?.snippet]) {
      expect(text).toContain(`<mark>${query}</mark>`);
      expect(text?.replaceAll(`<mark>${query}</mark>`, "")).not.toContain("mark>");
    }
  }
});
