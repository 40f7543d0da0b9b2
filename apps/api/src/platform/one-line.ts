import { DomainError } from "./errors.js";

/** Overrides and isolates: in a name they reorder the names beside it, so that a list reads as another. */
const reordering = /[\u202A-\u202E\u2066-\u2069]/u;

/** @throws DomainError INVALID_INPUT on `input.<field>`, for what a person gives a name, a title or a reason. */
export function refuseReordering(text: string, field: string): void {
  if (!reordering.test(text)) return;
  throw new DomainError(
    "INVALID_INPUT",
    "The text contains characters that change the direction of others (U+202A to U+202E, U+2066 to U+2069). Take them out.",
    ["input", field],
  );
}

/** What was taken from a text as one line that hides and reorders nothing. */
export function oneLine(text: string): string {
  return text
    .replace(new RegExp(reordering, "gu"), "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
}
