/**
 * Values of a front matter as PostgreSQL can hold them: escapes in YAML may spell what no stored text contains, a NUL
 * or half a character. Those become U+FFFD.
 */
export function storable<T>(value: T): T {
  if (typeof value === "string") return value.toWellFormed().replaceAll("\0", "\uFFFD") as T;
  if (Array.isArray(value)) return value.map((item: unknown) => storable(item)) as T;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]: [string, unknown]) => [storable(key), storable(item)]),
  ) as T;
}
