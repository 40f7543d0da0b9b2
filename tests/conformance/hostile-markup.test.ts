import { afterAll, beforeAll, expect, test } from "vitest";
import { createPerson, type TestPerson } from "@stet/api/testing";
import { CanaryWorld } from "./testing/canary-world.js";
import { crawlHtml, operate, type Visitor } from "./testing/crawl.js";
import { hostileText, scheme, tag } from "./testing/hostile-text.js";
import { strangeMarkup } from "./testing/strange-markup.js";

/** What writers and addresses can put into pages; a parser looks, as a browser would, at what came of it. */
let world: CanaryWorld;
let mallory: TestPerson;

beforeAll(async () => {
  world = await CanaryWorld.open();
  mallory = await createPerson(world.server.accounts, { name: `Mal "'><x-evil onx=1>` });
  await world.role(world.spaceIds[0] ?? "", mallory, "WRITER");
});
afterAll(() => world.server.close());

const anonymous = (): Visitor => ({ origin: world.origin });
const asMallory = (): Visitor => ({ origin: world.origin, cookie: mallory.cookie });

test("markup in any field stays text on every screen", async () => {
  const first = await world.page(
    { space: "open", path: "evil", markdown: hostileText, message: tag },
    mallory.cookie,
  );
  await world.save(first, `${hostileText}\n${tag}\n`, tag, mallory.cookie);
  const spaceInput = { key: "evil", name: tag, description: tag };
  await world.mutate("spaceCreate", spaceInput, "space { id }");
  const query = encodeURIComponent(tag);
  const script = encodeURIComponent(scheme);
  const starts = [
    "/", "/open", "/evil", "/open/evil", "/open/evil?rev=1", "/open/evil/-/history", "/open/evil/-/compare/1...2",
    "/open/evil/-/compare/1...2?view=inline", "/open/evil/-/edit", "/open/evil/-/edit?plain", "/open/evil/-/move", "/open/evil/-/revert?to=1",
    "/-/recent", `/-/search?q=${query}`, "/-/search?q=evil", `/-/search?q=Heading&space=${query}`, `/${query}`, `/open/${query}`,
    `/-/sign-in?next=${script}&error=${query}&email=${query}&retry=${query}`, `/-/sign-up?next=${query}&error=${query}&email=${query}&name=${query}`,
    `/open/-/new?path=${query}`, `/open/evil?saved=${query}`, `/open/evil/-/compare/1...2?merged=${query}`, `/-/recent?space=${query}`,
    `/-/account?error=${query}&changed=${query}`,
  ]; // prettier-ignore
  for (const visitor of [anonymous(), asMallory()]) {
    for (const { asked, text, status } of await crawlHtml(visitor, starts, 120)) {
      expect(status, asked).toBeLessThan(500);
      if (text.includes('["content-type","text/html'))
        expect(strangeMarkup(text.slice(text.indexOf("\n"))), asked).toEqual([]);
    }
  }
});

test("markup in forms that come back with an error stays text", async () => {
  const forms: [string, Record<string, string>][] = [
    ["/open/evil/-/edit?plain", { markdown: hostileText, message: tag, base: "rev_x", key: tag }],
    ["/open/evil/-/edit?plain", { markdown: hostileText, message: tag, action: "preview" }],
    ["/open/-/new", { path: tag, markdown: tag, message: tag }],
    ["/open/evil/-/move", { path: tag, message: tag }],
    ["/open/evil/-/revert?to=1", { base: tag, message: "x".repeat(600) }],
    ["/-/new-space", { key: tag, name: tag, description: tag }],
  ];
  for (const [address, fields] of forms) {
    const response = await fetch(world.origin + address, {
      method: "POST",
      redirect: "manual",
      headers: { cookie: mallory.cookie, origin: world.origin },
      body: new URLSearchParams(fields),
    });
    expect(response.status, address).toBeLessThan(500);
    expect(strangeMarkup(await response.text()), address).toEqual([]);
  }
});

test("the markup of the API's HTML is what was allowed", async () => {
  const answer = await operate(
    anonymous(),
    `{ page(by: { path: { space: "open", path: "evil" } }) { html revisions(first: 9) { nodes { html } } } search(query: "Heading") { nodes { title snippet } } }`,
  );
  const { data } = JSON.parse(answer.text) as {
    data: {
      page: { html: string; revisions: { nodes: { html: string }[] } };
      search: { nodes: { title: string; snippet: string }[] };
    };
  };
  const all = [
    data.page.html,
    ...data.page.revisions.nodes.map(({ html }) => html),
    ...data.search.nodes.flatMap(({ title, snippet }) => [title, snippet]),
  ];
  expect(all.length).toBeGreaterThan(3);
  for (const html of all) expect(strangeMarkup(html)).toEqual([]);
});

test("markup in a source text is never HTML", async () => {
  const { headers } = await fetch(`${world.origin}/open/evil.md`);
  expect(headers.get("content-type")).toBe("text/plain; charset=utf-8");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("content-security-policy")).toContain("sandbox");
});

test("the parser that looks would find it", () => {
  for (const bad of [
    "<x-evil>",
    "<p onclick=x>",
    "<a href='java&#9;script:x'>",
    "<script>x</script>",
    "<form action='//evil.example'>",
  ])
    expect(strangeMarkup(bad), bad).toHaveLength(1);
});
