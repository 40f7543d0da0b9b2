import { corpusPath, hasCorpus, openCorpus } from "@stet/history/testing";
import { measureBlame } from "./history-blame.js";
import { measureCorpusEdits, measureInputs } from "./history-diff.js";
import { measureFound } from "./history-found.js";
import { measureMerge } from "./history-merge.js";
import type { BenchReport, BenchRow } from "./report.js";

/** Comparison, merge, blame and block identity: CPU time and quality, on the corpus and on synthetic pages. */
export async function run(): Promise<BenchReport> {
  const rows: BenchRow[] = [];
  const notes = [
    "CPU milliseconds of this process (user and system); the corpus pass is the first, without warming up.",
  ];
  const corpus = hasCorpus ? openCorpus() : undefined;
  try {
    if (corpus === undefined)
      notes.push(
        `No corpus at ${corpusPath}: its rows are missing. Set STET_CORPUS to a git bundle of Markdown pages.`,
      );
    else rows.push(...measureCorpusEdits(corpus));
    rows.push(
      ...measureInputs(),
      ...measureFound(),
      ...measureMerge(corpus),
      ...measureBlame(corpus),
    );
  } finally {
    corpus?.close();
  }
  return { name: "history", rows, notes };
}
