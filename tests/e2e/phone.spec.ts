import type { Page } from "@playwright/test";
import { expect, screens, test } from "./journey.js";

test.use({ viewport: { width: 320, height: 640 } });

/** What sticks out of the window, if the page can be scrolled sideways. */
async function whatSticksOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .slice(0, 5)
      .map((element) => `${element.tagName}.${element.className}`);
  });
}

for (const path of screens.anonymous) {
  test(`${path} fits into 320 px`, async ({ page }) => {
    await page.goto(path);
    expect(await whatSticksOut(page)).toEqual([]);
  });
}

for (const path of screens.signedIn) {
  test(`${path} fits into 320 px, signed in`, async ({ page, signIn }) => {
    await signIn("admin");
    await page.goto(path);
    expect(await whatSticksOut(page)).toEqual([]);
  });
}

test("long words, long code and wide tables do not widen the page", async ({ page, ownPage }) => {
  const word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
  const row = `| ${Array.from({ length: 12 }, (_, index) => `column ${index}`).join(" | ")} |`;
  const own = await ownPage(
    `# ${word}\n\n${word.repeat(3)}\n\n\`\`\`bash\n${"xe vm-param-set ".repeat(20)}\n\`\`\`\n\n${row}\n|${" --- |".repeat(12)}\n${row}\n\n\`${"a".repeat(200)}\`\n\nhttps://example.org/${"path/".repeat(40)}\n`,
  );
  await page.goto(own.url);
  expect(await whatSticksOut(page)).toEqual([]);
  await page.goto(`${own.url}/-/history`);
  expect(await whatSticksOut(page)).toEqual([]);
});
