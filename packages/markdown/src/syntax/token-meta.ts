import type { Token } from "markdown-it";

/** A token's own note as text; "" when there is none. */
export function metaText(token: Token | undefined, name: string): string {
  const value = token?.meta?.[name];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
