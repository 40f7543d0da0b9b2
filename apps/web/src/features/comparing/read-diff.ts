import type { Diff } from "@stet/history";

/** The API's `diff` is JSON to the schema and a {@link Diff} to us. @throws when it is anything else. */
export function readDiff(value: unknown): Diff {
  if (!isDiff(value)) throw new TypeError("The API's comparison holds no diff.");
  return value;
}

function isDiff(value: unknown): value is Diff {
  return (
    typeof value === "object" &&
    value !== null &&
    "ops" in value &&
    Array.isArray(value.ops) &&
    "summary" in value
  );
}
