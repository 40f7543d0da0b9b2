import type { Api } from "#api/index.js";
import { renderSource } from "#features/reading/source.js";
import type { Here } from "#routing/index.js";
import { renderRobots, renderSitemap } from "./sitemap.js";

export interface TextAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Addresses that answer with something other than HTML. */
export async function renderText(here: Here, api: Api): Promise<TextAnswer | undefined> {
  const { pathname } = here.url;
  if (pathname === "/robots.txt") return renderRobots(here.site.url);
  if (pathname === "/sitemap.xml") return await renderSitemap(here, api);
  if (pathname.endsWith(".md") && !pathname.includes("/-/")) return await renderSource(here, api);
  return undefined;
}
