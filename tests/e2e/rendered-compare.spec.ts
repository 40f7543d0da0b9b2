import { expect, test } from "./journey.js";

const moved = "The control domain has to be told about every disk that is attached to a guest.";
const before = `# Install

Take the **old** image from the [site](https://a.example/).

${moved}

## Steps

- plug it in
- switch it on
- wait a while

One paragraph that stays.

Another paragraph that stays.

A third paragraph that stays.

A fourth paragraph that stays.

The end of it.
`;
const after = before
  .replace("**old** image", "**signed** image")
  .replace("https://a.example/", "https://b.example/")
  .replace(`${moved}\n\n`, "")
  .replace("- switch it on\n", "")
  .replace("## Steps", "### Steps")
  .replace("The end of it.\n", `The end of it.\n\n${moved.replace("disk", "volume")}\n`);

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a reader sees the change as it will be read", async ({ page, ownPage }) => {
    const own = await ownPage(before, after);
    await page.goto(`${own.url}/-/compare/1...2`);
    await page.getByRole("link", { name: "Rendered" }).click();
    await expect(page).toHaveURL(/\?view=rendered$/);
    const article = page.getByRole("article", { name: "Rendered comparison" });
    await expect(article.locator("strong del, del strong").first()).toHaveText(/old/);
    await expect(article.locator("ins.painted").first()).toHaveText(/signed/);
    await expect(article.locator("li", { hasText: "switch it on" }).locator("del")).toBeVisible();
    await expect(article.getByText("Heading: level 2 → level 3")).toBeVisible();
    await expect(article.getByText("Link: https://a.example/ → https://b.example/")).toBeVisible();
    const unchanged = article.locator("details", { hasText: "unchanged blocks" });
    await expect(unchanged).toHaveCount(1);
    await expect(unchanged.getByText("A third paragraph")).toBeHidden();
    await unchanged.locator("summary").click();
    await expect(unchanged.getByText("A third paragraph")).toBeVisible();
  });

  test("a passage that moved is shown once, and its ends lead to each other", async ({
    page,
    ownPage,
  }) => {
    const own = await ownPage(before, after);
    await page.goto(`${own.url}/-/compare/1...2?view=rendered`);
    const passage = page.getByText("The control domain has to be told");
    await expect(passage).toHaveCount(1);
    await expect(passage.locator("del")).toHaveText(/disk/);
    await page.getByRole("link", { name: "A passage moved from here, further down" }).click();
    await expect(page).toHaveURL(/#move-0-to$/);
    await page.getByRole("link", { name: "A passage moved here, from further up" }).click();
    await expect(page).toHaveURL(/#move-0-from$/);
  });
});

test("n and p go from change to change; the next comparison keeps the view", async ({
  page,
  ownPage,
}) => {
  const own = await ownPage(before, after, `${after}\nMore.\n`);
  await page.goto(`${own.url}/-/compare/1...2?view=rendered`);
  await page.keyboard.press("n");
  await expect(page.locator("#change-1")).toBeFocused();
  await page.keyboard.press("n");
  await expect(page.locator("#change-2")).toBeFocused();
  await page.getByRole("link", { name: "Change after" }).click();
  await expect(page).toHaveURL(/compare\/2\.\.\.3\?view=rendered$/);
  await expect(page.getByRole("article").locator("ins.painted")).toHaveText("More.");
});

for (const width of [320, 1440]) {
  test(`nothing is wider than the screen at ${width} pixels`, async ({ page, ownPage }) => {
    await page.setViewportSize({ width, height: 900 });
    const own = await ownPage(before, after);
    for (const view of ["split", "inline", "rendered"]) {
      await page.goto(`${own.url}/-/compare/1...2?view=${view}`);
      const excess = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(excess, view).toBe(0);
    }
  });
}
