export { PageBar } from "./page-bar.js";
export { pageHead } from "./page-head.js";
export type { PageFrame_PageFragment } from "./page-frame.generated.js";
