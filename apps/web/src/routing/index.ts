export type { Head } from "./head.js";
export type { Here, Site, Viewer } from "./here.js";
export { Forbidden, NoPageHere, NotFound, Redirect, SignInFirst } from "./interruption.js";
export { localAddress, pagePathOf, spaceAddress, under, type PagePath } from "./page-path.js";
export { compilePath, type PathMatch } from "./path.js";
export {
  defineRoute,
  type Route,
  type RouteRequest,
  type Screen,
  type ViewProps,
} from "./route.js";
