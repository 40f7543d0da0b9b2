import type { ExitCode } from "./exit-code.js";
import type { Output } from "./output.js";

/** An option as `node:util` parses it, and what the help says of it. */
export interface Option {
  readonly type: "string" | "boolean";
  /** The name of the value: `--space KEY`. */
  readonly value?: string;
  readonly help: string;
  readonly isRequired?: boolean;
}

export interface Given {
  readonly args: readonly string[];
  text(option: string): string | undefined;
  has(option: string): boolean;
}

export interface Run {
  readonly given: Given;
  readonly output: Output;
  /** Aborted by Ctrl+C. */
  readonly signal: AbortSignal;
}

export interface Command {
  /** As it is typed: `import git`. */
  readonly name: string;
  readonly summary: string;
  /** Names of the arguments, all of them required. */
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, Option>>;
  /** More than the summary says. */
  readonly details?: string;
  run(run: Run): Promise<ExitCode>;
}
