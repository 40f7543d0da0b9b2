export { pageKinds } from "./front-matter.js";
export type { FrontMatter, FrontMatterResult, JsonValue, PageKind } from "./front-matter.js";
