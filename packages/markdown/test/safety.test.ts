import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderMarkdown } from "../src/index.js";
import { renderSanitized } from "../src/render/index.js";
import { context } from "./context.js";
import { markdownWithHtml, markdownWithoutHtml } from "./markdown-arbitrary.js";
import { findUnsafe } from "./safety.js";
import { attacks } from "./attacks.js";

const html = (source: string) => renderMarkdown(source, context).html;

describe("safety", () => {
  it("notices what it looks for", () => {
    expect(
      findUnsafe(
        '<p onclick="x" style="y"><script></script><a href="javascript:x"></a><!--c--></p>',
      ),
    ).toHaveLength(5);
  });

  for (const [index, attack] of attacks.entries()) {
    it(`attack ${index + 1}: ${JSON.stringify(attack).slice(0, 70)}`, () => {
      for (const source of [
        attack,
        `text ${attack} text`,
        `> - ${attack}`,
        `:::note ${attack}\n${attack}\n:::`,
        `| ${attack} |\n|--|\n`,
        `# ${attack}`,
        `<div>\n\n${attack}\n\n</div>`,
        `[${attack}](x)`,
        `![${attack}](x)`,
        `\`\`\`${attack}\n${attack}\n\`\`\``,
        `[^1] \n\n[^1]: ${attack}`,
        `<svg>${attack}</svg>`,
        `<Card title="${attack}">${attack}</Card>`,
      ]) {
        expect(findUnsafe(html(source)), source).toEqual([]);
      }
    });
  }

  it("is safe for any mixture of Markdown, HTML and attacks", () => {
    const mixture = fc
      .array(fc.oneof(markdownWithHtml, fc.constantFrom(...attacks)), { maxLength: 5 })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(mixture, (source) => {
        const result = html(source);
        expect(findUnsafe(result)).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  it("is safe when attacks are mutated", () => {
    const mutated = fc
      .tuple(
        fc.constantFrom(...attacks),
        fc.nat(),
        fc.nat({ max: 6 }),
        fc.constantFrom(
          "",
          "<",
          ">",
          '"',
          "'",
          "/",
          "\0",
          "\n",
          "\t",
          "&",
          "=",
          "`",
          "<svg>",
          "<math>",
          "<p>",
          "</p>",
          "<!--",
          "-->",
          "\u00A0",
          "ſ",
          "K",
        ),
      )
      .map(([attack, at, remove, insert]) => {
        const start = at % (attack.length + 1);
        return attack.slice(0, start) + insert + attack.slice(start + remove);
      });
    fc.assert(
      fc.property(fc.array(mutated, { minLength: 1, maxLength: 3 }), (parts) => {
        expect(findUnsafe(html(parts.join("\n")))).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  it("writes the same page by the fast way as through the sanitiser", () => {
    fc.assert(
      fc.property(markdownWithoutHtml, (source) => {
        expect(html(source)).toBe(renderSanitized(source, context));
      }),
      { numRuns: 1500 },
    );
  });

  it("is deterministic", () => {
    fc.assert(
      fc.property(markdownWithHtml, (source) => {
        expect(renderMarkdown(source, context)).toEqual(renderMarkdown(source, context));
      }),
      { numRuns: 200 },
    );
  });
});
