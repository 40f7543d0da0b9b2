/** Shown where they are; everything else is only ever downloaded. */
const inlineTypes = new Set([
  "image/png",
  "image/apng",
  "image/jpeg",
  "image/gif",
  "image/webp",
  "image/avif",
  "image/bmp",
  "image/x-icon",
  "video/mp4",
  "video/webm",
  "audio/mpeg",
  "audio/ogg",
  "audio/wav",
  "application/pdf",
  "text/plain",
]);

/** A file of the wiki may be anybody's: it is never a document of this site with powers of its own. */
const SANDBOX =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox";

/** An SVG can be shown as a picture, where nothing in it runs; opened by itself it is downloaded. */
export function mediaHeaders(media: {
  type: string;
  isPublic: boolean;
  hash: Buffer;
}): Record<string, string> {
  const { type, isPublic, hash } = media;
  return {
    "content-type": type.startsWith("text/") ? `${type}; charset=utf-8` : type,
    "content-disposition": inlineTypes.has(type) ? "inline" : "attachment",
    "content-security-policy": SANDBOX,
    "x-content-type-options": "nosniff",
    "cache-control": isPublic ? "public, max-age=60" : "private, no-cache",
    etag: `"${hash.toString("base64url")}"`,
    "accept-ranges": "bytes",
  };
}

export type Range = { readonly start: number; readonly end: number };

/** One range of bytes; `undefined` for none or several, "unsatisfiable" for one outside the file. */
export function parseRange(
  header: string | undefined,
  size: number,
): Range | "unsatisfiable" | undefined {
  const found = /^bytes=(\d*)-(\d*)$/.exec(header ?? "");
  if (!found || (found[1] === "" && found[2] === "")) return undefined;
  const [, from = "", to = ""] = found;
  const start = from === "" ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === "" || to === "" ? size - 1 : Math.min(Number(to), size - 1);
  return start > end ? "unsatisfiable" : { start, end };
}
