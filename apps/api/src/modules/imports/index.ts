export { BlobFolder } from "./blob-folder.js";
export type { BlobStore } from "./blob-store.js";
export { importGit, type ImportDeps, type ImportRequest } from "./import-git.service.js";
export type { ImportProgress, ImportReport } from "./import-report.js";
export { describeProblem, type ImportProblem } from "./problem.js";
