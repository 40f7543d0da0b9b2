import { DomainError } from "#platform/errors.js";
import type { Context } from "../../context.js";
import type { UserErrorType } from "./user-error.type.js";

type Mapper<E extends DomainError> = (ctx: Context, error: E) => UserErrorType;
type ErrorClass<E extends DomainError> = new (...args: never[]) => E;

const mappers: { of: ErrorClass<DomainError>; map: Mapper<DomainError> }[] = [];

/** Gives a kind of `DomainError` its own GraphQL type; all others become `InputError`. */
export function defineUserError<E extends DomainError>(of: ErrorClass<E>, map: Mapper<E>): void {
  mappers.push({ of, map: map as Mapper<DomainError> });
}

/** The one place where an expected failure becomes an entry of a payload's `errors`. */
export function toUserError(ctx: Context, error: DomainError): UserErrorType {
  const mapper = mappers.find((each) => error instanceof each.of);
  if (mapper) return mapper.map(ctx, error);
  const { code, message, path, details } = error;
  return { typename: "InputError", code, message, path, ...details };
}

/** Runs a use case: its result with no errors, or no result with the expected error. Refusals and bugs pass through. */
export async function payload<T extends object>(
  ctx: Context,
  work: () => Promise<T>,
): Promise<Partial<T> & { errors: UserErrorType[] }> {
  try {
    return { ...(await work()), errors: [] };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { errors: [toUserError(ctx, error)] } as unknown as Partial<T> & {
      errors: UserErrorType[];
    };
  }
}
