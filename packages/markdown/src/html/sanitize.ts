import { fromHtml } from "hast-util-from-html";
import { sanitize } from "hast-util-sanitize";
import type { Schema } from "hast-util-sanitize";
import type { Element, Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { allowedSchemes } from "../links/index.js";
import {
  htmlElements,
  mathAttributes,
  mathElements,
  svgAttributes,
  svgElements,
} from "./allow-list.js";

const svgProperties = [...svgAttributes].map(propertyName);
const aria = ["ariaLabel", "ariaHidden"];

/** Everything that rendering itself writes and that raw HTML may: nothing else leaves this package. */
const schema: Schema = {
  tagNames: [...htmlElements, "input", "label", ...svgElements, ...mathElements],
  attributes: {
    ...Object.fromEntries([...svgElements].map((name) => [name, svgProperties])),
    ...Object.fromEntries(mathElements.map((name) => [name, mathAttributes])),
    a: ["href", "rel", "title", ...aria],
    col: ["span", "width"],
    colgroup: ["span", "width"],
    del: ["dateTime"],
    details: ["open"],
    div: ["role", ["tabIndex", 0], ...aria],
    img: [
      "src",
      "alt",
      "title",
      "width",
      "height",
      ["loading", "lazy"],
      ["decoding", "async"],
      ["referrerPolicy", "no-referrer"],
    ],
    input: [["type", "checkbox"], ["disabled", true], "checked"],
    ins: ["dateTime"],
    li: ["value"],
    ol: ["start", "reversed", "type"],
    pre: [["tabIndex", 0], "dataLang", ...aria],
    section: aria,
    table: ["width", "border"],
    td: ["colSpan", "rowSpan", "headers", "vAlign", "width"],
    th: ["colSpan", "rowSpan", "headers", "scope", "abbr", "vAlign", "width"],
    time: ["dateTime"],
    tr: ["vAlign"],
    "*": ["id", "className", "title", "lang", "dir", "align", "dataB"],
  },
  ancestors: {
    ...Object.fromEntries(
      ["tbody", "td", "th", "thead", "tfoot", "tr", "caption", "col", "colgroup"].map((name) => [
        name,
        ["table"],
      ]),
    ),
    ...Object.fromEntries(
      [...svgElements].filter((name) => name !== "svg").map((name) => [name, ["svg"]]),
    ),
    ...Object.fromEntries(
      mathElements.filter((name) => name !== "math").map((name) => [name, ["math"]]),
    ),
  },
  clobber: [],
  clobberPrefix: "",
  protocols: {
    href: allowedSchemes,
    src: ["http", "https"],
  },
  required: { input: { disabled: true, type: "checkbox" } },
  strip: ["script", "style", "template"],
  allowComments: false,
  allowDoctypes: false,
};

/** Parses, sanitises and writes a fragment; the output is well formed whatever came in. */
export function sanitizeHtml(html: string): string {
  const parsed = fromHtml(html, { fragment: true });
  if (html.includes("<!--b:")) placeBlockMarks(parsed);
  const tree = sanitize(parsed, schema);
  return toHtml(tree, {
    allowDangerousCharacters: true,
    characterReferences: { useNamedReferences: true },
  });
}

/** `stroke-width` is `strokeWidth` in a tree, `aria-label` is `ariaLabel`. */
function propertyName(attribute: string): string {
  if (attribute === "class") return "className";
  return attribute.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/**
 * `<!--b:7-->` stands before the raw HTML of block 7: the element after it gets the index, text
 * gets an element to carry it. Comments that writers make never come this far.
 */
function placeBlockMarks(parent: Root | Element): void {
  for (const [index, node] of parent.children.entries()) {
    if (node.type === "element") placeBlockMarks(node);
    const block = node.type === "comment" ? /^b:(\d+)$/.exec(node.value)?.[1] : undefined;
    if (block === undefined) continue;
    const next = parent.children.findIndex(
      (each, at) => at > index && !(each.type === "text" && each.value.trim() === ""),
    );
    const target = parent.children[next];
    if (target?.type === "element") target.properties["dataB"] ??= block;
    else if (target?.type === "text") {
      parent.children[next] = {
        type: "element",
        tagName: parent.type === "root" ? "div" : "span",
        properties: { dataB: block },
        children: [target],
      };
    }
  }
}
