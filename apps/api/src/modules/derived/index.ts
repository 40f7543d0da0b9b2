export {
  deriveBlocks,
  type BlockState,
  type IdentifiedBlock,
  type NextBlocks,
  type PastBlocks,
} from "./derive-blocks.js";
export { derivePage } from "./derive-page.js";
export {
  deriveText,
  RENDER_VERSION,
  titleOfPath,
  type DerivedText,
  type SourcePlace,
} from "./derive-text.js";
export {
  linksJson,
  removeHead,
  storeHtml,
  searchDocument,
  toBlockState,
  type BlockColumns,
} from "./derived.repository.js";
export { loadEnvironment, loadHighlighter, type RenderEnvironment } from "./environment.js";
export { rebuildDerived, type RebuildProgress } from "./rebuild.js";
export { hasUnspaced, wordsOf } from "./search-text.js";
export { fromStoredBlocks, toStoredBlocks, type StoredBlock } from "./stored-blocks.js";
export { headlineOf } from "./title.js";
