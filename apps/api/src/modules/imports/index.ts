export type { BlobStore } from "./blob-store.js";
export { importGit, type ImportDeps, type ImportRequest } from "./import-git.service.js";
export type { ImportProgress, ImportReport } from "./import-report.js";
export { describeProblem, type ImportProblem } from "./problem.js";
export { commitHeaders, parseSignature } from "./git/commit-object.js";
export {
  checkGitVersion,
  ended,
  GIT_SETTINGS,
  runGit,
  startGit,
  type GitRepository,
} from "./git/git-process.js";
export { getImportSpace, type ImportSpace } from "./import-space.js";
export { createImportSpace, type NewImportSpace } from "./import-space-creation.js";
export { ObjectReader } from "./git/object-reader.js";
export { openRepository } from "./git/open-repository.js";
