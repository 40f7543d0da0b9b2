export { openStet, type OpenStetOptions, type Stet } from "./open-stet.js";
export { serve, type RunningStet } from "./serve.js";
export { readConfig, projectRoot, type Config } from "#platform/config/index.js";
export {
  afterCommit,
  inTransaction,
  type Database,
  type Db,
  type Tx,
} from "#platform/database/index.js";
export { OperatorError } from "#platform/errors.js";
export type { Context, Site, Viewer } from "./context.js";
export { AccountError, createAccount } from "#modules/accounts/index.js";
export { rebuildDerived } from "#modules/derived/index.js";
export { exportGit, type ExportReport } from "#modules/exports/index.js";
export {
  createImportSpace,
  describeProblem,
  importGit,
  type ImportReport,
} from "#modules/imports/index.js";
export { BlobFolder, mediaFolder } from "#modules/media/index.js";
export { verifyStore, type VerifyReport } from "#modules/maintenance/index.js";
