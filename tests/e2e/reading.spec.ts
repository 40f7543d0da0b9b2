import { expect, test } from "./journey.js";

test.describe("a reader without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("finds a page, reads it and follows its table of contents", async ({ page }) => {
    await page.goto("/");
    await page.getByLabel("What are you looking for?").fill("keymaps oneiric");
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page).toHaveURL(/\/-\/search\?q=keymaps/);
    await page.getByRole("link", { name: "Kronos on Oneiric" }).first().click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "Kronos on Oneiric (XAPI on Ubuntu)",
    );
    await expect(page.getByText("Project Kronos brings the XAPI toolstack")).toBeVisible();
    await page
      .getByRole("navigation", { name: "On this page" })
      .getByRole("link", { name: "Install the hypervisor" })
      .click();
    await expect(page).toHaveURL(/#install-the-hypervisor$/);
    await page.getByRole("link", { name: /^Next/ }).click();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });

  test("chooses two revisions and compares them both ways", async ({ page }) => {
    await page.goto("/xen/kronos-on-oneiric");
    await page.getByRole("link", { name: "History" }).first().click();
    await page.getByRole("radio", { name: "Compare from revision 2" }).check();
    await page.getByRole("radio", { name: "Compare to revision 4" }).check();
    await page.getByRole("button", { name: "Compare the chosen revisions" }).first().click();
    await expect(page).toHaveURL(/\/-\/compare\/2\.\.\.4$/);
    await expect(page.getByText(/\d+ lines? (changed|added)/).first()).toBeVisible();
    await expect(page.locator(".diff ins").first()).toBeVisible();
    await page.getByRole("link", { name: "Inline" }).click();
    await expect(page).toHaveURL(/view=inline$/);
    await expect(page.locator(".diff.inline ins").first()).toBeVisible();
    await page.locator(".fold summary").first().click();
    await expect(page.locator(".fold[open] pre").first()).toBeVisible();
  });

  test("reads an old revision that says so and is not for search engines", async ({ page }) => {
    const response = await page.goto("/xen/kronos-on-oneiric?rev=2");
    expect(response?.headers()["x-robots-tag"]).toBe("noindex");
    await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", "noindex");
    await expect(page.getByText(/Revision 2 of \d+/)).toBeVisible();
    await page.getByRole("link", { name: "Read the page as it is now" }).click();
    await expect(page).toHaveURL(/\/xen\/kronos-on-oneiric$/);
  });

  test("opens the list of pages on a phone", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto("/xen/kronos-on-oneiric");
    const list = page.getByRole("navigation", { name: /^Pages of/ });
    await expect(list).toBeHidden();
    await page.getByRole("button", { name: "Pages" }).click();
    await expect(list).toBeVisible();
    await list.getByRole("link", { name: "Glossary" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Glossary" })).toBeVisible();
  });

  test("changes the language of a page", async ({ page }) => {
    await page.goto("/xen/dom0");
    await expect(page.locator("link[hreflang=de]")).toHaveAttribute("href", /\/de\/xen\/dom0$/);
    await page.getByRole("link", { name: "Deutsch" }).click();
    await expect(page.locator("article")).toHaveAttribute("lang", "de");
  });

  test("is told where to go when there is no page", async ({ page }) => {
    const response = await page.goto("/xen/kronos-on-oneirik");
    expect(response?.status()).toBe(404);
    await expect(page.getByRole("heading", { name: "Nothing here yet" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Kronos on Oneiric" })).toBeVisible();
  });
});

test("the source is the exact text", async ({ request, ask }) => {
  const answer = await request.get("/xen/kronos-on-oneiric.md");
  expect(answer.headers()["content-type"]).toBe("text/plain; charset=utf-8");
  const { page } = await ask<{ page: { markdown: string } }>(
    `{ page(by: { path: { space: "xen", path: "kronos-on-oneiric" } }) { markdown } }`,
  );
  expect((await answer.body()).equals(Buffer.from(page.markdown))).toBe(true);
});

test("search engines find every public page once, and its translations", async ({
  request,
  baseURL,
}) => {
  const robots = await (await request.get("/robots.txt")).text();
  expect(robots).toContain(`Sitemap: ${baseURL}/sitemap.xml`);
  const sitemap = await (await request.get("/sitemap.xml")).text();
  const places = [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map((found) => found[1]);
  expect(new Set(places).size).toBe(places.length);
  expect(places).toContain(`${baseURL}/xen/kronos-on-oneiric`);
  expect(places.filter((place) => place?.includes("/lab/"))).toEqual([]);
  expect(sitemap).toContain(`hreflang="de" href="${baseURL}/de/xen/dom0"`);
});

test("a code block is copied without prompts and output", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/xen/formatting");
  const block = page
    .locator(".code-box, figure.code")
    .filter({ has: page.locator(".prompt") })
    .first();
  await block.hover();
  await block.getByRole("button", { name: "Copy" }).click();
  await expect(block.getByRole("button", { name: "Copied" })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const typed = await block.locator("pre").evaluate((pre) =>
    (pre.textContent ?? "")
      .split("\n")
      .filter((line) => line.startsWith("$ "))
      .map((line) => line.slice(2))
      .join("\n"),
  );
  expect(copied).toBe(typed);
});

test("`/` goes to the search field, n and p from change to change", async ({ page }) => {
  await page.goto("/xen/kronos-on-oneiric/-/compare/3...6");
  await page.keyboard.press("n");
  await expect(page.getByText(/^Change 1 of \d+$/)).toBeVisible();
  await page.keyboard.press("n");
  await expect(page.getByText(/^Change 2 of \d+$/)).toBeVisible();
  await expect(page.locator("#change-2")).toBeFocused();
  await page.keyboard.press("p");
  await expect(page.locator("#change-1")).toBeFocused();
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("n");
  await expect(page.getByRole("searchbox")).toHaveValue("n");
});
