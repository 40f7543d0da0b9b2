import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { inProject } from "../running/project.mjs";
import { add, summary, withOutcome } from "./counts.mjs";
import { runPlaywright, runVitest } from "./runners.mjs";

// In the checkout, so that the samples find the runners.
const folder = mkdtempSync(inProject("node_modules/.stet-samples-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const vitestConfig = write(
  "vitest.config.mjs",
  `export default { root: ${JSON.stringify(folder)}, test: { include: ["*.sample.mjs"], exclude: [] } };`,
);
const playwrightConfig = write(
  "playwright.config.mjs",
  `export default { testDir: ".", testMatch: "*.journey.mjs", outputDir: "results", workers: 1 };`,
);

const body = `
  test("passes", () => {});
  test("passes too", () => {});
  test("fails", () => { throw new Error("on purpose"); });
  test.skip("is skipped", () => {});
`;
write("mixed.sample.mjs", `import { test } from "vitest"; ${body}`);
write("broken.sample.mjs", `import "./nowhere.mjs";`);
write(
  "rejected.sample.mjs",
  `import { test } from "vitest"; test("passes", () => { Promise.reject(new Error("unseen")); });`,
);
write("mixed.journey.mjs", `import { test } from "@playwright/test"; ${body}`);
write("broken.journey.mjs", `import "./nowhere.mjs";`);

describe("Vitest", () => {
  const run = (name: string) => runVitest([name], { config: vitestConfig, isQuiet: true });

  test("is counted test by test", async () => {
    expect(await run("mixed")).toEqual({ passed: 2, failed: 1, skipped: 1 });
  });

  test("counts a file that does not load as a failure", async () => {
    expect(await run("broken")).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  test("counts an error outside of any test as a failure", async () => {
    expect(await run("rejected")).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  test("has run nothing when no file fits", async () => {
    expect(await run("nothing-like-this")).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });
});

describe("Playwright", () => {
  const run = (name: string) => runPlaywright([name], { config: playwrightConfig, isQuiet: true });

  test("is counted test by test", async () => {
    expect(await run("mixed")).toEqual({ passed: 2, failed: 1, skipped: 1 });
  });

  test("counts a file that does not load as a failure", async () => {
    expect(await run("broken")).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

test("a runner that fails without a report is a failure", () => {
  expect(withOutcome(137, undefined)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(withOutcome(1, { passed: 3, failed: 0, skipped: 0 })).toEqual({
    passed: 3,
    failed: 1,
    skipped: 0,
  });
  expect(withOutcome(1, { passed: 3, failed: 2, skipped: 0 })).toEqual({
    passed: 3,
    failed: 2,
    skipped: 0,
  });
});

test("the summary names what was skipped only when something was", () => {
  const counts = add({ passed: 1, failed: 0, skipped: 0 }, { passed: 2, failed: 1, skipped: 0 });
  expect(summary(counts)).toBe("3 passed, 1 failed");
  expect(summary({ ...counts, skipped: 4 })).toBe("3 passed, 1 failed, 4 skipped");
});
