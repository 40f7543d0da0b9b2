import type { Command } from "./command.js";

/** The command was not understood. */
export class UsageError extends Error {
  constructor(
    message: string,
    /** The command whose help explains it. */
    readonly command?: Command,
  ) {
    super(message);
  }
}
