import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { renderMarkdown } from "../src/index.js";
import type { RenderContext } from "../src/index.js";
import { createHighlighter } from "../src/highlight/index.js";
import { context } from "./context.js";

// UPDATE_FIXTURES=1 npx vitest run packages/markdown/test/rendering.test.ts
const isUpdating = process.env["UPDATE_FIXTURES"] === "1";
const root = fileURLToPath(new URL("../fixtures/", import.meta.url));
const { highlight } = await createHighlighter();

const fixtureContext: RenderContext = {
  ...context,
  highlight,
  mediaInfo: ({ path }) => (path === "img/known.png" ? { width: 640, height: 480 } : undefined),
  findPage: (candidates) => candidates.find(({ path }) => !path.includes("missing")),
};

/** The HTML, then everything else a render gives but its blocks, readable in a review. */
function golden(source: string, locale: string): string {
  const { html, ...rendered } = renderMarkdown(source, { ...fixtureContext, locale });
  const rest = { ...rendered, blocks: undefined };
  return `${html}\n<!-- ${JSON.stringify(rest, null, 2).replaceAll("--", "- -")} -->\n`;
}

describe("fixtures", () => {
  for (const name of readdirSync(root).toSorted()) {
    it(name, () => {
      const source = readFileSync(`${root}${name}/input.md`, "utf8");
      const expected = `${root}${name}/expected.html`;
      const locale = name.endsWith("-ja") ? "ja" : "en";
      const actual = golden(source, locale);
      if (isUpdating) writeFileSync(expected, actual);
      expect(existsSync(expected), "run with UPDATE_FIXTURES=1 and look at the result").toBe(true);
      expect(actual).toBe(readFileSync(expected, "utf8"));
    });
  }
});
