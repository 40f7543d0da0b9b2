export { parseBlocks } from "./blocks/index.js";
export type { Block, BlockKind } from "./blocks/index.js";
export { parseInfo } from "./code/index.js";
export type { CodeInfo, CodeToken, Highlighter, TokenKind } from "./code/index.js";
export { pageKinds, parseFrontMatter } from "./front-matter/index.js";
export type { FrontMatter, FrontMatterResult, JsonValue, PageKind } from "./front-matter/index.js";
export { maxSourceLength, SourceTooLarge } from "./limits.js";
export {
  mediaUrl,
  pagePathOf,
  pageUrl,
  resolveLink,
  resolveMedia,
  slugSegment,
} from "./links/index.js";
export type { LinkContext, LinkResolution, MediaTarget, PageTarget } from "./links/index.js";
export type { SourceProblem } from "./problem.js";
export { renderMarkdown } from "./render/index.js";
export type {
  ExternalLink,
  MediaInfo,
  MediaUse,
  PageLink,
  PageSection,
  RenderContext,
  RenderResult,
  TocEntry,
} from "./render/index.js";
export { rewriteLinks } from "./rewrite/index.js";
