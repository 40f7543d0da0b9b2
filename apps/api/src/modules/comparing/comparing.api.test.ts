import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createPerson, type TestPerson } from "#modules/accounts/testing.js";
import { newUuid } from "#platform/ids.js";
import { createTestServer, type TestServer } from "#testing/index.js";

let server: TestServer;
let writer: TestPerson;

beforeAll(async () => {
  server = await createTestServer();
  const spaces = { open: newUuid(), inside: newUuid() };
  await server.database.db
    .insertInto("space")
    .values([
      { id: spaces.open, key: "docs", name: "Docs", visibility: "PUBLIC", default_locale: "en" },
      { id: spaces.inside, key: "in", name: "In", visibility: "MEMBERS", default_locale: "en" },
    ])
    .execute();
  const spaceRoles = { [spaces.open]: "WRITER", [spaces.inside]: "WRITER" } as const;
  writer = await createPerson(server.accounts, { spaceRoles });
});
afterAll(() => server.close());

type Data = Record<string, any>; // oxlint-disable-line typescript/no-explicit-any

async function ask(text: string, variables: Data, cookie?: string): Promise<Data> {
  const { data, errors } = await server.query<Data>(text, {
    variables,
    ...(cookie === undefined ? {} : { cookie }),
  });
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

async function create(space: string, path: string, markdown: string): Promise<string> {
  const { pageCreate } = await ask(
    "mutation ($input: PageCreateInput!) { pageCreate(input: $input) { revision { id } errors { message } } }",
    { input: { space, path, markdown } },
    writer.cookie,
  );
  expect(pageCreate.errors).toEqual([]);
  return pageCreate.revision.id as string;
}

const first = "The host boots the hypervisor and then starts the control domain at once.";
const second = "Guests are started afterwards, one after the other, as their order says.";
const before = `# A\n\n${first} ${second}\n\nWait 5 minutes.\n\n\`\`\`bash\nxl list --long\n\`\`\`\n`;
const after = `# A\n\n${first}\n\n${second}\n\nWait 9 minutes.\n\n\`\`\`bash\nxl list --numa\n\`\`\`\n`;

test("Query.compare takes revisions of two pages and sums up what the changes are about", async () => {
  const base = await create("docs", "one", before);
  const head = await create("docs", "two", after);
  const { compare } = await ask(
    `query ($base: ID!, $head: ID!) { compare(base: $base, head: $head) {
      summary { splits joins moves kinds { prose commands links numbers formatting } } } }`,
    { base, head },
  );
  expect(compare.summary).toMatchObject({ splits: 1, joins: 0, moves: 0 });
  expect(compare.summary.kinds.numbers).toBe(1);
  expect(compare.summary.kinds.commands).toBe(1);
  expect(compare.summary.kinds.links).toBe(0);
});

test("Query.compareText compares with a text that was not saved, and its patch applies", async () => {
  const base = await create("docs", "three", before);
  const text = `query ($base: ID!, $markdown: String!) { compareText(base: $base, markdown: $markdown) {
    isIdentical unified degraded diff base { number filePath: path } summary { splits } } }`;
  const { compareText } = await ask(text, { base, markdown: after });
  expect(compareText).toMatchObject({ isIdentical: false, degraded: [], summary: { splits: 1 } });
  const folder = mkdtempSync(join(tmpdir(), "stet-patch-"));
  try {
    writeFileSync(join(folder, "three.md"), before);
    execFileSync("git", ["apply", "-"], { cwd: folder, input: compareText.unified as string });
    expect(readFileSync(join(folder, "three.md"), "utf8")).toBe(after);
  } finally {
    rmSync(folder, { recursive: true });
  }
  const same = await ask(text, { base, markdown: before });
  expect(same["compareText"]).toMatchObject({ isIdentical: true, unified: "" });
});

test("Query.compareText refuses what could not be saved, and shows nobody what they may not read", async () => {
  const secret = await create("in", "secret", "# Secret\n");
  const text = `query ($base: ID!, $markdown: String!) { compareText(base: $base, markdown: $markdown) { diff } }`;
  expect(await ask(text, { base: secret, markdown: "" })).toEqual({ compareText: null });
  const { errors } = await server.query(text, {
    variables: { base: secret, markdown: "a\u0000b" },
  });
  expect(errors?.[0]?.extensions?.["argument"]).toBe("markdown");
});
