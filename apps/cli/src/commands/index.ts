import type { Command } from "../command.js";
import { exportGitCommand } from "./export-git.js";
import { importGitCommand } from "./import-git.js";
import { rebuildCommand } from "./rebuild.js";
import { serveCommand } from "./serve.js";
import { spaceCreateCommand } from "./space-create.js";
import { userCreateCommand } from "./user-create.js";
import { verifyCommand } from "./verify.js";

/** In the order of the help. */
export const commands: readonly Command[] = [
  serveCommand,
  importGitCommand,
  exportGitCommand,
  spaceCreateCommand,
  userCreateCommand,
  rebuildCommand,
  verifyCommand,
];
