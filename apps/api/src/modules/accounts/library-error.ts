import { isAPIError } from "better-auth/api";

/** Why the accounts library refused; `undefined` for anything that is not a refusal of its. */
export function libraryErrorCode(error: unknown): string | undefined {
  if (!isAPIError(error)) return undefined;
  const { code } = (error.body ?? {}) as { code?: string };
  return code;
}
