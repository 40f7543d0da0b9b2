import { afterAll, beforeAll, expect, test } from "vitest";
import { createPerson } from "#modules/accounts/testing.js";
import { createPage, deletePage, movePage, revertPage, savePage } from "#modules/editing/index.js";
import { encodeId, newUuid } from "#platform/ids.js";
import { createTestServer, type TestServer } from "#testing/index.js";
import type { Context } from "../../context.js";
import { rebuildDerived } from "./index.js";

let server: TestServer;
let ctx: Context;

beforeAll(async () => {
  server = await createTestServer();
  const spaceId = newUuid();
  await server.database.db
    .insertInto("space")
    .values({ id: spaceId, key: "docs", name: "Docs", visibility: "PUBLIC", default_locale: "en" })
    .execute();
  const { cookie } = await createPerson(server.accounts, { spaceRoles: { [spaceId]: "ADMIN" } });
  const viewer = await server.accounts.loadViewer({ cookie });
  const { site, dataDir } = server;
  ctx = { db: server.database.db, viewer, requestId: "test", site, dataDir };
});
afterAll(() => server.close());

const derived: Record<string, string> = {
  revision_html: "revision_id",
  revision_blocks: "revision_id",
  revision_blame: "revision_id",
  link: "page_id, href, rank",
  page_search: "page_id",
  page_past_block: "page_id, text_hash, block_id",
  page: "id",
};

async function dump(): Promise<Record<string, string>> {
  const tables: Record<string, string> = {};
  for (const [table, order] of Object.entries(derived)) {
    const { rows } = await server.database.pool.query<{ row: string }>(
      `select row::text as row from ${table} row order by ${order}`,
    );
    tables[table] = rows.map(({ row }) => row).join("\n");
  }
  return tables;
}

const texts = [
  "# Install\n\nSee [network](network.md).\n\n```bash\napt-get install xen\n```\n\n- a\n- b\n",
  "# Install\n\nSee [network](network.md) and [[other]].\n\n```bash\napt-get install xen\n```\n\n- a\n- b\n- c\n",
  "---\ntitle: Setup\ntags: [x]\norder: 3\n---\n# Install\n\n- a\n- b\n- c\n\nSee [network](network.md) and [[other]].\n",
  "# Install\n\nAll new.\n",
];

async function build(path: string): Promise<void> {
  const first = await createPage(ctx, { space: "docs", path, markdown: texts[0] ?? "" });
  const pageId = encodeId("Page", first.page.id);
  let base = encodeId("Revision", first.revision.id);
  for (const markdown of texts.slice(1)) {
    const { revision } = await savePage(ctx, { pageId, baseRevisionId: base, markdown });
    base = encodeId("Revision", revision.id);
  }
  const toRevisionId = encodeId("Revision", first.revision.id);
  await revertPage(ctx, { pageId, toRevisionId, baseRevisionId: base });
}

test("rebuildDerived gives the same rows, byte for byte, also after all of them were lost", async () => {
  await build("guides/install");
  await build("guides/network");
  await build("gone");
  const other = await createPage(ctx, {
    space: "docs",
    path: "other",
    markdown: "[i](guides/install.md) 日本語のページ\n",
  });
  const pageIdOf = async (path: string) => {
    const { rows } = await server.database.pool.query<{ id: string }>(
      "select id from page where path = $1",
      [path],
    );
    return encodeId("Page", rows[0]?.id ?? "");
  };
  await movePage(ctx, { pageId: await pageIdOf("guides/install"), path: "handbook/install" });
  await deletePage(ctx, { pageId: await pageIdOf("gone") });
  expect(other.page.path).toBe("other");
  const before = await dump();
  expect(before["page_past_block"]).not.toBe("");
  const progress: number[] = [];
  await rebuildDerived(server.database.db, {
    locales: server.site.locales,
    onProgress: ({ done }) => progress.push(done),
  });
  expect(progress).toEqual([1, 2, 3, 4]);
  expect(await dump()).toEqual(before);

  await server.database.pool.query(
    "truncate revision_blocks, revision_blame, link, page_search, page_past_block",
  );
  await server.database.pool.query(
    "delete from revision_html where revision_id in (select head_id from page)",
  );
  await server.database.pool.query(
    "update page set title = 'lost', tags = '{}', description = '', kind = 'POST', nav_order = null",
  );
  await rebuildDerived(server.database.db, { locales: server.site.locales });
  expect(await dump()).toEqual(before);
});
