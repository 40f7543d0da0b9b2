export type { LinkContext, LinkResolution, MediaTarget, PageTarget } from "./link.js";
export { pagePathOf, slugSegment } from "./page-path.js";
export { resolveLink, resolveMedia } from "./resolve.js";
export { allowedSchemes } from "./safe-url.js";
export { mediaUrl, pageUrl } from "./url.js";
