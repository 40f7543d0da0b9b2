import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { filePair } from "../test/index.js";
import { diff, toUnified } from "./index.js";

let directory = "";
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "stet-patch-"));
  execFileSync("git", ["init", "--quiet", directory]);
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function applied(tool: string, args: readonly string[], a: string, patch: string): string {
  const page = join(directory, "page.md");
  writeFileSync(page, a);
  const run = spawnSync(tool, args, { cwd: directory, input: patch, encoding: "utf8" });
  if (run.status !== 0)
    throw new Error(`${tool} refused: ${run.stderr}${run.stdout}\n${JSON.stringify(patch)}`);
  return readFileSync(page, "utf8");
}

const git = (a: string, patch: string): string =>
  applied("git", ["-c", "core.autocrlf=false", "apply", "--whitespace=nowarn", "-"], a, patch);
const gnu = (a: string, patch: string): string =>
  applied("patch", ["--binary", "--silent", "--force", "--no-backup-if-mismatch", "-p1"], a, patch);

test("U1 git apply accepts the patch of any two files", () => {
  fc.assert(
    fc.property(filePair, fc.nat(4), ([a, b], context) => {
      // Both tools read an empty side as a file that is created or deleted.
      fc.pre(a !== b && a !== "" && b !== "");
      expect(git(a, toUnified(a, b, diff(a, b), { context: context + 1 }))).toBe(b);
    }),
    { numRuns: 100 },
  );
});

test("U1 patch accepts the patch of any two files", () => {
  fc.assert(
    fc.property(filePair, ([a, b]) => {
      fc.pre(a !== b && a !== "" && b !== "");
      expect(gnu(a, toUnified(a, b, diff(a, b)))).toBe(b);
    }),
    { numRuns: 100 },
  );
});

test.each([
  ["a final newline added", "one\ntwo", "one\ntwo\n"],
  ["a final newline removed", "one\ntwo\n", "one\ntwo"],
  ["CRLF to LF", "one\r\ntwo\r\n", "one\ntwo\n"],
  ["a NUL", "one\n\u0000two\n", "one\n\u0000three\n"],
  ["a lone return", "one\rtwo\nend\n", "one\rthree\nend\n"],
  ["a line that looks like a mark", "--- a\n+++ b\n@@ -1 +1 @@\n", "--- a\n+++ c\n@@ -1 +1 @@\n"],
  [
    "a moved block",
    "one\ntwo\nthree\nfour words stand in this line here\n",
    "four words stand in this line here\none\ntwo\nthree\n",
  ],
])("U1 %s", (_, a, b) => {
  const patch = toUnified(a, b, diff(a, b));
  expect(git(a, patch)).toBe(b);
  expect(gnu(a, patch)).toBe(b);
});

test("U1 a page that was empty, or becomes empty, is patched by git", () => {
  for (const [a, b] of [
    ["", "text\n"],
    ["text\n", ""],
  ] as const) {
    const patch = toUnified(a, b, diff(a, b));
    // An empty file is a missing one to a patch without git's own header, so it is given to git as one.
    const page = join(directory, "page.md");
    rmSync(page, { force: true });
    if (a !== "") writeFileSync(page, a);
    const names =
      a === ""
        ? patch.replace("--- a/page.md", "--- /dev/null")
        : patch.replace("+++ b/page.md", "+++ /dev/null");
    execFileSync("git", ["apply", "-"], { cwd: directory, input: names });
    if (b === "") expect(() => readFileSync(page)).toThrow(/ENOENT/);
    else expect(readFileSync(page, "utf8")).toBe(b);
  }
});

test("U1 names with spaces, quotes and line ends are quoted as git does", () => {
  const header = (name: string): string | undefined =>
    toUnified("a\n", "b\n", diff("a\n", "b\n"), { aName: name, bName: name }).split("\n")[0];
  expect(header("a/my page.md")).toBe("--- a/my page.md\t");
  expect(header('a/"x"\n.md')).toBe('--- "a/\\"x\\"\\n.md"');
  expect(header("a/\u0007.md")).toBe('--- "a/\\007.md"');
});

test("U2 without changes the patch is empty", () => {
  expect(toUnified("same\n", "same\n", diff("same\n", "same\n"))).toBe("");
});
