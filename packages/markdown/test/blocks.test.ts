import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseBlocks, renderMarkdown } from "../src/index.js";
import { context } from "./context.js";
import { markdownWithHtml } from "./markdown-arbitrary.js";

const kindsOf = (source: string) => parseBlocks(source).map(({ kind }) => kind);

describe("parseBlocks", () => {
  it("names every kind of block", () => {
    const source = [
      "---\ntitle: x\n---\n",
      "\n",
      "# a\n",
      "text\n\n",
      "- a\n- b\n\n",
      "```sh x=1\ncode\n```\n",
      "| a |\n|---|\n\n",
      "> q\n\n",
      "> [!TIP]\n> t\n\n",
      ":::note\nn\n:::\n",
      "<div>\n\n",
      "---\n",
      "$$\nx\n$$\n",
      "[^1]: f\n\n",
      "[r]: /u\n",
    ];
    const blocks = parseBlocks(source.join(""));
    expect(blocks.map(({ start, end }) => source.join("").slice(start, end))).toEqual(source);
    expect(blocks.map(({ kind }) => kind)).toEqual([
      "frontmatter",
      "blank",
      "heading",
      "paragraph",
      "list",
      "code",
      "table",
      "quote",
      "callout",
      "callout",
      "html",
      "rule",
      "math",
      "footnote",
      "definition",
    ]);
    expect(blocks[2]).toMatchObject({ level: 1, startLine: 4, endLine: 5 });
    expect(blocks[5]).toMatchObject({ info: "sh x=1" });
    expect(blocks[8]).toMatchObject({ callout: "tip" });
  });

  it("gives blank lines to the block before, and says where its text ends", () => {
    const [first, second] = parseBlocks("a\r\n\r\n \t\r\nb");
    expect(first).toMatchObject({ start: 0, end: 9, textEnd: 3, startLine: 0, endLine: 3 });
    expect(second).toMatchObject({ start: 9, end: 10, textEnd: 10, startLine: 3, endLine: 4 });
  });

  it("has nothing to say about nothing", () => {
    expect(parseBlocks("")).toEqual([]);
    expect(kindsOf("\n\n")).toEqual(["blank"]);
  });

  it("keeps a callout together, whatever is inside", () => {
    expect(kindsOf(":::note\n\n```\n:::\n```\n\n:::tip\nx\n:::\n\ny\n:::\nafter\n")).toEqual([
      "callout",
      "paragraph",
    ]);
  });

  it("tiles any text", () => {
    fc.assert(
      fc.property(
        fc.oneof(markdownWithHtml, fc.string({ unit: "binary", maxLength: 200 })),
        (source) => {
          const blocks = parseBlocks(source);
          expect(blocks.map(({ start, end }) => source.slice(start, end)).join("")).toBe(source);
          let line = 0;
          let offset = 0;
          for (const block of blocks) {
            expect(block).toMatchObject({ start: offset, startLine: line });
            expect(block.end).toBeGreaterThan(block.start);
            expect(block.textEnd).toBeLessThanOrEqual(block.end);
            const rest = source.slice(block.textEnd, block.end);
            if (block.kind !== "blank") expect(rest.trim().replaceAll("\u00A0", "")).toBe("");
            offset = block.end;
            line = block.endLine;
          }
        },
      ),
      { numRuns: 1500 },
    );
  });

  it("says the same as rendering does on the way", () => {
    fc.assert(
      fc.property(
        fc.oneof(markdownWithHtml, fc.string({ unit: "binary", maxLength: 200 })),
        (source) => {
          expect(renderMarkdown(source, context).blocks).toEqual(parseBlocks(source));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("numbers blocks as the rendered page does", () => {
    fc.assert(
      fc.property(markdownWithHtml, (source) => {
        const blocks = parseBlocks(source);
        const marks = [...renderMarkdown(source, context).html.matchAll(/ data-b="(\d+)"/g)].map(
          ([, index]) => Number(index),
        );
        expect(new Set(marks).size).toBe(marks.length);
        for (const mark of marks) expect(blocks[mark]).toBeDefined();
        const withElement = blocks.filter(({ kind }) =>
          ["heading", "rule", "code", "table", "callout", "quote"].includes(kind),
        );
        // Raw HTML may remove what it swallows; without any, every block is there.
        if (!source.includes("<")) {
          for (const block of withElement) expect(marks).toContain(blocks.indexOf(block));
        }
      }),
      { numRuns: 500 },
    );
  });
});
