import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { digest, expectTiles } from "../test/index.js";
import { apply, diff, invert } from "./index.js";

const fixtures = join(import.meta.dirname, "../fixtures/diff");
const read = (name: string, file: string): string =>
  readFileSync(join(fixtures, name, file), "utf8");

test.each(readdirSync(fixtures))("D8 to D13 %s", (name) => {
  const [before, after] = [read(name, "before.md"), read(name, "after.md")];
  const d = diff(before, after);
  expect(digest(before, after, d)).toEqual(JSON.parse(read(name, "expected.json")));
  expect(d.degraded).toEqual([]);
  expect(apply(before, d)).toBe(after);
  expect(apply(after, invert(d))).toBe(before);
  expectTiles(before, after, d);
});
