export { attributes, escapeText } from "./escape.js";
export { ownId } from "./own-id.js";
export { HtmlPreparer } from "./prepare.js";
export { sanitizeHtml } from "./sanitize.js";
export { scanTag } from "./scan-tag.js";
export type { ScannedAttribute, ScannedTag } from "./scan-tag.js";
