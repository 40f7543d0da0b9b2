import { createHmac, timingSafeEqual } from "node:crypto";

/** The name better-auth gives the cookie: `__Secure-` in front when the site is https. */
export function sessionCookieName(siteUrl: string): string {
  const isSecure = new URL(siteUrl).protocol === "https:";
  return `${isSecure ? "__Secure-" : ""}stet.session_token`;
}

/** The raw value of a cookie in a `Cookie` header; the first of a name counts, as in better-auth. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  if (!header?.includes(name)) return undefined;
  for (const pair of header.split(";")) {
    const equals = pair.indexOf("=");
    if (equals > 0 && pair.slice(0, equals).trim() === name) return pair.slice(equals + 1).trim();
  }
  return undefined;
}

/**
 * The session token inside a cookie value, when its signature holds. Signed cookies of better-auth are
 * `encodeURIComponent(token + "." + base64(HMAC-SHA256(secret, token)))`.
 */
export function verifySessionCookie(value: string, secret: string): string | undefined {
  const decoded = decodeComponent(value);
  if (decoded === undefined || decoded.length > 500) return undefined;
  const dot = decoded.lastIndexOf(".");
  if (dot < 1) return undefined;
  const token = decoded.slice(0, dot);
  // As text: bytes have several spellings in base64, and only one of them was signed.
  const expected = Buffer.from(createHmac("sha256", secret).update(token).digest("base64"));
  const given = Buffer.from(decoded.slice(dot + 1));
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : undefined;
}

function decodeComponent(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}
