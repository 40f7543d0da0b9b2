import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";

/** Elements and attributes that no page of ours has. */
export function strangeMarkup(html: string): string[] {
  const found: string[] = [];
  const look = (node: Root | Element): void => {
    for (const child of node.children) {
      if (child.type !== "element") continue;
      const { tagName, properties } = child;
      if (/^x-|^(base|object|embed|iframe|frame|applet)$/.test(tagName)) found.push(tagName);
      if (tagName === "script" && !isOurs(child)) found.push(JSON.stringify(child).slice(0, 200));
      if (tagName === "meta" && "httpEquiv" in properties) found.push("meta http-equiv");
      for (const [name, value] of Object.entries(properties)) {
        const text = Array.isArray(value) ? value.join(" ") : String(value);
        if (/^on/i.test(name) || name === "srcDoc" || name === "style")
          found.push(`${tagName} ${name}="${text}"`);
        if (/^(href|src|action|formAction|xlinkHref)$/.test(name) && !isHarmless(name, text))
          found.push(`${tagName} ${name}="${text}"`);
      }
      look(child);
    }
  };
  look(fromHtml(html));
  return found;
}

const here = "https://stet.invalid";

/** Read as a browser does, and leading nowhere but to pages, or to ourselves with what a form holds. */
function isHarmless(name: string, address: string): boolean {
  const url = URL.parse(address, `${here}/open/evil`);
  if (!url) return true;
  if (/action/i.test(name)) return url.origin === here;
  return ["https:", "http:", "mailto:"].includes(url.protocol);
}

function isOurs({ properties, children }: Element): boolean {
  if (typeof properties["src"] === "string") return properties["src"].startsWith("/-/assets/");
  const text = children[0]?.type === "text" ? children[0].value : "";
  const { type } = properties;
  if (type === "application/ld+json" || type === "application/json")
    return JSON.parse(text) !== null;
  return text.startsWith("try{var t=localStorage");
}
