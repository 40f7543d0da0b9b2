export { rewriteLinks } from "./rewrite-links.js";
