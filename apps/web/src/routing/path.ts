/** Parameters of a matched address; `locale` is set when the address starts with one. */
export type PathMatch = Readonly<Record<string, string>>;

// A space key is never a locale code, so the first segment tells which it is.
const LOCALE = "[a-z]{2}(?:-[a-z0-9]{2,8})*";
const SEGMENT = "(?!-(?:/|$))[^/]+";

/** `/:space/:path+/-/history` as a matcher. A page's path never holds a segment "-". */
export function compilePath(pattern: string): (pathname: string) => PathMatch | undefined {
  const names: string[] = ["locale"];
  const source = pattern.replace(
    /:(\w+)(\+?)|[.*^$()[\]|\\]/g,
    (part, name?: string, many?: string) => {
      if (name === undefined) return `\\${part}`;
      names.push(name);
      return many === "+" ? `(${SEGMENT}(?:/${SEGMENT})*?)` : `(${SEGMENT})`;
    },
  );
  const hasSpace = pattern.startsWith("/:");
  const expression = new RegExp(`^${hasSpace ? `(?:/(${LOCALE}))?` : "()"}${source}/?$`);
  return (pathname) => {
    const found = expression.exec(pathname);
    if (!found) return undefined;
    const match: Record<string, string> = {};
    for (const [index, name] of names.entries()) {
      const value = found[index + 1];
      if (!value) continue;
      const decoded = decode(value);
      if (decoded === undefined) return undefined;
      match[name] = decoded;
    }
    // `/de` alone is no space, and `/de/xen` is a space in German, not the page "xen" of a space "de".
    if (match["space"] !== undefined && new RegExp(`^${LOCALE}$`).test(match["space"]))
      return undefined;
    return match;
  };
}

function decode(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}
