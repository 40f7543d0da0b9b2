export {
  exportGit,
  type ExportDeps,
  type ExportReport,
  type ExportRequest,
} from "./export-git.service.js";
