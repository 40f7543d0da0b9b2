export { createHighlighter } from "./create-highlighter.js";
export type { CodeHighlighter, HighlighterOptions } from "./create-highlighter.js";
export type { CacheStats } from "./token-cache.js";
