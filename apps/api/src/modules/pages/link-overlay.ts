import { pageUrl } from "@stet/markdown";
import type { RedirectedLink } from "./links.repository.js";

const anyLink = /<a\s(?:[^>]*?\s)?href="([^"]*)"[^>]*>/g;

/**
 * Stored HTML takes the first meaning of every link on trust; what exists changes without the text changing. Points
 * links to the first meaning that exists, and marks those that have none with `class="missing"`.
 */
export function overlayLinks(html: string, links: readonly RedirectedLink[]): string {
  if (links.length === 0) return html;
  const byHref = new Map(links.map((link) => [link.href, link]));
  return html.replace(anyLink, (tag: string, escaped: string) => {
    const link = byHref.get(unescapeAttribute(escaped));
    if (!link) return tag;
    if (!link.target) return markMissing(tag);
    return tag.replace(`href="${escaped}"`, () => `href="${escapeAttribute(newHref(link))}"`);
  });
}

function markMissing(tag: string): string {
  return tag.includes(' class="')
    ? tag.replace(' class="', ' class="missing ')
    : `${tag.slice(0, -1)} class="missing">`;
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
