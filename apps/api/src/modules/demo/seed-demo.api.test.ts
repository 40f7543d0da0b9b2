import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cookieHeader, createPerson } from "#modules/accounts/testing.js";
import { createTestDatabase, createTestServer, type TestServer } from "#testing/index.js";
import { Accounts, prepareFirstAdministrator } from "../accounts/index.js";

import { demoAccountsFile } from "./demo-accounts.js";
import { readDemoContent, type DemoContent } from "./demo-content.js";
import { declineDemo, seedDemo } from "./seed-demo.js";

let server: TestServer;
let content: DemoContent;
let lines: string[];

beforeAll(async () => {
  server = await createTestServer();
  content = await readDemoContent();
  lines = await seed(server);
});
afterAll(() => server.close());

type Instance = Pick<TestServer, "accounts" | "dataDir" | "site" | "database" | "close">;

const seed = ({ accounts, dataDir, site }: Instance) => seedDemo({ accounts, dataDir, site });

/** A database of its own, without a server. */
async function openInstance(): Promise<Instance> {
  const database = await createTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), "stet-demo-"));
  const { settings } = server.accounts;
  return {
    database,
    dataDir,
    site: server.site,
    accounts: new Accounts({ database, settings, isSignUpEnabled: true }),
    async close() {
      await database.close();
      await rm(dataDir, { recursive: true });
    },
  };
}

async function count(
  table: "revision" | "page" | "person" | "change",
  where = "true",
): Promise<number> {
  const { rows } = await server.database.pool.query(
    `select count(*)::int as n from ${table} where ${where}`,
  );
  return rows[0].n;
}

describe("seedDemo", () => {
  it("stores every revision as its file has it, in the page's order", async () => {
    expect(await count("page")).toBe(content.pages.length);
    for (const page of content.pages) {
      const path = page.revisions.findLast((each) => each.path !== undefined)?.path ?? page.path;
      const { rows } = await server.database.pool.query(
        `select content.markdown, revision.message, revision.created_at as at, revision.kind, person.name as author
         from page join space on space.id = page.space_id
         join revision on revision.page_id = page.id join content on content.hash = revision.content_hash
         join person on person.id = revision.author_id
         where space.key = $1 and page.locale = $2 and page.path = $3 order by revision.number`,
        [page.space, page.locale, path],
      );
      const names = new Map(content.people.map((person) => [person.key, person.name]));
      expect(rows).toEqual(
        page.revisions.map((revision, index) => ({
          markdown: revision.markdown,
          message: revision.message,
          at: revision.at,
          kind: revision.kind ?? (index === 0 ? "CREATE" : "EDIT"),
          author: names.get(revision.author),
        })),
      );
    }
  });

  it("can be read through the API, the moved page also at its old address", async () => {
    const { data, errors } = await server.query<{
      page: { html: string; title: string; revisions: { nodes: { message: string }[] } };
      address: { redirectTo: { path: string } | null };
    }>(`{
      page(by: { path: { space: "xen", path: "kronos-on-oneiric" } }) {
        title html revisions(first: 3) { nodes { message } } }
      address(path: { space: "xen", path: "troubleshooting/vif-not-working" }) { redirectTo { path } }
    }`);
    expect(errors).toBeUndefined();
    expect(data.page.title).toBe("Kronos on Oneiric (XAPI on Ubuntu)");
    expect(data.page.html).toContain("<h2");
    expect(data.page.revisions.nodes).toHaveLength(3);
    expect(data.address.redirectTo?.path).toBe("troubleshooting/no-network-in-guest");
  });

  it("has its pictures, with their sizes in the page", async () => {
    for (const { space, path, bytes } of content.media) {
      const { rows } = await server.database.pool.query(
        `select blob.hash, blob.size::int, blob.type, blob.width, person.name as author
         from media join space on space.id = media.space_id
         join media_version version on version.media_id = media.id and version.number = media.head_number
         join blob on blob.hash = version.blob_hash join person on person.id = version.author_id
         where space.key = $1 and media.path = $2`,
        [space, path],
      );
      expect(rows).toEqual([
        {
          hash: createHash("sha256").update(bytes).digest(),
          size: bytes.length,
          type: "image/png",
          width: expect.any(Number),
          author: expect.any(String),
        },
      ]);
    }
    const { data } = await server.query<{ page: { html: string } }>(
      `{ page(by: { path: { space: "xen", path: "dom0" } }) { html } }`,
    );
    expect(data.page.html).toMatch(/<img[^>]+width="\d+"/);
  });

  it("keeps the members' space to its members", async () => {
    const query = `{ space(by: { key: "lab" }) { key } }`;
    expect((await server.query<{ space: unknown }>(query)).data.space).toBeNull();
    const account = await signIn("writer@example.org");
    expect(
      (await server.query<{ space: unknown }>(query, { cookie: account })).data.space,
    ).not.toBeNull();
  });

  it("prints accounts that work, keeps them for the operator only, and leaves no session behind", async () => {
    const file = demoAccountsFile(server.dataDir);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const kept = await readFile(file, "utf8");
    for (const person of content.people.filter((each) => each.demoAccount)) {
      const line = lines.find((each) => each.includes(person.email));
      expect(kept).toContain(line?.trim());
      const cookie = await signIn(person.email);
      const { role } = (await server.accounts.loadViewer({ cookie })).person!;
      expect(role).toBe(person.role === "admin" ? "ADMIN" : "MEMBER");
    }
    const passwords = kept.match(/\b\w{4}(-\w{4}){3}\b/g) ?? [];
    expect(new Set(passwords).size).toBe(content.people.filter((each) => each.demoAccount).length);
    const { rows } = await server.database.pool.query(
      "select from account_session where created_at < (select updated_at from setting where key = 'demo')",
    );
    expect(rows).toHaveLength(0);
  });

  it("seeds nothing a second time and says where the accounts are", async () => {
    const before = await count("revision");
    expect(await seed(server)).toEqual([`Demo accounts: see ${demoAccountsFile(server.dataDir)}`]);
    expect(await count("revision")).toBe(before);
  });

  async function signIn(email: string): Promise<string> {
    const password =
      /\b\w{4}(-\w{4}){3}\b/.exec(lines.find((line) => line.includes(email)) ?? "")?.[0] ?? "";
    return cookieHeader(
      await server.accounts.signIn({ email, password }, { address: "192.0.2.1" }),
    );
  }
});

