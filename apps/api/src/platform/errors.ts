/**
 * Three kinds of failure (docs: architecture, "Errors"):
 * outcomes a screen must show (`DomainError`, an entry of the payload's `errors`), refusals (`Refusal`, a top-level
 * GraphQL error with a stable code), and bugs (anything else: logged with the request id, masked to the client).
 */
export type UserErrorCode =
  | "INVALID_INPUT"
  | "NOT_FOUND"
  | "ALREADY_EXISTS"
  | "EDIT_CONFLICT"
  | "PATH_TAKEN"
  | "RESERVED_NAME"
  | "INVALID_MARKDOWN"
  | "IDEMPOTENCY_KEY_REUSED"
  | "DELETED"
  | "NOT_DELETED"
  | "TOO_LARGE";

/** An expected outcome of a write. `path` names the input field, e.g. `["input", "path"]`. */
export class DomainError extends Error {
  constructor(
    readonly code: UserErrorCode,
    message: string,
    readonly path: readonly string[] = [],
    readonly details: { line?: number; column?: number } = {},
  ) {
    super(message);
  }
}

export type RefusalCode =
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "RATE_LIMITED"
  | "DEADLINE_EXCEEDED"
  | "BAD_USER_INPUT"
  | "LIMIT_EXCEEDED";

/** The request as such is refused; `details` say what is missing and reach the client as `extensions`. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    message: string,
    readonly details: Record<string, unknown> = {},
  ) {
    super(message);
  }
}

/** A mistake of whoever runs Stet (settings, ports, folders): shown without a stack trace, with what to do next. */
export class OperatorError extends Error {
  constructor(
    message: string,
    readonly advice?: string,
  ) {
    super(message);
  }
}
