import { pageUrl } from "@stet/markdown";
import type { RedirectedLink } from "./links.repository.js";

// Whole tags: a value in quotes may contain ">", and what follows it would become markup.
const anyLink = /<a((?:\s[^\s"'<>/=]+(?:="[^"]*")?)*)>/g;
const attribute = /\s([^\s"'<>/=]+)(?:="([^"]*)")?/g;

/**
 * Stored HTML takes the first meaning of every link on trust; what exists changes without the text changing. Points
 * links to the first meaning that exists, and marks those that have none with `class="missing"`.
 */
export function overlayLinks(html: string, links: readonly RedirectedLink[]): string {
  if (links.length === 0) return html;
  const byHref = new Map(links.map((link) => [link.href, link]));
  return html.replace(anyLink, (tag: string, written: string) => {
    const attributes = new Map(
      [...written.matchAll(attribute)].map(([, name = "", value = ""]) => [name, value]),
    );
    const link = byHref.get(unescapeAttribute(attributes.get("href") ?? ""));
    if (!link) return tag;
    if (link.target) attributes.set("href", escapeAttribute(newHref(link)));
    else attributes.set("class", `missing ${attributes.get("class") ?? ""}`.trimEnd());
    return `<a${[...attributes].map(([name, value]) => ` ${name}="${value}"`).join("")}>`;
  });
}

function newHref({ href, target }: RedirectedLink): string {
  const hash = href.indexOf("#");
  const url = target ? pageUrl(target, { defaultLocale: target.defaultLocale }) : href;
  return hash < 0 ? url : url + href.slice(hash);
}

const entities: Record<string, string> = {
  "&amp;": "&",
  "&quot;": '"',
  "&#39;": "'",
  "&lt;": "<",
  "&gt;": ">",
  "&#x26;": "&",
  "&#x22;": '"',
  "&#x27;": "'",
};

function unescapeAttribute(text: string): string {
  return text.replace(/&(?:amp|quot|lt|gt|#39|#x2[267]);/g, (entity) => entities[entity] ?? entity);
}

function escapeAttribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
}
