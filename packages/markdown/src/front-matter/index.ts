export { findFrontMatter } from "./fence.js";
export { pageKinds } from "./front-matter.js";
export type { FrontMatter, FrontMatterResult, JsonValue, PageKind } from "./front-matter.js";
export { parseFrontMatter } from "./parse.js";
