export { alertKindAt, calloutKinds, type CalloutKind } from "./callout.js";
export { createEnvironment, isComponentName, parseStateOf } from "./parse-state.js";
export type { ParseState } from "./parse-state.js";
export { createParser } from "./parser.js";
export { metaText } from "./token-meta.js";
