import { expect, passwordOf, tabTo, test } from "./journey.js";

test("a writer signs in, edits, previews, saves, sees the change and takes it back, by keyboard only", async ({
  page,
  ownPage,
}) => {
  const own = await ownPage("# Balloon drivers\n\nMemory is given back by hand.\n");
  const { keyboard } = page;
  await page.goto(own.url);
  await tabTo(page, page.getByRole("link", { name: "Sign in" }));
  await keyboard.press("Enter");
  await page.waitForURL("**/-/sign-in**");
  await tabTo(page, page.getByLabel("E-mail"));
  await keyboard.type("writer@example.org");
  await keyboard.press("Tab");
  await keyboard.type(passwordOf("writer"));
  await keyboard.press("Enter");
  await page.waitForURL(`**${own.url}`);

  await tabTo(page, page.getByRole("link", { name: "Edit", exact: true }));
  await keyboard.press("Enter");
  const source = page.getByRole("textbox", { name: "Text, in Markdown" });
  await expect(source).toBeFocused();
  await expect(
    page.getByRole("region", { name: "Preview" }).getByText("given back by hand"),
  ).toBeVisible();
  await keyboard.press("Control+End");
  await keyboard.type("\nThe **balloon** driver does it alone.\n");
  await expect(
    page.getByRole("region", { name: "Preview" }).locator("strong", { hasText: "balloon" }),
  ).toBeVisible();
  await expect(page.getByText(/^Draft kept on this device/)).toBeVisible();

  // Tab indents; after Escape it leaves.
  await keyboard.press("Escape");
  await keyboard.press("Tab");
  await expect(source).not.toBeFocused();
  await keyboard.press("Shift+Tab");
  await expect(source).toBeFocused();

  await keyboard.press("Control+s");
  const dialog = page.getByRole("dialog", { name: "Save the page" });
  await expect(dialog.getByLabel(/^Summary/)).toBeFocused();
  await expect(dialog.getByText("What changes against revision 1")).toBeVisible();
  await expect(dialog.locator("ins").first()).toBeVisible();
  await keyboard.type("Say what the driver does");
  await tabTo(page, dialog.getByRole("button", { name: "Save", exact: true }));
  await keyboard.press("Enter");
  await page.waitForURL(`**${own.url}?saved=2`);
  await expect(page.getByText("Saved as revision 2.")).toBeVisible();
  expect(
    await page.evaluate(() =>
      Object.keys(localStorage).filter((key) => key.startsWith("stet-draft")),
    ),
  ).toEqual([]);

  await tabTo(page, page.getByRole("link", { name: "See what changed" }));
  await keyboard.press("Enter");
  await expect(page.locator(".diff ins").first()).toBeVisible();
  await tabTo(page, page.getByRole("link", { name: "Undo this change" }));
  await keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: "Restore revision 1" }));
  await keyboard.press("Enter");
  await page.waitForURL(`**${own.url}`);
  await expect(page.getByText("The balloon driver does it alone.")).toHaveCount(0);
  await page.goto(`${own.url}/-/history`);
  await expect(page.getByText("3 revisions.")).toBeVisible();
  await expect(page.getByText("Say what the driver does")).toBeVisible();
});

test.describe("signed in", () => {
  test.beforeEach(async ({ signIn }) => {
    await signIn("writer");
  });

  test("what is opened and saved without an edit keeps every byte", async ({
    page,
    ownPage,
    request,
  }) => {
    const text = "# Bytes\r\n\r\nTabs\tand trailing  \r\nno final line end";
    const own = await ownPage(text);
    await page.goto(`${own.url}/-/edit`);
    await expect(page.getByRole("textbox", { name: "Text, in Markdown" })).toBeFocused();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("!");
    await page.keyboard.press("Control+s");
    await page.getByRole("dialog").getByRole("button", { name: "Save", exact: true }).click();
    await page.waitForURL(/saved=2/);
    expect(await (await request.get(`${own.url}.md`)).text()).toBe(`${text}!`);
  });

  test("a page is written where there was none", async ({ page }) => {
    await page.goto("/xen/e2e/written-here");
    await page.getByRole("link", { name: "Write this page" }).click();
    await expect(page.getByRole("textbox", { name: "Text, in Markdown" })).toBeFocused();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("It exists now.");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("dialog").getByRole("button", { name: "Create the page" }).click();
    await page.waitForURL(/\/xen\/e2e\/written-here\?saved=1$/);
    await expect(page.getByRole("heading", { level: 1, name: "Written here" })).toBeVisible();
    await expect(page.getByText("It exists now.")).toBeVisible();
  });

  test("a faulty front matter is refused with its line, and the text stays", async ({
    page,
    ownPage,
  }) => {
    const own = await ownPage("# Front\n");
    await page.goto(`${own.url}/-/edit`);
    await expect(page.getByRole("textbox", { name: "Text, in Markdown" })).toBeFocused();
    await page.keyboard.press("Control+Home");
    await page.keyboard.type("---\ntitle: [\n---\n");
    await page.keyboard.press("Control+s");
    await page.getByRole("dialog").getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByRole("alert")).toBeVisible();
    await expect(page.locator(".cm-content")).toContainText("title: [");
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a writer previews and saves by the form", async ({ page, ownPage, request, signIn }) => {
    await signIn("writer");
    const own = await ownPage("# Plain\n\nBefore.\n");
    await page.goto(`${own.url}/-/edit`);
    await page.getByLabel("Text, in Markdown").fill("# Plain\n\n**After.**\n");
    await page.getByLabel(/^Summary/).fill("By the form");
    await page.getByRole("button", { name: "Preview" }).click();
    await expect(page.locator(".plain-preview strong")).toHaveText("After.");
    await expect(page.getByLabel(/^Summary/)).toHaveValue("By the form");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Saved as revision 2.")).toBeVisible();
    expect(await (await request.get(`${own.url}.md`)).text()).toBe("# Plain\n\n**After.**\n");
  });

  test("a conflict shows both texts and loses neither", async ({ page, ownPage, ask, signIn }) => {
    await signIn("writer");
    const own = await ownPage("# Plain\n\nOne line.\n");
    await page.goto(`${own.url}/-/edit`);
    await ask(
      `mutation Save($input: PageSaveInput!) { pageSave(input: $input) { errors { code } } }`,
      {
        input: {
          pageId: own.id,
          baseRevisionId: own.headId,
          markdown: "# Plain\n\nOne line of hers.\n",
        },
      },
    );
    await page.getByLabel("Text, in Markdown").fill("# Plain\n\nOne line of mine.\n");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("saved revision 2 while you were writing")).toBeVisible();
    await expect(page.getByLabel("Text, in Markdown")).toHaveValue(
      "# Plain\n\nOne line of mine.\n",
    );
    await expect(page.getByLabel(/^What .* saved/)).toHaveValue("# Plain\n\nOne line of hers.\n");
    await page.getByLabel("Text, in Markdown").fill("# Plain\n\nOne line of ours.\n");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Saved as revision 3.")).toBeVisible();
  });
});
