export type { Side, Span } from "./span.js";
export type {
  ChangeKind,
  DeleteOp,
  Degradation,
  Diff,
  DiffBudget,
  DiffOp,
  DiffOptions,
  DiffSummary,
  EqualOp,
  InnerOp,
  InsertOp,
  Move,
  MovedFromOp,
  MovedToOp,
  ReplaceOp,
  WordOp,
} from "./diff-types.js";
export type {
  Cell,
  FoldRow,
  InlineRow,
  MoveLink,
  RowKind,
  RowsOptions,
  Segment,
  SplitRow,
} from "./rows-types.js";
export type {
  ChunkPlace,
  ConflictChunk,
  ConflictReason,
  MergeChunk,
  MergeResult,
  SettledChunk,
} from "./merge-types.js";
export type {
  AlignBlock,
  AlignedBlock,
  Alignment,
  AlignOptions,
  BlockChange,
  KnownBlock,
  RemovedBlock,
} from "./align-types.js";
export type { Blame, BlameOptions, BlameRevision, BlameRun, WordOwner } from "./blame-types.js";
export type { MappedPosition } from "./position-types.js";
export { DEFAULT_BUDGET, DIFF_VERSION, diff } from "./diff.js";
export { apply, DiffMismatch, invert } from "./apply.js";
export { toRows } from "./rows.js";
export { toUnified, type UnifiedOptions } from "./unified.js";
export { merge, resolveMerge, ResolutionMismatch } from "./merge.js";
export { ALIGN_VERSION, align } from "./align.js";
export { normaliseBlock, textHash } from "./text-hash.js";
export {
  BLAME_VERSION,
  blame,
  blameRuns,
  extendBlame,
  type ExtendOptions,
  joinBlames,
  startBlame,
} from "./blame.js";
export { attributeWords } from "./attribute-words.js";
export { mapPosition } from "./map-position.js";
