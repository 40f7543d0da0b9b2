export { renderMarkdown, renderSanitized } from "./render-markdown.js";
export type {
  ExternalLink,
  MediaInfo,
  MediaUse,
  PageLink,
  PageSection,
  RenderContext,
  RenderResult,
  TocEntry,
} from "./render-types.js";
