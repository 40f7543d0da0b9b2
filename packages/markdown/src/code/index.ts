export { hasBidiControls, showBidiControls } from "./bidi.js";
export type { CodeToken, Highlighter, TokenKind } from "./highlighter.js";
export { parseInfo, type CodeInfo } from "./info.js";
export { renderCode, type CodeBlock } from "./render-code.js";
