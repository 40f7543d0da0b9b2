import { expect, test } from "vitest";
import { selectTests } from "./selection.mjs";

test("without a path both runners run", () => {
  expect(selectTests([])).toEqual({ vitest: [], playwright: [], needsBuild: true });
});

test("a package is tested without a build and without a browser", () => {
  expect(selectTests(["./packages/history"])).toEqual({
    vitest: ["packages/history"],
    playwright: undefined,
    needsBuild: false,
  });
});

test("a path below tests/e2e is for the browser only", () => {
  expect(selectTests(["tests/e2e/reading"])).toEqual({
    vitest: undefined,
    playwright: ["tests/e2e/reading"],
    needsBuild: true,
  });
});

test("options go to the runner that runs", () => {
  expect(selectTests(["apps/api", "-t=saves"]).vitest).toEqual(["apps/api", "-t=saves"]);
  expect(selectTests(["--bail=1"])).toMatchObject({
    vitest: ["--bail=1"],
    playwright: ["--bail=1"],
  });
});
