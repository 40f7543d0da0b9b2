import type { Command } from "./command.js";
import { EXIT_HELP } from "./exit-code.js";

/** The page that `stet`, `stet help` and `stet --help` print. */
export function generalHelp(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => synopsis(command).length));
  const lines = commands.map(
    (command) => `  ${synopsis(command).padEnd(width)}  ${command.summary}`,
  );
  return `Usage: stet COMMAND [options]

${lines.join("\n")}

  stet COMMAND --help    explains a command

${EXIT_HELP}
`;
}

export function commandHelp(command: Command): string {
  const options: [string, string][] = Object.entries(command.options).map(([name, option]) => [
    `--${name}${option.value === undefined ? "" : ` ${option.value}`}`,
    option.help,
  ]);
  options.push(["--help", "print this"]);
  const width = Math.max(...options.map(([name]) => name.length));
  const lines = options.map(([name, help]) => `  ${name.padEnd(width)}  ${help}`);
  return `Usage: stet ${synopsis(command)}

${command.summary}
${command.details === undefined ? "" : `\n${command.details.trim()}\n`}
Options
${lines.join("\n")}
`;
}

export function synopsis(command: Command): string {
  const required = Object.entries(command.options)
    .filter(([, option]) => option.isRequired)
    .map(([name, option]) => `--${name} ${option.value ?? ""}`.trim());
  return [command.name, ...command.args, ...required].join(" ");
}
