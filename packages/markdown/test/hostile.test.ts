import { describe, expect, it } from "vitest";
import {
  maxSourceLength,
  parseBlocks,
  renderMarkdown,
  rewriteLinks,
  SourceTooLarge,
} from "../src/index.js";
import { context } from "./context.js";

const n = 30_000;
const patterns: Record<string, string> = {
  brackets: "[".repeat(2 * n),
  "closing brackets": "]".repeat(2 * n),
  "link openings": "[a](".repeat(n),
  "nested links": `${"[".repeat(n)}a${"](b)".repeat(n)}`,
  images: "![".repeat(n),
  "image openings": "![a](".repeat(n),
  emphasis: "*a ".repeat(n),
  "emphasis both": "*a _b ".repeat(n),
  "strong emphasis": "**a *b ".repeat(n),
  "emphasis closing": `${"a**b".repeat(n)}${"c* ".repeat(n)}`,
  stars: "*".repeat(2 * n),
  tildes: "~a ".repeat(n),
  "tilde pairs": "~~a ~b ".repeat(n),
  backticks: Array.from({ length: 500 }, (_, index) => `e${"`".repeat(index)}`).join(""),
  "code openings": "`a ``b ".repeat(n),
  quotes: ">".repeat(2 * n),
  "quotes with text": `${"> ".repeat(n)}a`,
  "quote lines": ">a\n".repeat(n),
  lists: "- ".repeat(n),
  "list lines": "- a\n".repeat(n),
  "nested lists": Array.from({ length: 300 }, (_, index) => `${"  ".repeat(index)}- a`).join("\n"),
  "star lists": "* ".repeat(n),
  "numbered lists": "1. ".repeat(n),
  headings: "# a\n".repeat(n / 5),
  "equal headings": "# a\n# a-1\n".repeat(5000),
  tables: `${"|a".repeat(5000)}\n${"|-".repeat(5000)}\n${"|b\n".repeat(5000)}`,
  "table rows": `|a|b|\n|-|-|\n${"|a|b|\n".repeat(n / 2)}`,
  pipes: "|".repeat(n),
  callouts: ":::note\n".repeat(n / 5),
  "callouts closed": `${":::note\n".repeat(2000)}${":::\n".repeat(2000)}`,
  colons: ":".repeat(2 * n),
  alerts: "> [!NOTE]\n\n".repeat(n / 10),
  "footnote references": "[^1]".repeat(n),
  "footnote definitions": "[^a]: b\n".repeat(n / 5),
  footnotes: Array.from({ length: 3000 }, (_, index) => `[^${index}]\n\n[^${index}]: x\n`).join(
    "\n",
  ),
  "one footnote often": `${"[^1] ".repeat(n / 5)}\n\n[^1]: x`,
  definitions: "[a]: b\n".repeat(n / 5),
  "definition openings": "[a\n".repeat(n / 5),
  dollars: "$a ".repeat(n),
  "dollar pairs": "$$a ".repeat(n),
  "dollar lines": "$$\n".repeat(n),
  "math blocks open": "$$\na\n\n".repeat(n / 10),
  formulas: "$x$ ".repeat(3000),
  "formula nesting": `$${"{".repeat(3000)}$`,
  "formula expansion": "$\\def\\a{\\a\\a}\\a$ ".repeat(50),
  "wiki links": "[[".repeat(n),
  "wiki link text": "[[a ".repeat(n),
  addresses: "a@".repeat(n),
  "addresses with dots": `${"a.".repeat(n)}@${"b.".repeat(n)}`,
  urls: "http://".repeat(n),
  "url parentheses": `http://a.b/${"(".repeat(n)}${")".repeat(n)}`,
  "url entities": `http://a.b/${"&a;".repeat(n)}`,
  www: "www.".repeat(n),
  "www parentheses": "(www.a.b".repeat(n / 5),
  "less than": "<".repeat(2 * n),
  "tag openings": "<a ".repeat(n),
  "attribute openings": '<a b="'.repeat(n),
  "attribute names": `<a ${"b ".repeat(n)}`,
  "attribute braces": "<a b={".repeat(n),
  "closing tags": "</b>".repeat(n),
  "open bold": "<b>".repeat(n),
  "open bold, different": Array.from({ length: 5000 }, (_, index) => `<b id=${index}><p>`).join(""),
  "open divs": "<div>\n".repeat(n / 5),
  "open divs apart": "<div>\n\n".repeat(2000),
  "divs and bold": "<div>\n\n<b>x\n\n".repeat(1000),
  comments: "<!--".repeat(n),
  "comments, closing": "<!-- a -- b ".repeat(n),
  cdata: "<![CDATA[".repeat(n / 2),
  instructions: "<?a ".repeat(n),
  tablesInHtml: "<table><tr><td>".repeat(2000),
  components: "<Ab>\n".repeat(n / 5),
  "component closings": `${"<Ab>{`\n".repeat(n / 5)}</Ab>`,
  "component code": "<Ab>{`x`}</Ab>\n".repeat(3000),
  "component cards": "<Ab a={".repeat(n / 5) + "</Ab>",
  entities: "&amp".repeat(n),
  escapes: "\\".repeat(2 * n),
  tabs: "\t".repeat(2 * n),
  "blank lines": "\n".repeat(2 * n),
  spaces: `a${" ".repeat(2 * n)}b`,
  "trailing spaces": "a  \n".repeat(n),
  "fences open": "```\n".repeat(n / 2),
  "fence backticks": "`".repeat(2 * n),
  "long fence info": `\`\`\`${" a=b".repeat(n)}\nx\n\`\`\``,
  "braces in info": `\`\`\`sh ${"{".repeat(n)}\nx\n\`\`\``,
  "console prompts": `\`\`\`console\n${"[".repeat(n)}\n$ a\n\`\`\``,
  "heading ids": `# ${"{#".repeat(n)}`,
  "heading spaces": `# a${" ".repeat(n)}{#x`,
  "null characters": "\0".repeat(n),
  "lone surrogates": "\uD800".repeat(n),
  "right to left": "\u05D0 ".repeat(n),
  "nested containers": "> - ".repeat(n / 2),
  "front matter": `---\n${"a: 1\n".repeat(3000)}`,
  "setext lines": "a\n===\n".repeat(n / 5),
  imports: "import x from 'y'\n".repeat(n / 20),
};

describe("hostile input", () => {
  for (const [name, source] of Object.entries(patterns)) {
    it(`${name}: bounded`, () => {
      const start = process.cpuUsage();
      const blocks = parseBlocks(source);
      const { html } = renderMarkdown(source, context);
      rewriteLinks(source, () => undefined);
      const { user, system } = process.cpuUsage(start);
      expect(blocks.at(-1)?.end ?? 0).toBe(source.length);
      expect(html.length).toBeLessThan(200 * source.length + 10_000);
      // The slowest take a quarter of this; what grows with the square takes minutes.
      expect((user + system) / 1000).toBeLessThan(6000);
    });
  }

  it("refuses what is longer than the limit, by name", () => {
    const source = "a\n\n".repeat(maxSourceLength / 2);
    expect(() => renderMarkdown(source, context)).toThrow(SourceTooLarge);
    expect(parseBlocks(source)).toEqual([
      expect.objectContaining({ kind: "paragraph", start: 0, end: source.length }),
    ]);
    expect(rewriteLinks(source, () => "x")).toBe(source);
  });
});
