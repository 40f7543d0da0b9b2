import type { Page } from "@playwright/test";
import axe from "axe-core";
import { expect, screens, test } from "./journey.js";

interface Violation {
  id: string;
  impact: string;
  nodes: { target: string[]; html: string; failureSummary: string }[];
}

/** Under the page's own content security policy: evaluated by the debugger, not by the page. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { axe: engine } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: Violation[] }> };
    };
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const result = await engine.run({ runOnly: { type: "tag", values: tags } });
    return result.violations;
  });
  return found.flatMap(({ id, nodes }) =>
    nodes.map(
      (node) => `${id}: ${node.target.join(" ")} ${node.html.slice(0, 160)} ${node.failureSummary}`,
    ),
  );
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    for (const path of screens.anonymous) {
      test(`axe finds nothing on ${path}`, async ({ page }) => {
        await page.goto(path);
        expect(await violations(page)).toEqual([]);
      });
    }

    for (const path of screens.signedIn) {
      test(`axe finds nothing on ${path}, signed in`, async ({ page, signIn }) => {
        await signIn("admin");
        await page.goto(path);
        if (path.endsWith("/edit") || path.includes("/new?")) {
          await expect(page.getByRole("textbox", { name: "Text, in Markdown" })).toBeFocused();
        }
        expect(await violations(page)).toEqual([]);
      });
    }

    test("axe finds nothing in the save dialog", async ({ page, signIn, ownPage }) => {
      await signIn("admin");
      const own = await ownPage("# Dialog\n\nText.\n");
      await page.goto(`${own.url}/-/edit`);
      await expect(page.getByRole("textbox", { name: "Text, in Markdown" })).toBeFocused();
      await page.keyboard.type("A change. ");
      await page.keyboard.press("Control+s");
      await expect(page.getByRole("dialog").locator("ins").first()).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });

    test("axe finds nothing on a deleted page", async ({ page, ownPage, ask, signIn }) => {
      await signIn("admin");
      const own = await ownPage("# Gone\n");
      await ask(
        `mutation Delete($input: PageDeleteInput!) { pageDelete(input: $input) { errors { code } } }`,
        {
          input: { pageId: own.id },
        },
      );
      const response = await page.goto(own.url);
      expect(response?.status()).toBe(410);
      expect(await violations(page)).toEqual([]);
      await page.getByRole("button", { name: "Restore this page" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Gone" })).toBeVisible();
    });
  });
}
