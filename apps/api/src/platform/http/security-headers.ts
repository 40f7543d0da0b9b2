/**
 * For answers that are no page, so that nothing they contain can ever run. A page comes with its own policy, because
 * only who renders it knows what it needs.
 */
export const CLOSED_CSP = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; sandbox";

/** On every answer. */
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
