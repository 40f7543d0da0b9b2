import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderMarkdown, rewriteLinks } from "../src/index.js";
import { context } from "./context.js";
import { markdownWithHtml } from "./markdown-arbitrary.js";

const move = (from: string, to: string) => (destination: string) =>
  destination === from ? to : undefined;

describe("rewriteLinks", () => {
  it.each([
    ["[x](a.md)", "[x](b/c.md)"],
    ['[x]( a.md "t" )', '[x]( b/c.md "t" )'],
    ["[x](<a.md>)", "[x](<b/c.md>)"],
    ["![i](a.md) `[x](a.md)`", "![i](b/c.md) `[x](a.md)`"],
    ["[![i](a.md)](a.md)", "[![i](b/c.md)](b/c.md)"],
    ["[r]: a.md 't'\n\n[r]", "[r]: b/c.md 't'\n\n[r]"],
    ["> [r]:\r\n> a.md\r\n", "> [r]:\r\n> b/c.md\r\n"],
    ["# [x](a.md) #", "# [x](b/c.md) #"],
    ["> - 1. [x](a.md)\n>      [y](a.md)", "> - 1. [x](b/c.md)\n>      [y](b/c.md)"],
    [
      "| [x](a.md) | \\| [y](a.md) |\n|-|-|\n| `a\\|b` | [z](a.md)|",
      "| [x](b/c.md) | \\| [y](b/c.md) |\n|-|-|\n| `a\\|b` | [z](b/c.md)|",
    ],
    [":::note [x](a.md)\n[y](a.md)\n:::", ":::note [x](b/c.md)\n[y](b/c.md)\n:::"],
    ["> [!TIP]\n> [x](a.md)", "> [!TIP]\n> [x](b/c.md)"],
    ["[^1]: [x](a.md)", "[^1]: [x](b/c.md)"],
    ["- [ ] [x](a.md)", "- [ ] [x](b/c.md)"],
    ['<a href="a.md">x</a>', '<a href="b/c.md">x</a>'],
    ["<LinkCard href='a.md'>x</LinkCard>", "<LinkCard href='b/c.md'>x</LinkCard>"],
    [
      "---\ntitle: a.md\nx: '[x](a.md)'\n---\n[x](a.md)",
      "---\ntitle: a.md\nx: '[x](a.md)'\n---\n[x](b/c.md)",
    ],
    [
      "```\n[x](a.md)\n```\n\n    [x](a.md)\n\n\\[x](a.md)",
      "```\n[x](a.md)\n```\n\n    [x](a.md)\n\n\\[x](a.md)",
    ],
    ["$[x](a.md)$ <!-- [x](a.md) -->", "$[x](a.md)$ <!-- [x](a.md) -->"],
  ])("%j", (source, expected) => {
    expect(rewriteLinks(source, move("a.md", "b/c.md"))).toBe(expected);
  });

  it("keeps a wiki link's label and refuses what is no wiki target", () => {
    expect(
      rewriteLinks("[[ A |b]] [[A#c]]", (link) => (link === "[[A]]" ? "[[x:N/M]]" : undefined)),
    ).toBe("[[ x:N/M |b]] [[A#c]]");
    expect(rewriteLinks("[[A]]", () => "x.md")).toBe("[[A]]");
    expect(rewriteLinks("[[A]]", () => "[[a|b]]")).toBe("[[A]]");
  });

  it("reads and writes what Markdown escapes", () => {
    const seen: string[] = [];
    expect(
      rewriteLinks("[x](a\\_b&amp;c.md)", (link) => {
        seen.push(link);
        return "p q(.md";
      }),
    ).toBe("[x](<p q(.md>)");
    expect(seen).toEqual(["a_b&c.md"]);
    expect(rewriteLinks("[x](a)", () => "b\nc")).toBe("[x](a)");
  });

  it("changes nothing when nothing moves", () => {
    fc.assert(
      fc.property(markdownWithHtml, (source) => {
        expect(rewriteLinks(source, () => undefined)).toBe(source);
        expect(rewriteLinks(source, (link) => link)).toBe(source);
      }),
      { numRuns: 800 },
    );
  });

  it("moves every link of a page, and only links", () => {
    const marked = markdownWithHtml.map((text) => text.replaceAll("b.md", "from-here.md"));
    fc.assert(
      fc.property(marked, (source) => {
        const moved = rewriteLinks(source, move("from-here.md", "to-there.md"));
        expect(moved.replaceAll("to-there.md", "from-here.md")).toBe(source);
        const targets = (text: string) =>
          renderMarkdown(text, context).links.map(({ candidates }) => candidates[0]?.path);
        expect(targets(moved)).toEqual(
          targets(source).map((path) => (path === "guides/from-here" ? "guides/to-there" : path)),
        );
      }),
      { numRuns: 800 },
    );
  });
});
