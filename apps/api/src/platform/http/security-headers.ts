/**
 * On every answer. The content security policy of a page comes with the page, because only who renders it knows what
 * it needs; this one is for whatever brings none, so that it can do nothing at all.
 */
export const CLOSED_CSP = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; sandbox";

export function securityHeaders(options: { isSecure: boolean }): Record<string, string> {
  return {
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ...(options.isSecure && { "strict-transport-security": "max-age=31536000" }),
  };
}
