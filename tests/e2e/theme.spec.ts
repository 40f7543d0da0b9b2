import type { Page } from "@playwright/test";
import { expect, test } from "./journey.js";

const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

test("follows the system until the reader chooses, and remembers the choice", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/xen/kronos-on-oneiric");
  const light = await ground(page);
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await ground(page);
  expect(dark).not.toBe(light);

  const toggle = page.locator(".theme-toggle");
  await expect(toggle).toHaveAccessibleName("Theme: as the system");
  await toggle.click();
  await expect(toggle).toHaveAccessibleName("Theme: light");
  expect(await ground(page)).toBe(light);
  await page.goto("/");
  expect(await ground(page)).toBe(light);
  await page.locator(".theme-toggle").click();
  await page.emulateMedia({ colorScheme: "light" });
  expect(await ground(page)).toBe(dark);
  await page.locator(".theme-toggle").click();
  await expect(page.locator(".theme-toggle")).toHaveAccessibleName("Theme: as the system");
  expect(await ground(page)).toBe(light);
});

test("the chosen theme is there before the first paint", async ({ page }) => {
  await page.goto("/");
  await page.evaluate(() => localStorage.setItem("stet-theme", "dark"));
  // Nothing else of ours may run: the snippet in the head has to do it alone.
  await page.route("**/*.js", (route) => route.abort());
  await page.goto("/xen");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("there is no button that would do nothing", async ({ page }) => {
    await page.goto("/");
    await expect(page.locator(".theme-toggle")).toBeHidden();
  });
});
