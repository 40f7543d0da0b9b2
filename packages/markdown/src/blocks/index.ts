export type { Block, BlockKind } from "./block.js";
export { lineStartsOf } from "./line-index.js";
export { parseBlocks } from "./parse-blocks.js";
export { topLevelOf, type TopLevel } from "./top-level.js";
export { tile } from "./tile.js";
