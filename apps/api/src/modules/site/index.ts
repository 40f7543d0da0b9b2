export { siteOf, type SiteInfo } from "./site.js";
export { SiteResolver } from "./site.resolver.js";
