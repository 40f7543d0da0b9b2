import type { ImportProblem } from "./problem.js";

/** What an import did; the CLI prints it, with `--json` as it is. */
export interface ImportReport {
  readonly space: string;
  /** The import made the space. */
  readonly isNewSpace: boolean;
  readonly branch: string;
  readonly folder: string;
  readonly tip: string;
  readonly isDryRun: boolean;
  /** False when it was stopped; running it again goes on. */
  readonly isComplete: boolean;
  readonly commits: {
    readonly total: number;
    readonly imported: number;
    readonly known: number;
    readonly skipped: number;
  };
  readonly revisions: number;
  readonly pages: {
    readonly created: number;
    readonly moved: number;
    readonly deleted: number;
    readonly restored: number;
  };
  readonly files: { readonly created: number; readonly versions: number };
  readonly people: number;
  /** Pages whose derived data were made in the second phase, and how many revisions they have. */
  readonly derived: { readonly pages: number; readonly revisions: number };
  readonly problems: readonly ImportProblem[];
  readonly seconds: { readonly history: number; readonly derived: number };
  /** Importing alone, and with what is derived in the second phase. */
  readonly revisionsPerSecond: { readonly history: number; readonly overall: number };
  readonly peakMemoryMegabytes: number;
}

export interface ImportProgress {
  readonly phase: "history" | "derived";
  readonly done: number;
  readonly total: number;
  /** Revisions so far in this phase. */
  readonly revisions: number;
}

/** Counts while an import runs. */
export class ImportCounts {
  imported = 0;
  known = 0;
  skipped = 0;
  revisions = 0;
  pagesCreated = 0;
  pagesMoved = 0;
  pagesDeleted = 0;
  pagesRestored = 0;
  filesCreated = 0;
  fileVersions = 0;
  people = 0;
  readonly problems: ImportProblem[] = [];
}

export function peakMemoryMegabytes(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}
