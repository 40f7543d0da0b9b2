// parseBlocks, parseFrontMatter, renderMarkdown and rewriteLinks join as they are finished:
//   parseBlocks(source: string): Block[]
//   parseFrontMatter(source: string): FrontMatterResult
//   renderMarkdown(source: string, context: RenderContext): RenderResult
//   rewriteLinks(source: string, map: (destination: string) => string | undefined): string
export type { Block, BlockKind } from "./blocks/index.js";
export { parseInfo } from "./code/index.js";
export type { CodeInfo, CodeToken, Highlighter, TokenKind } from "./code/index.js";
export { pageKinds } from "./front-matter/index.js";
export type { FrontMatter, FrontMatterResult, JsonValue, PageKind } from "./front-matter/index.js";
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
export type {
  ExternalLink,
  MediaInfo,
  MediaUse,
  PageLink,
  PageSection,
  RenderContext,
  RenderResult,
  TocEntry,
} from "./render/render-types.js";
