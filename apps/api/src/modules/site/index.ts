export { siteOf } from "./site.js";
export { SiteResolver } from "./site.resolver.js";
