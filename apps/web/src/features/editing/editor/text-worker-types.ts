import type { DiffSummary, FoldRow, InlineRow, MergeResult } from "@stet/history";
import type { BlockPatch } from "./patch.js";

/** What the preview needs to know about where the text lives. */
export interface PreviewContext {
  space: string;
  locale: string;
  defaultLocale: string;
  filePath: string;
  spaces: readonly string[];
  locales: readonly string[];
}

interface Requests {
  preview: { markdown: string; context: PreviewContext };
  compare: { before: string; after: string };
  merge: { base: string; mine: string; theirs: string };
}

export interface TextAnswers {
  /** How the shown blocks change, and for all of them the 1-based line they start at (-1: none). */
  preview: { patch: BlockPatch; lines: number[] };
  compare: { summary: DiffSummary; rows: (InlineRow | FoldRow)[] };
  merge: MergeResult;
}

export type TextRequests = {
  [Kind in keyof Requests]: Requests[Kind] & { kind: Kind; id: number };
};
export type TextRequest = TextRequests[keyof TextRequests];
export type TextQuestion<Kind extends keyof Requests> = Requests[Kind];
