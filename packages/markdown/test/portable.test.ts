import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("../src/", import.meta.url));

it("asks neither Node nor a browser for anything", () => {
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  expect(files.length).toBeGreaterThan(40);
  for (const file of files) {
    const code = readFileSync(root + file, "utf8").replace(/\/\*\*?[^]*?\*\/|\/\/.*$/gm, "");
    expect(code, file).not.toMatch(
      /from "node:|\b(?:process|Buffer|document|window|navigator|localStorage)\.|__dirname|setTimeout|Date\.now|Math\.random/,
    );
  }
});
