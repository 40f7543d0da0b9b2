import { expect, test } from "./journey.js";

test.beforeEach(({ signIn }) => signIn("writer"));

test("what was typed a second ago survives the window", async ({ page, ownPage }) => {
  const own = await ownPage("# Draft\n\nFirst.\n");
  page.on("dialog", (dialog) => void dialog.accept());
  await page.goto(`${own.url}/-/edit`);
  await expect(page.getByRole("textbox", { name: "Text, in Markdown" })).toBeFocused();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("Typed and not saved.");
  await page.waitForTimeout(1_000);
  await page.reload();
  await expect(page.getByText(/^This is your unsaved text from/)).toBeVisible();
  await expect(page.locator(".cm-content")).toContainText("Typed and not saved.");
  await page.getByRole("button", { name: "Throw the draft away" }).click();
  await expect(page.locator(".cm-content")).not.toContainText("Typed and not saved.");
  await page.reload();
  await expect(page.locator(".cm-content")).toBeVisible();
  await expect(page.getByText(/^This is your unsaved text from/)).toHaveCount(0);
});

test("leaving with unsaved text is asked about", async ({ page, ownPage }) => {
  const own = await ownPage("# Draft\n");
  await page.goto(`${own.url}/-/edit`);
  await expect(page.getByRole("textbox", { name: "Text, in Markdown" })).toBeFocused();
  await page.keyboard.type("x");
  const asked = page.waitForEvent("dialog");
  const closing = page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.accept();
  await closing;
});

test("a network that fails keeps the text, and a second attempt saves it once", async ({
  page,
  ownPage,
  context,
  ask,
}) => {
  const own = await ownPage("# Network\n");
  await page.goto(`${own.url}/-/edit`);
  await expect(page.getByRole("textbox", { name: "Text, in Markdown" })).toBeFocused();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("Written on a train.");
  await page.keyboard.press("Control+s");
  const dialog = page.getByRole("dialog");
  await context.setOffline(true);
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  await expect(dialog.getByText("The site cannot be reached.")).toBeVisible();
  await context.setOffline(false);
  // The answer is lost on the way back, not the request: the same attempt must not save twice.
  let isFirst = true;
  await page.route("**/graphql", async (route) => {
    if (!isFirst) return route.continue();
    isFirst = false;
    await route.fetch();
    return route.abort();
  });
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  await expect(dialog.getByText("The site cannot be reached.")).toBeVisible();
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  await page.waitForURL(/saved=2/);
  const { page: saved } = await ask<{ page: { revisions: { count: { value: number } } } }>(
    `query Count($id: ID!) { page(by: { id: $id }) { revisions { count { value } } } }`,
    { id: own.id },
  );
  expect(saved.revisions.count.value).toBe(2);
});

test("a session that ended is said in words, and nothing is lost", async ({
  page,
  ownPage,
  context,
  signIn,
}) => {
  const own = await ownPage("# Session\n");
  await page.goto(`${own.url}/-/edit`);
  await expect(page.getByRole("textbox", { name: "Text, in Markdown" })).toBeFocused();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("Still here.");
  await context.clearCookies();
  await page.keyboard.press("Control+s");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  await expect(dialog.getByText("Your session has ended.")).toBeVisible();
  await signIn("writer");
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  await page.waitForURL(/saved=2/);
  await expect(page.getByText("Still here.")).toBeVisible();
});
