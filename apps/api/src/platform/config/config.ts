import { isAbsolute, join, resolve } from "node:path";
import type { z } from "zod";
import { OperatorError } from "#platform/errors.js";
import { projectRoot } from "./root.js";
import { SETTINGS } from "./settings.js";

type Parsed = { [K in keyof typeof SETTINGS]: z.output<(typeof SETTINGS)[K]["parse"]> };

export interface Config extends Omit<Parsed, "dataDir" | "url" | "host" | "siteName"> {
  /** Absolute. */
  dataDir: string;
  /** The public address, without a slash at the end. */
  url: string;
  /** Whether the address was set, so that other host names lead to it; a guessed one is not insisted on. */
  isUrlSet: boolean;
  /** `undefined`: all addresses of this machine. */
  host: string | undefined;
  siteName: string;
}

/**
 * Reads all settings at once.
 *
 * @throws OperatorError that lists every problem, so that nobody starts five times to find five of them.
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Config {
  const problems: string[] = [];
  const parsed: Record<string, unknown> = {};
  for (const [key, { name, parse }] of Object.entries(SETTINGS)) {
    const result = parse.safeParse(environment[name]);
    if (result.success) parsed[key] = result.data;
    else problems.push(`${name} ${result.error.issues[0]?.message ?? "is not valid"}.`);
  }
  problems.push(...unknownSettings(environment));
  if (problems.length > 0) {
    throw new OperatorError(
      `${problems.length === 1 ? "One setting is" : `${problems.length} settings are`} not valid:\n${problems.map((each) => `  ${each}`).join("\n")}`,
      "The table of settings is in README.md.",
    );
  }
  const settings = parsed as Parsed;
  return {
    ...settings,
    dataDir:
      settings.dataDir && isAbsolute(settings.dataDir)
        ? settings.dataDir
        : resolve(projectRoot, settings.dataDir ?? ".stet"),
    url: (settings.url ?? `http://localhost:${settings.port}`).replace(/\/+$/, ""),
    isUrlSet: settings.url !== undefined,
    host: settings.host,
    siteName: settings.siteName ?? "Stet",
  };
}

/** A misspelt name would be ignored in silence. */
function unknownSettings(environment: Readonly<Record<string, string | undefined>>): string[] {
  const known = new Set<string>(Object.values(SETTINGS).map(({ name }) => name));
  return Object.keys(environment)
    .filter((name) => name.startsWith("STET_") && !known.has(name) && !INTERNAL.has(name))
    .map((name) => `${name} is not a setting of Stet.`);
}

/** Between our own scripts and the processes they start. */
const INTERNAL = new Set(["STET_STARTED_BY"]);

/** A file that ships with Stet, by its path in the checkout. */
export function projectFile(...path: string[]): string {
  return join(projectRoot, ...path);
}
