import type { Page } from "@playwright/test";
import { expect, SAVE, test, type Saved } from "./journey.js";

const BASE = "# Bridges\n\nThe bridge is called br0.\n\nGuests join it.\n\nReboot afterwards.\n";

test.beforeEach(({ signIn }) => signIn("writer"));

test("two edits of the same line meet in the dialog, and the writer decides", async ({
  page,
  ownPage,
  ask,
  request,
}) => {
  const own = await ownPage(BASE);
  await page.goto(`${own.url}/-/edit`);
  await expect(page.getByRole("textbox", { name: "Text, in Markdown" })).toBeFocused();
  await ask<{ pageSave: Saved }>(SAVE, {
    input: {
      pageId: own.id,
      baseRevisionId: own.headId,
      markdown: BASE.replace("br0", "xenbr0"),
      message: "The name Xen uses",
    },
  });
  await retype(page, BASE.replace("br0", "virbr0"));
  await page.keyboard.press("Control+s");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/^Summary/).fill("The name libvirt uses");
  await dialog.getByRole("button", { name: "Save", exact: true }).click();

  await expect(dialog.getByRole("heading", { name: "Two edits meet" })).toBeVisible();
  await expect(dialog.getByText("Ines Moreau saved revision 2")).toBeVisible();
  await expect(dialog.getByText("The bridge is called virbr0.")).toBeVisible();
  await expect(dialog.getByText("The bridge is called xenbr0.")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Go on with this text" })).toBeDisabled();
  await dialog.getByLabel(/^(A proposal|Other words)/).check();
  await dialog
    .getByLabel("Text for place 1")
    .fill("The bridge is called xenbr0, with libvirt virbr0.\n");
  await dialog.getByRole("button", { name: "Go on with this text" }).click();

  // Back at the save: against their revision now, with the summary still there.
  await expect(dialog.getByText("What changes against revision 2")).toBeVisible();
  await expect(dialog.getByLabel(/^Summary/)).toHaveValue("The name libvirt uses");
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  await page.waitForURL(/saved=3/);
  expect(await (await request.get(`${own.url}.md`)).text()).toBe(
    BASE.replace("br0.", "xenbr0, with libvirt virbr0."),
  );
});

test("edits in different places are merged, told and shown", async ({
  page,
  ownPage,
  ask,
  request,
}) => {
  const own = await ownPage(BASE);
  await page.goto(`${own.url}/-/edit`);
  await expect(page.getByRole("textbox", { name: "Text, in Markdown" })).toBeFocused();
  await ask<{ pageSave: Saved }>(SAVE, {
    input: { pageId: own.id, baseRevisionId: own.headId, markdown: BASE.replace("br0", "xenbr0") },
  });
  await retype(page, BASE.replace("Reboot afterwards.", "Restart the network afterwards."));
  await page.keyboard.press("Control+s");
  await page.getByRole("dialog").getByRole("button", { name: "Save", exact: true }).click();
  await page.waitForURL(/merged=1/);
  await expect(page.getByText("Saved, and merged.")).toBeVisible();
  const text = await (await request.get(`${own.url}.md`)).text();
  expect(text).toBe(
    BASE.replace("br0", "xenbr0").replace("Reboot afterwards.", "Restart the network afterwards."),
  );
});

/** Replaces the whole text. */
async function retype(page: Page, text: string): Promise<void> {
  await page.keyboard.press("Control+a");
  // Chromium gives text put over a selection the style of what it replaces, which the policy refuses.
  await page.keyboard.press("Delete");
  await page.keyboard.insertText(text);
}
