import { createHash } from "node:crypto";
import { parseFrontMatter } from "@stet/markdown";
import { DomainError } from "#platform/errors.js";
import { refuseReordering } from "#platform/one-line.js";

export const MAX_TEXT_BYTES = 2 * 1024 * 1024;
const MAX_MESSAGE = 500;

/** Why a text cannot be stored as a revision at all; `undefined` when it can. Imports put it into their report. */
export function unstorable(
  markdown: string,
): { code: "TOO_LARGE" | "INVALID_MARKDOWN"; message: string } | undefined {
  if (Buffer.byteLength(markdown) > MAX_TEXT_BYTES) {
    return {
      code: "TOO_LARGE",
      message: "A text has at most 2 MiB. Split the page, or put the data into a file.",
    };
  }
  if (!markdown.isWellFormed()) {
    return {
      code: "INVALID_MARKDOWN",
      message: "The text contains half a Unicode character (a lone surrogate).",
    };
  }
  if (markdown.includes("\0")) {
    return { code: "INVALID_MARKDOWN", message: "The text contains a NUL character." };
  }
  return undefined;
}

/** What a person may save: storable, and with front matter that can be read. @throws DomainError on `input.markdown` */
export function checkText(markdown: string): void {
  const path = ["input", "markdown"];
  const problem = unstorable(markdown);
  if (problem) throw new DomainError(problem.code, problem.message, path);
  const error = frontMatterError(markdown);
  if (error) {
    const { line, column, message } = error;
    throw new DomainError("INVALID_MARKDOWN", `Front matter, line ${line}: ${message}`, path, {
      line,
      column,
    });
  }
}

export function frontMatterError(markdown: string) {
  return parseFrontMatter(markdown).problems.find((problem) => problem.severity === "error");
}

/** Trimmed, at most 500 characters, none of which hides or reorders others. @throws DomainError INVALID_INPUT on `input.message` */
export function checkMessage(message: string | null | undefined): string {
  const trimmed = message?.trim() ?? "";
  if (trimmed.length > MAX_MESSAGE || !trimmed.isWellFormed() || trimmed.includes("\0")) {
    throw new DomainError("INVALID_INPUT", `A message has at most ${MAX_MESSAGE} characters.`, [
      "input",
      "message",
    ]);
  }
  // Imported messages have a body, and so may others.
  if (/[^\P{Cc}\t\r\n]/u.test(trimmed)) {
    throw new DomainError("INVALID_INPUT", "A message contains no control characters.", [
      "input",
      "message",
    ]);
  }
  refuseReordering(trimmed, "message");
  return trimmed;
}

/** Names a text: SHA-256 of its UTF-8 bytes. */
export function contentHashOf(markdown: string): Buffer {
  return createHash("sha256").update(markdown).digest();
}
