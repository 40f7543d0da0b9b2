// Whole tags: a value in quotes may contain ">" or "</h1>", and what follows it would become markup.
const attributes = String.raw`(?:\s[^\s"'<>/=]+(?:="[^"]*")?)*`;
const firstHeading = new RegExp(String.raw`^\s*<h1${attributes}>`);
const anyTag = new RegExp(String.raw`<(/?[a-zA-Z][a-zA-Z0-9]*)${attributes}\s*/?>`, "g");
const permalink = new RegExp(`<a class="anchor"${attributes}>#</a>`, "g");
const selfLink = new RegExp(String.raw`^<a class="anchor"${attributes}>([\s\S]*)</a>$`);

/**
 * Takes the level-1 heading that starts a text off it, so that the page has one title with its
 * status line beneath. Without one, the page's title is used.
 */
export function splitTitle(html: string, title: string): { title: string; body: string } {
  const start = firstHeading.exec(html)?.[0].length;
  const end = start === undefined ? undefined : endOfHeading(html, start);
  if (start === undefined || end === undefined) return { title: escapeHtml(title), body: html };
  const inner = html.slice(start, end.start).replace(permalink, "").trim();
  return { title: selfLink.exec(inner)?.[1] ?? inner, body: html.slice(end.end) };
}

function endOfHeading(html: string, from: number): { start: number; end: number } | undefined {
  let depth = 1;
  anyTag.lastIndex = from;
  for (let tag = anyTag.exec(html); tag; tag = anyTag.exec(html)) {
    if (tag[1] === "h1") depth += 1;
    else if (tag[1] === "/h1") depth -= 1;
    if (depth === 0) return { start: tag.index, end: anyTag.lastIndex };
  }
  return undefined;
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
