import { readFileSync, existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { settingsTable } from "../../apps/api/src/platform/config/settings.js";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const documents = [
  "README.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "docs/architecture.md",
  "docs/glossary.md",
];

test("The README opens with exactly the two commands", () => {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const fence = /^# Stet\n\n```sh\n([^`]*)```/.exec(readme)?.[1] ?? "";
  const commands = fence.trimEnd().split("\n");
  expect(commands.map((line) => line.split("#")[0]?.trim())).toEqual(["npm start", "npm test"]);
});

test("The README's table is the one the settings print", () => {
  expect(readFileSync(join(root, "README.md"), "utf8")).toContain(settingsTable());
});

test.each(documents)("%s links to files that exist", (document) => {
  const text = readFileSync(join(root, document), "utf8");
  const targets = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map((match) => match[1] ?? "");
  const missing = targets.filter((target) => !existsSync(join(root, dirname(document), target)));
  expect(missing).toEqual([]);
});

test("Every npm script that the documents name exists", () => {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  const named = documents.flatMap((document) =>
    [...readFileSync(join(root, document), "utf8").matchAll(/npm run ([a-z-]+)/g)].map(
      (match) => match[1] ?? "",
    ),
  );
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
  expect(named.length).toBeGreaterThan(5);
});
