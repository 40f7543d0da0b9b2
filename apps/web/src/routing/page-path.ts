import type { PathMatch } from "./path.js";

/** A page's address as the API takes it. */
export interface PagePath {
  space: string;
  path: string;
  locale?: string;
}

export function pagePathOf(params: PathMatch): PagePath {
  const { space, path, locale } = params;
  if (space === undefined || path === undefined) {
    throw new TypeError("This route's path has no :space and :path+.");
  }
  return { space, path, ...(locale === undefined ? {} : { locale }) };
}

/** The path of an address that may be absolute, without its origin. */
export function localAddress(url: string): string {
  const parsed = new URL(url, "http://stet.invalid");
  return parsed.pathname + parsed.search + parsed.hash;
}

/** An address beside a page's own: `under("/xen/install", "history")` is `/xen/install/-/history`. */
export function under(url: string, rest: string): string {
  return `${localAddress(url)}/-/${rest}`;
}

/** Where a space begins in a language: `/xen`, or `/de/xen` when German is not its own. */
export function spaceAddress(
  space: { url: string; defaultLocale: string },
  locale: string,
): string {
  const address = localAddress(space.url);
  return locale === space.defaultLocale ? address : `/${locale.toLowerCase()}${address}`;
}
