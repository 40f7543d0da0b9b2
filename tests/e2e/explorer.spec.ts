import { expect, test } from "./journey.js";

test("GraphiQL runs a query with the rest of the internet cut off", async ({ page, baseURL }) => {
  const elsewhere: string[] = [];
  await page.route(
    (url) => url.origin !== baseURL && url.protocol.startsWith("http"),
    (route) => {
      elsewhere.push(route.request().url());
      return route.abort();
    },
  );
  await page.goto("/graphql");
  const run = page.getByRole("button", { name: /execute/i });
  await expect(run).toBeVisible({ timeout: 30_000 });
  await expect(page.locator(".graphiql-query-editor")).toContainText("recentChanges", {
    timeout: 30_000,
  });
  await run.click();
  await expect(page.locator(".graphiql-response")).toContainText('"recentChanges"', {
    timeout: 30_000,
  });
  await expect(page.locator(".graphiql-response")).toContainText('"nodes"');
  await page.getByRole("button", { name: /show documentation/i }).click();
  await expect(page.locator(".graphiql-doc-explorer")).toContainText("Query");
  expect(elsewhere).toEqual([]);
});

test("a program at the same address gets answers, not the explorer", async ({ request }) => {
  const answer = await request.post("/graphql", { data: { query: "{ site { name } }" } });
  expect(((await answer.json()) as { data: { site: { name: string } } }).data.site.name).not.toBe(
    "",
  );
});
