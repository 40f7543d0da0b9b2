import { OperatorError } from "@stet/api";
import type { Command } from "./command.js";
import { EXIT, type ExitCode } from "./exit-code.js";
import { commandHelp, generalHelp } from "./help.js";
import type { Output } from "./output.js";
import { findCommand, parseGiven } from "./parse.js";
import { UsageError } from "./usage-error.js";

export interface Program {
  readonly commands: readonly Command[];
  readonly words: readonly string[];
  readonly output: Output;
  readonly signal: AbortSignal;
}

/** Finds and runs a command; every failure becomes a message and an exit code. */
export async function runProgram(program: Program): Promise<ExitCode> {
  const { commands, words, output, signal } = program;
  try {
    const [first] = words;
    if (first === undefined || ["help", "--help", "-h"].includes(first)) {
      const topic = words.length > 1 ? findCommand(commands, words.slice(1)) : undefined;
      output.answer(topic ? commandHelp(topic.command) : generalHelp(commands));
      return EXIT.done;
    }
    const found = findCommand(commands, words);
    if (!found) throw new UsageError(`There is no command "${words.slice(0, 2).join(" ")}".`);
    const given = parseGiven(found.command, found.rest);
    if (given.isHelp) {
      output.answer(commandHelp(found.command));
      return EXIT.done;
    }
    return await found.command.run({ given, output, signal });
  } catch (error) {
    return failed(error, program);
  }
}

function failed(error: unknown, { output, signal }: Program): ExitCode {
  if (error instanceof UsageError) {
    const help = error.command === undefined ? "stet help" : `stet ${error.command.name} --help`;
    output.failure(error.message, `See: ${help}`);
    return EXIT.usage;
  }
  if (error instanceof OperatorError) {
    output.failure(error.message, error.advice);
    return EXIT.refused;
  }
  if (signal.aborted) {
    output.note("Stopped");
    return EXIT.interrupted;
  }
  // A bug: whoever reports it needs the place.
  output.failure(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return EXIT.failed;
}
