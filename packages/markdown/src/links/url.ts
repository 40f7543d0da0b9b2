import type { MediaTarget, PageTarget } from "./link.js";

/** `/{space}/{path}`, with the locale first unless it is the default one; `index` is the space. */
export function pageUrl(target: PageTarget, site: { defaultLocale: string }): string {
  const locale =
    target.locale === site.defaultLocale ? "" : `/${encodeURIComponent(target.locale)}`;
  const path = target.path === "index" ? "" : `/${encodePath(target.path)}`;
  return `${locale}/${encodeURIComponent(target.space)}${path}`;
}

/** `/{space}/-/media/{path}`: where a file of a space is served when nothing better is known. */
export function mediaUrl(target: MediaTarget): string {
  return `/${encodeURIComponent(target.space)}/-/media/${encodePath(target.path)}`;
}

function encodePath(path: string): string {
  // Lone surrogates make encodeURIComponent throw.
  return path.toWellFormed().split("/").map(encodeURIComponent).join("/");
}
