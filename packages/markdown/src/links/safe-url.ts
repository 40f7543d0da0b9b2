/** A destination sorted by how far it can be trusted: local ones are still to be resolved. */
export type ClassifiedUrl =
  | { kind: "local"; value: string }
  | { kind: "external"; url: string }
  | { kind: "unsafe" };

/** The only schemes that ever reach a page. */
export const allowedSchemes = [
  "http",
  "https",
  "mailto",
  "tel",
  "xmpp",
  "irc",
  "ircs",
  "matrix",
  "ftp",
];

const scheme = /^([a-z][a-z0-9+.-]*):/i;
// What browsers drop before they look for a scheme: leading controls and spaces, any tab or newline.
// oxlint-disable-next-line no-control-regex
const ignored = /^[\u0000-\u0020]+|[\t\n\r]+|[\u0000-\u0020]+$/g;

/** Reads a destination as a browser would before it decides where to go. */
export function classifyUrl(destination: string): ClassifiedUrl {
  const value = destination.replace(ignored, "");
  const found = scheme.exec(value)?.[1]?.toLowerCase();
  if (found !== undefined) {
    return allowedSchemes.includes(found) ? { kind: "external", url: value } : { kind: "unsafe" };
  }
  // Browsers read backslashes as slashes, so `/\host` is another site.
  const slashed = value.replaceAll("\\", "/");
  return slashed.startsWith("//")
    ? { kind: "external", url: `https:${slashed}` }
    : { kind: "local", value: slashed };
}
