import { sql } from "kysely";
import type { Db } from "#platform/database/index.js";
import { OperatorError } from "#platform/errors.js";

export interface ImportSpace {
  readonly id: string;
  readonly key: string;
  readonly locale: string;
}

export async function findImportSpace(db: Db, key: string): Promise<ImportSpace | undefined> {
  const { rows } = await sql<ImportSpace>`
    select id, key, default_locale as locale from space where key = ${key}
  `.execute(db);
  return rows[0];
}

/** @throws {OperatorError} that lists the spaces there are. */
export async function getImportSpace(db: Db, key: string): Promise<ImportSpace> {
  const space = await findImportSpace(db, key);
  if (space) return space;
  const keys = await sql<{ key: string }>`select key from space order by key limit 30`.execute(db);
  const list = keys.rows.map((row) => row.key).join(", ");
  throw new OperatorError(
    `There is no space ${key}.`,
    list === "" ? "There are no spaces yet." : `Spaces: ${list}.`,
  );
}
