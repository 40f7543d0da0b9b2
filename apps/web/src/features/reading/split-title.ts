const firstHeading = /^\s*<h1(?:\s[^>]*)?>([\s\S]*?)<\/h1>/;
const permalink = /<a class="anchor"[^>]*aria-label="[^>]*>#<\/a>/g;
const selfLink = /^<a class="anchor"[^>]*>([\s\S]*)<\/a>$/;

/**
 * Takes the level-1 heading that starts a text off it, so that the page has one title with its
 * status line beneath. Without one, the page's title is used.
 */
export function splitTitle(html: string, title: string): { title: string; body: string } {
  const found = firstHeading.exec(html);
  if (!found) return { title: escapeHtml(title), body: html };
  const inner = (found[1] ?? "").replace(permalink, "").trim();
  return { title: selfLink.exec(inner)?.[1] ?? inner, body: html.slice(found[0].length) };
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