describe("an instance that is in use", () => {
  it("is left alone when it has a space, an author or a member", async () => {
    for (const make of [
      "insert into space (id, key, name, visibility, default_locale) values (gen_random_uuid(), 'own', 'Own', 'PUBLIC', 'en')",
      "insert into person (id, name) values (gen_random_uuid(), 'Imported')",
    ]) {
      const own = await openInstance();
      await own.database.pool.query(make);
      expect(await seed(own)).toEqual([]);
      expect((await own.database.pool.query("select from page")).rows).toHaveLength(0);
      await own.close();
    }
    const own = await openInstance();
    await createPerson(own.accounts);
    expect(await seed(own)).toEqual([]);
    await own.close();
  });

  it("may have the operator's administrator, also under an address of the demo", async () => {
    const own = await openInstance();
    const given = { email: "admin@example.org", password: "the operator's own" };
    await prepareFirstAdministrator(own.accounts, given);
    const seeded = await seed(own);
    expect(seeded.join("\n")).not.toContain("admin@example.org");
    const cookie = cookieHeader(await own.accounts.signIn(given, { address: "192.0.2.1" }));
    expect((await own.accounts.loadViewer({ cookie })).person?.role).toBe("ADMIN");
    await own.close();
  });

  it("is left alone once it was started without demo and its administrator came", async () => {
    const own = await openInstance();
    await declineDemo(own);
    await createPerson(own.accounts, { role: "ADMIN" });
    expect(await seed(own)).toEqual([]);
    await own.close();
  });

  it("gets the demo when asked for later, as long as nobody came", async () => {
    const own = await openInstance();
    await declineDemo(own);
    expect((await seed(own))[0]).toMatch(/^Made the demo site/);
    await declineDemo(own);
    expect((await seed(own))[0]).toMatch(/^Demo accounts: see /);
    await own.close();
  });

  it("is filled once by two processes that start together", async () => {
    const own = await openInstance();
    const results = await Promise.all([seed(own), seed(own)]);
    expect(results.filter((each) => each[0]?.startsWith("Made the demo site"))).toHaveLength(1);
    const { rows } = await own.database.pool.query("select from page");
    expect(rows).toHaveLength(content.pages.length);
    await own.close();
  });
});
