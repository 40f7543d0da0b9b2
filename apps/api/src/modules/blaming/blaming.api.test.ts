import { blame, blameRuns } from "@stet/history";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createPerson, type TestPerson } from "#modules/accounts/testing.js";
import { rebuildDerived } from "#modules/derived/index.js";
import { decodeId, newUuid } from "#platform/ids.js";
import { createTestServer, type TestServer } from "#testing/index.js";

let server: TestServer;
let writer: TestPerson;
let pages = 0;

beforeAll(async () => {
  server = await createTestServer();
  const spaces = { open: newUuid(), inside: newUuid() };
  const common = { default_locale: "en" };
  await server.database.db
    .insertInto("space")
    .values([
      { id: spaces.open, key: "docs", name: "Docs", visibility: "PUBLIC", ...common },
      { id: spaces.inside, key: "inside", name: "Inside", visibility: "MEMBERS", ...common },
    ])
    .execute();
  const spaceRoles = { [spaces.open]: "WRITER", [spaces.inside]: "WRITER" } as const;
  writer = await createPerson(server.accounts, { name: "Wei", spaceRoles });
});
afterAll(() => server.close());

type Data = Record<string, any>; // oxlint-disable-line typescript/no-explicit-any

async function ask(text: string, variables: Data = {}, cookie?: string): Promise<Data> {
  const { data, errors } = await server.query<Data>(text, {
    variables,
    ...(cookie === undefined ? {} : { cookie }),
  });
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

async function write(mutation: string, input: Data): Promise<{ page: string; revision: string }> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const data = await ask(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { page { id head { id } } errors { message } } }`,
    { input },
    writer.cookie,
  );
  expect(data[mutation].errors).toEqual([]);
  return { page: data[mutation].page.id, revision: data[mutation].page.head.id };
}

/** A page with these texts saved one after the other; its id and the ids of its revisions. */
async function pageOf(texts: readonly string[], space = "docs") {
  pages += 1;
  const path = `page-${pages}`;
  const first = await write("pageCreate", { space, path, markdown: texts[0] });
  const revisions = [first.revision];
  for (const markdown of texts.slice(1)) {
    const baseRevisionId = revisions.at(-1);
    const input = { pageId: first.page, baseRevisionId, markdown };
    revisions.push((await write("pageSave", input)).revision);
  }
  return { id: first.page, path, revisions };
}

async function ownersOf(pageId: string): Promise<string> {
  const { page } = await ask(
    `query ($id: ID!) { page(by: {id: $id}) { blame { startLine lineCount revision { number } } } }`,
    { id: pageId },
  );
  return page.blame
    .map((run: Data) => `${run["startLine"]}+${run["lineCount"]}:${run["revision"].number}`)
    .join(" ");
}

const texts = [
  "# Install\n\nTake the image from the site.\n\n```bash\nxl create -c /etc/xen/guest.cfg --console\n```\n\n- one\n- two\n",
  "# Install\n\nTake the image from the mirror.\n\n```bash\nxl create -c /etc/xen/guest.cfg --console\n```\n\n- one\n- two\n- three\n",
  "# Install\n\n```bash\nxl create -c /etc/xen/guest.cfg --console\n```\n\nTake the image from the mirror.\n\n- one\n- two\n- three\n",
];

test("Page.blame names who wrote each line, through edits, moves and a revert", async () => {
  const { id, revisions } = await pageOf(texts);
  // Of the move, only a blank line is new.
  expect(await ownersOf(id)).toBe("1+5:1 6+1:3 7+1:2 8+3:1 11+1:2");
  const [toRevisionId, , baseRevisionId] = revisions;
  await write("pageRevert", { pageId: id, toRevisionId, baseRevisionId });
  expect(await ownersOf(id)).toBe("1+10:1");
});

test("Revision.blame of each revision, kept forward save by save, is what the engine makes from scratch", async () => {
  const { id } = await pageOf([...texts, texts[0] ?? "", `${texts[0]}\nlast\n`]);
  const { page } = await ask(
    `query ($id: ID!) { page(by: {id: $id}) { revisions(first: 9) { nodes { id markdown blame { lineCount revision { id } } } } } }`,
    { id },
  );
  const history = page.revisions.nodes
    .toReversed()
    .map((each: Data) => ({ id: each["id"], text: each["markdown"] }));
  for (const [index, node] of page.revisions.nodes.toReversed().entries()) {
    const scratch = blameRuns(blame(history.slice(0, index + 1)));
    expect(node.blame.map((run: Data) => [run["lineCount"], run["revision"].id])).toEqual(
      scratch.map((run) => [run.lines, run.revision]),
    );
  }
});

test("a save that was merged owns its lines only; rebuilding gives the same bytes", async () => {
  const base = "# A\n\nfirst paragraph here\n\nmiddle\n\nlast paragraph here\n";
  const { id, revisions } = await pageOf([base, base.replace("first", "changed first")]);
  const mine = base.replace("last paragraph", "my own paragraph");
  await write("pageSave", { pageId: id, baseRevisionId: revisions[0], markdown: mine });
  expect(await ownersOf(id)).toBe("1+2:1 3+1:2 4+3:1 7+1:3");
  const before = await stored();
  await rebuildDerived(server.database.db, { locales: server.site.locales });
  expect(await stored()).toEqual(before);
});

async function stored(): Promise<string[]> {
  const { rows } = await server.database.pool.query<{ row: string }>(
    "select revision_id || owners::text as row from revision_blame order by revision_id",
  );
  return rows.map((each) => each.row);
}

test("Revision.blame of revisions that were never derived is made when asked for, and stored", async () => {
  const { id } = await pageOf(texts);
  const expected = await ownersOf(id);
  await server.database.pool.query(
    "delete from revision_blame using revision where revision.id = revision_id and revision.page_id = $1",
    [decodeId("Page", id)],
  );
  expect(await ownersOf(id)).toBe(expected);
  const once = server.database.statementCount();
  expect(await ownersOf(id)).toBe(expected);
  expect(server.database.statementCount() - once).toBeLessThan(6);
});

test("Page.blame gives the asked lines, and refuses ranges that are none", async () => {
  const { id } = await pageOf(texts);
  const text = `query ($id: ID!, $first: Int, $last: Int) { page(by: {id: $id}) { blame(firstLine: $first, lastLine: $last) { startLine lineCount } } }`;
  const { page } = await ask(text, { id, first: 3, last: 5 });
  expect(page.blame[0].startLine).toBe(3);
  const counts = page.blame.map((run: Data) => run["lineCount"] as number);
  expect(counts.reduce((sum: number, count: number) => sum + count, 0)).toBe(3);
  expect((await ask(text, { id, first: 500 }))["page"].blame).toEqual([]);
  for (const range of [{ first: 0 }, { first: 4, last: 3 }]) {
    const { errors } = await server.query(text, { variables: { id, ...range } });
    expect(errors?.[0]?.extensions?.["code"]).toBe("BAD_USER_INPUT");
  }
});

test("Revision.blocks keep their identity, and say who changed them last", async () => {
  const { id } = await pageOf(texts);
  const { page } = await ask(
    `query ($id: ID!) { page(by: {id: $id}) { revisions(first: 9) { nodes { number markdown
      blocks { id kind startLine lineCount change firstRevision { number } lastChangedBy { number } } } } } }`,
    { id },
  );
  const [third, second, first] = page.revisions.nodes;
  const idOf = (revision: Data, kind: string) =>
    revision["blocks"].find((block: Data) => block["kind"] === kind).id;
  for (const kind of ["heading", "code", "list", "paragraph"]) {
    expect(idOf(third, kind)).toBe(idOf(first, kind));
    expect(idOf(second, kind)).toBe(idOf(first, kind));
  }
  const lines = third.blocks.map((block: Data) => [block["startLine"], block["lineCount"]]);
  expect(lines).toEqual([
    [1, 2],
    [3, 4],
    [7, 2],
    [9, 3],
  ]);
  const said = third.blocks.map(
    (block: Data) =>
      `${block["kind"]} ${block["firstRevision"].number} ${block["lastChangedBy"].number}`,
  );
  expect(said).toEqual(["heading 1 1", "code 1 1", "paragraph 1 2", "list 1 2"]);
});

test("Revision.wordAuthors tells whose words they are, for a few lines at a time", async () => {
  const { revisions } = await pageOf(texts);
  const text = `query ($id: ID!, $last: Int!) { revision(id: $id) { markdown wordAuthors(firstLine: 7, lastLine: $last) { text revision { number author { name } } } } }`;
  const { revision } = await ask(text, { id: revisions[2], last: 7 });
  const words = revision.wordAuthors;
  expect(words.map((word: Data) => word["text"]).join("")).toBe(
    "Take the image from the mirror.\n",
  );
  const mirror = words.find((word: Data) => word["text"].includes("mirror"));
  expect(mirror.revision.number).toBe(2);
  expect(words[0].revision).toEqual({ number: 1, author: { name: "Wei" } });
  const { errors } = await server.query(text, { variables: { id: revisions[2], last: 200 } });
  expect(errors?.[0]?.extensions?.["argument"]).toBe("lastLine");
});

test("blame and blocks of many revisions take as many statements as those of few", async () => {
  const more = Array.from({ length: 9 }, (_, at) => `${texts[2]}\nmore ${at}\n`);
  const { id } = await pageOf([...texts, ...more]);
  const text = `query ($id: ID!, $first: Int!) { page(by: {id: $id}) { blame { revision { number author { name } } }
    revisions(first: $first) { nodes { blame { revision { id } } blocks { id firstRevision { id } lastChangedBy { id } } } } } }`;
  const statements = async (first: number) => {
    const counts: number[] = [];
    for (let run = 0; run < 3; run += 1) {
      const before = server.database.statementCount();
      await ask(text, { id, first });
      counts.push(server.database.statementCount() - before);
    }
    return Math.min(...counts);
  };
  expect(await statements(12)).toBe(await statements(3));
});

test("blame of what may not be read looks like what is not there", async () => {
  const { id, revisions } = await pageOf(texts, "inside");
  const text = `query ($id: ID!, $rev: ID!) { page(by: {id: $id}) { blame { startLine } }
    revision(id: $rev) { blame { startLine } blocks { id } wordAuthors(firstLine: 1, lastLine: 1) { text } } }`;
  const variables = { id, rev: revisions[0] };
  expect(await ask(text, variables)).toEqual({ page: null, revision: null });
  const own = await ask(text, variables, writer.cookie);
  expect(own["revision"].wordAuthors).toEqual([{ text: "# Install\n" }]);
});
