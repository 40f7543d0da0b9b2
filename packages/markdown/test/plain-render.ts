import MarkdownIt from "markdown-it";
import { createEnvironment, createParser } from "../src/syntax/index.js";

const parser = createParser();
parser.options.xhtmlOut = true;
const { rules } = parser.renderer;
rules["jsx_tag"] = (tokens, index) => {
  const token = tokens[index];
  return (token?.content ?? "") + (token?.map === null ? "" : "\n");
};
rules["jsx_card_open"] = () => "<p>";

/**
 * What the dialect's parser reads, written by markdown-it's own renderer: neither this package's
 * markup nor its sanitiser stands between the specification's examples and the parser.
 */
export function renderPlain(source: string): string {
  const environment = createEnvironment(source, 0);
  const tokens = parser.parse(source, environment);
  for (const token of tokens) {
    const align = /^text-align:(\w+)$/.exec(String(token.attrGet("style") ?? ""))?.[1];
    if (align !== undefined) token.attrs = [["align", align]];
    if (token.type === "list_item_open") token.attrs = null;
    const task = token.meta?.["task"];
    if (task === undefined) continue;
    const box = new MarkdownIt.Token("html_inline", "", 0);
    box.content = `<input ${task === "done" ? 'checked="" ' : ""}disabled="" type="checkbox"> `;
    token.children?.unshift(box);
  }
  return parser.renderer.render(tokens, parser.options, environment);
}
