export type { CodeToken, Highlighter, TokenKind } from "./highlighter.js";
export { parseInfo, type CodeInfo } from "./info.js";
