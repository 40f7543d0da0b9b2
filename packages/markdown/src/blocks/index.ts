export type { Block, BlockKind } from "./block.js";
