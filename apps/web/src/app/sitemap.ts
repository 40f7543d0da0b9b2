import type { Api } from "#api/index.js";
import { localAddress, type Here } from "#routing/index.js";
import { SitemapDocument, type SitemapQuery } from "./sitemap.generated.js";
import type { TextAnswer } from "./text-routes.js";

// The protocol's own limit for one file.
const MOST_URLS = 50_000;

export function renderRobots(siteUrl: string): TextAnswer {
  const lines = [
    "User-agent: *",
    "Disallow: /-/search",
    "Disallow: /*/-/",
    "Allow: /-/assets/",
    "Allow: /*/-/media/",
    "",
    `Sitemap: ${new URL("/sitemap.xml", siteUrl).href}`,
    "",
  ];
  return {
    status: 200,
    headers: { "content-type": "text/plain; charset=utf-8" },
    body: lines.join("\n"),
  };
}

/** Every page an anonymous reader may read, with its translations. */
export async function renderSitemap(here: Here, api: Api): Promise<TextAnswer> {
  const entries: string[] = [];
  let after: string | null = null;
  do {
    const { pages }: SitemapQuery = await api.query(SitemapDocument, { after });
    for (const page of pages.nodes) {
      if (page.space.visibility === "PUBLIC") entries.push(sitemapEntry(page, here.site.url));
    }
    after = pages.pageInfo.hasNextPage ? (pages.pageInfo.endCursor ?? null) : null;
  } while (after !== null && entries.length < MOST_URLS);
  return {
    status: 200,
    headers: { "content-type": "application/xml; charset=utf-8" },
    body: `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.slice(0, MOST_URLS).join("\n")}
</urlset>
`,
  };
}

function sitemapEntry(page: SitemapQuery["pages"]["nodes"][number], siteUrl: string): string {
  const absolute = (url: string) => escapeXml(new URL(localAddress(url), siteUrl).href);
  const others = page.translations.filter((one) => one.id !== page.id);
  const alternates = (others.length === 0 ? [] : [page, ...others]).map(
    (one) =>
      `<xhtml:link rel="alternate" hreflang="${escapeXml(one.locale)}" href="${absolute(one.url)}"/>`,
  );
  return `<url><loc>${absolute(page.url)}</loc><lastmod>${escapeXml(page.updatedAt)}</lastmod>${alternates.join("")}</url>`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
