import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { htmlElements, mathElements, svgElements } from "../src/html/allow-list.js";

const known = new Set([...htmlElements, ...svgElements, ...mathElements, "input", "label"]);
const urlProperties = new Set([
  "href",
  "src",
  "cite",
  "action",
  "formAction",
  "xLinkHref",
  "poster",
  "data",
  "background",
]);
const safeUrl = /^(?:https?:|mailto:|tel:|xmpp:|ircs?:|matrix:|ftp:|[/#]|$)/i;
const neverProperties =
  /^(?:on|style$|srcDoc|srcSet|formAction|xLink|is$|name$|target$|ping$|autoFocus|contentEditable|http)/;

/** Everything in some HTML, as a browser would build it, that should not be there. */
export function findUnsafe(html: string): string[] {
  const problems: string[] = [];
  const visit = (node: Root | Element): void => {
    for (const child of node.children) {
      if (child.type === "comment" || child.type === "doctype") problems.push(child.type);
      if (child.type !== "element") continue;
      if (!known.has(child.tagName)) problems.push(`<${child.tagName}>`);
      for (const [name, value] of Object.entries(child.properties)) {
        if (neverProperties.test(name)) problems.push(`${child.tagName} ${name}`);
        const text = String(value);
        if (urlProperties.has(name) && !safeUrl.test(text)) problems.push(`${name}=${text}`);
        if (/url\s*\(\s*(?!#)/i.test(text) && svgElements.has(child.tagName))
          problems.push(`${name}=${text}`);
        if (name === "type" && text !== "checkbox" && child.tagName === "input")
          problems.push(text);
      }
      visit(child);
    }
  };
  visit(fromHtml(html, { fragment: true }));
  return problems;
}
