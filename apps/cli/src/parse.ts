import { parseArgs } from "node:util";
import type { Command, Given } from "./command.js";
import { UsageError } from "./usage-error.js";

/** Finds the command that the first words name. @throws {UsageError} */
export function findCommand(
  commands: readonly Command[],
  words: readonly string[],
): { command: Command; rest: string[] } | undefined {
  const byLength = commands.toSorted((a, b) => b.name.length - a.name.length);
  for (const command of byLength) {
    const name = command.name.split(" ");
    if (name.every((word, index) => words[index] === word)) {
      return { command, rest: words.slice(name.length) };
    }
  }
  return undefined;
}

/** @throws {UsageError} that says which word is wrong. */
export function parseGiven(
  command: Command,
  words: readonly string[],
): Given & { isHelp: boolean } {
  const options: Record<string, { type: "string" | "boolean"; short?: string }> = {
    help: { type: "boolean", short: "h" },
  };
  for (const [name, { type }] of Object.entries(command.options)) options[name] = { type };
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(firstSentence((error as Error).message), command);
  }
  const { values, positionals } = parsed;
  const text = (name: string) => {
    const value = values[name];
    return typeof value === "string" ? value : undefined;
  };
  const given = { args: positionals, text, has: (name: string) => values[name] === true };
  if (given.has("help")) return { ...given, isHelp: true };
  const missing = command.args[positionals.length];
  if (missing !== undefined) throw new UsageError(`${missing} is missing.`, command);
  const extra = positionals[command.args.length];
  if (extra !== undefined) throw new UsageError(`"${extra}" is one word too many.`, command);
  for (const [name, option] of Object.entries(command.options)) {
    const value = values[name];
    if (option.isRequired === true && value === undefined) {
      throw new UsageError(
        `--${name} ${option.value ?? ""} is missing.`.replace("  ", " "),
        command,
      );
    }
    if (value === "") throw new UsageError(`--${name} is empty.`, command);
  }
  return { ...given, isHelp: false };
}

function firstSentence(message: string): string {
  return `${message.split(/\.\s/, 1)[0] ?? message}.`;
}
