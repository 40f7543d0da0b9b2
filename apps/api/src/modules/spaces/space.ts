import type { Visibility } from "#platform/database/index.js";
import { DomainError } from "#platform/errors.js";
import { refuseReordering } from "#platform/one-line.js";
import { parseLocale } from "../contract/index.js";

export interface Space {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly visibility: Visibility;
  readonly defaultLocale: string;
  readonly createdAt: Date;
}

// First segments of addresses that are not spaces.
const reservedKeys = new Set([
  "api", "assets", "atom", "favicon-ico", "feed", "graphql", "health", "help", "index", "llms-txt",
  "mcp", "media", "oembed", "ready", "robots-txt", "search", "sitemap", "sitemap-xml", "static",
  "well-known",
]); // prettier-ignore

// Two letters, or a known language with a script or region: `/de/…` must mean German.
function looksLikeLocale(key: string, locales: readonly string[]): boolean {
  if (locales.includes(key) || /^[a-z]{2}$/.test(key)) return true;
  return /^[a-z]{2}-([a-z]{2}|[a-z]{4})(-[a-z]{2})?$/.test(key) && parseLocale(key) !== undefined;
}

/** @throws DomainError INVALID_INPUT or RESERVED_NAME, on `input.key`. */
export function checkSpaceKey(key: string, locales: readonly string[]): void {
  const path = ["input", "key"];
  if (!/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(key)) {
    throw new DomainError(
      "INVALID_INPUT",
      "A space key has 1 to 63 lower-case letters a to z, digits and hyphens, with no hyphen at either end.",
      path,
    );
  }
  if (reservedKeys.has(key) || looksLikeLocale(key, locales)) {
    throw new DomainError(
      "RESERVED_NAME",
      `"${key}" has a meaning of its own in addresses. Choose a longer key.`,
      path,
    );
  }
}

/** Trimmed, one line, 1 to 200 characters. @throws DomainError INVALID_INPUT on `input.name`. */
export function checkSpaceName(name: string): string {
  const trimmed = name.trim();
  if (
    trimmed === "" ||
    trimmed.length > 200 ||
    /\p{Cc}/u.test(trimmed) ||
    !trimmed.isWellFormed()
  ) {
    throw new DomainError("INVALID_INPUT", "A space name has 1 to 200 characters on one line.", [
      "input",
      "name",
    ]);
  }
  refuseReordering(trimmed, "name");
  return trimmed;
}

const MAX_DESCRIPTION = 2_000;

/** Trimmed, at most 2,000 characters. @throws DomainError INVALID_INPUT on `input.description`. */
export function checkSpaceDescription(description: string | null | undefined): string {
  const trimmed = description?.trim() ?? "";
  // Of the controls only those that lay a text out.
  const isFine =
    trimmed.length <= MAX_DESCRIPTION &&
    trimmed.isWellFormed() &&
    !/[^\P{Cc}\t\r\n]/u.test(trimmed);
  if (!isFine) {
    throw new DomainError(
      "INVALID_INPUT",
      `A description has at most ${MAX_DESCRIPTION} characters, none of them a control character.`,
      ["input", "description"],
    );
  }
  refuseReordering(trimmed, "description");
  return trimmed;
}
