import type { IncomingHttpHeaders } from "node:http";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whether a request that may change something was made by one of our own pages, or by no page at all (a program).
 * Browsers say where a request comes from; a program that says nothing carries no victim's cookies.
 */
export function isFromHere(
  method: string,
  headers: IncomingHttpHeaders,
  site: { origin: string; isUrlSet: boolean },
): boolean {
  if (SAFE_METHODS.has(method)) return true;
  const fetchSite = headers["sec-fetch-site"];
  if (fetchSite !== undefined) return fetchSite === "same-origin" || fetchSite === "none";
  const { origin, host } = headers;
  if (origin === undefined) return true;
  if (origin === site.origin) return true;
  // Without a set address we are wherever we were reached.
  return !site.isUrlSet && URL.canParse(origin) && new URL(origin).host === host;
}
