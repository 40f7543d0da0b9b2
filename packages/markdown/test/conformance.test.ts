import { readFileSync } from "node:fs";
import commonmark from "commonmark-spec";
import { describe, expect, it } from "vitest";
import { gfmExamples } from "./gfm-examples.js";
import { renderPlain } from "./plain-render.js";

interface Deviation {
  reason: string;
  html: string;
}

/** DEVIATIONS.md is the list: a heading per example, the reason, and exactly what comes out. */
function readDeviations(): Map<number, Deviation> {
  const text = readFileSync(new URL("../DEVIATIONS.md", import.meta.url), "utf8");
  const deviations = new Map<number, Deviation>();
  for (const match of text.matchAll(/^### CommonMark (\d+)\n([^]*?)```html\n([^]*?)```$/gm)) {
    deviations.set(Number(match[1]), { reason: (match[2] ?? "").trim(), html: match[3] ?? "" });
  }
  return deviations;
}

const withTabs = (text: string) => text.replaceAll("→", "\t");

describe("CommonMark 0.31.2", () => {
  const deviations = readDeviations();

  it("has 652 examples", () => {
    expect(commonmark.tests).toHaveLength(652);
  });

  it("gives a reason for each deviation", () => {
    expect([...deviations.values()].filter(({ reason }) => reason.length < 20)).toEqual([]);
  });

  for (const example of commonmark.tests) {
    const deviation = deviations.get(example.number);
    const title = `${example.number} ${example.section}${deviation === undefined ? "" : " (deviates)"}`;
    it(title, () => {
      const html = renderPlain(withTabs(example.markdown));
      expect(html).toBe(deviation?.html ?? withTabs(example.html));
      if (deviation !== undefined) expect(html).not.toBe(withTabs(example.html));
    });
  }
});

describe("GFM extensions", () => {
  for (const [index, { section, markdown, html }] of gfmExamples.entries()) {
    it(`${section} ${index + 1}`, () => {
      expect(renderPlain(markdown)).toBe(html);
    });
  }
});
