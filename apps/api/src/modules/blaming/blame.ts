import { blameRuns, type Blame } from "@stet/history";

/** Consecutive lines that one revision wrote. */
export interface LineRun {
  /** From 1. */
  readonly startLine: number;
  readonly lineCount: number;
  readonly revisionId: string;
}

/** Lines as people count them: from 1, both ends included; open where nothing is given. */
export interface LineRange {
  readonly first?: number | undefined;
  readonly last?: number | undefined;
}

/** The runs of a range of lines, cut to it. */
export function runsOf(blame: Blame, { first = 1, last = Infinity }: LineRange = {}): LineRun[] {
  const runs: LineRun[] = [];
  for (const { line, lines, revision } of blameRuns(blame)) {
    const startLine = Math.max(line + 1, first);
    const endLine = Math.min(line + lines, last);
    if (endLine >= startLine)
      runs.push({ startLine, lineCount: endLine - startLine + 1, revisionId: revision });
  }
  return runs;
}

/** Where each line of a text begins, and its end: one more than it has lines. A line ends with its `\n`. */
export function lineStartsOf(text: string): number[] {
  const starts = text === "" ? [] : [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1))
    if (at + 1 < text.length) starts.push(at + 1);
  return [...starts, text.length];
}
