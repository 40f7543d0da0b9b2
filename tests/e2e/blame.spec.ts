import { expect, test } from "./journey.js";

const texts = [
  "# Install\n\nThe first paragraph is older than all others.\n\nThe end.\n",
  "# Install\n\nThe first paragraph is older than all others.\n\nRun the new command.\n\nThe end.\n",
];

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a reader finds out who wrote a command, and why", async ({ page, ownPage }) => {
    const own = await ownPage(...texts);
    await page.goto(`${own.url}/-/history`);
    await page.getByRole("link", { name: "Who wrote which line" }).click();
    await expect(page).toHaveURL(/\/-\/blame$/);
    const passage = page.getByRole("rowgroup").filter({ hasText: "Run the new command." });
    await expect(passage).toContainText("Next");
    await expect(passage).not.toContainText("older than all");
    await passage.getByRole("link", { name: "Revision 2", exact: true }).click();
    await expect(page).toHaveURL(/compare\/1\.\.\.2$/);
    await expect(page.locator("ins", { hasText: "Run the new command." })).toBeVisible();
  });

  test("a reader goes on to what was there before", async ({ page, ownPage }) => {
    const own = await ownPage(...texts);
    await page.goto(`${own.url}/-/blame`);
    const passage = page.getByRole("rowgroup").filter({ hasText: "Run the new command." });
    await passage.getByRole("link", { name: "before revision 2" }).click();
    await expect(page).toHaveURL(/blame\?rev=1$/);
    await expect(page.getByText("Run the new command.")).toHaveCount(0);
    await page.getByRole("link", { name: "Read revision 1" }).click();
    await expect(page).toHaveURL(/\?rev=1$/);
    await page.getByRole("link", { name: "Who wrote it" }).click();
    await expect(page).toHaveURL(/blame\?rev=1$/);
  });

  test("a revision that is none is not found", async ({ page, ownPage }) => {
    const own = await ownPage(...texts);
    for (const rev of ["3", "0", "x"]) {
      const response = await page.goto(`${own.url}/-/blame?rev=${rev}`);
      expect(response?.status()).toBe(404);
    }
  });
});

for (const width of [320, 1440]) {
  test(`nothing is wider than the screen at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/xen/kronos-on-oneiric/-/blame");
    const excess = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(excess).toBe(0);
  });
}
