/** Where to go after signing in: a path of this site. Anything else, however it is spelled, is `/`. */
export function localPath(next: string | undefined): string {
  if (!next || next.length > 2000) return "/";
  // Browsers read "\" as "/" and drop tabs and line ends, so "/\evil" and "/\t/evil" would leave the site.
  if (!/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(next)) return "/";
  const base = "http://stet.invalid";
  const url = URL.parse(next, base);
  return url?.origin === base && url.pathname.startsWith("/") && !url.pathname.startsWith("//")
    ? url.pathname + url.search + url.hash
    : "/";
}
