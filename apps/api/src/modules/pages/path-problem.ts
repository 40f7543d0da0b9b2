import { DomainError, type UserErrorCode } from "#platform/errors.js";
import { defineUserError, type InputErrorType } from "../contract/index.js";

/** Something about an address, with one that would do. */
export class PathProblem extends DomainError {
  constructor(
    code: UserErrorCode,
    message: string,
    readonly suggestion: string | undefined,
    path: readonly string[] = ["input", "path"],
  ) {
    super(code, message, path);
  }
}

defineUserError(PathProblem, (_ctx, { code, message, path, suggestion }): InputErrorType => {
  return { typename: "InputError", code, message, path, suggestion };
});
