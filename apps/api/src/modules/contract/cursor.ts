import { Refusal } from "#platform/errors.js";

const VERSION = 1;
export type CursorValue = string | number | null;

/** Opaque to clients: version, then the sort values of the row. */
export function encodeCursor(values: readonly CursorValue[]): string {
  return Buffer.from(JSON.stringify([VERSION, ...values])).toString("base64url");
}

/** @throws Refusal BAD_USER_INPUT for anything this version did not make for this many sort values. */
export function decodeCursor(cursor: string, argument: string, length: number): CursorValue[] {
  let values: unknown;
  try {
    values = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    values = undefined;
  }
  if (Array.isArray(values) && values[0] === VERSION && values.length === length + 1) {
    const rest: unknown[] = values.slice(1);
    if (rest.every(isCursorValue)) return rest;
  }
  throw new Refusal(
    "BAD_USER_INPUT",
    `"${argument}" is not a cursor of this list. Take cursors from pageInfo or edges of the same field.`,
    { argument },
  );
}

function isCursorValue(value: unknown): value is CursorValue {
  return (
    value === null ||
    typeof value === "number" ||
    (typeof value === "string" && !value.includes("\0"))
  );
}
