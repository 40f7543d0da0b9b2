const pageExtension = /\.(?:md|mdx|markdown)$/i;
const notInSlug = /[^\p{L}\p{M}\p{N}._-]+/gu;

/** One path segment as it appears in URLs: NFC, lower case, unicode letters kept, spaces to "-". */
export function slugSegment(segment: string): string {
  const slug = segment
    .normalize("NFC")
    .toLowerCase()
    .replace(/\s+/g, "-")
    .replace(notInSlug, "")
    // Lower-casing may leave a decomposed sequence behind (İ).
    .normalize("NFC");
  // "." and ".." would climb, "-" is the mark before a page's actions (`/-/history`).
  return slug === "." || slug === ".." || slug === "-" ? "" : slug;
}

/**
 * The page path of a file of a repository: extension and `index`/`README` off, each segment a slug;
 * `index` for the root. Segments that leave nothing of themselves are left out.
 */
export function pagePathOf(filePath: string): string {
  const segments = filePath.replaceAll("\\", "/").split("/");
  const last = (segments.pop() ?? "").replace(pageExtension, "");
  if (!/^(?:index|readme)$/i.test(last)) segments.push(last);
  return pagePathOfSegments(segments);
}

export function pagePathOfSegments(segments: readonly string[]): string {
  return (
    segments
      .map(slugSegment)
      .filter((segment) => segment !== "")
      .join("/") || "index"
  );
}
