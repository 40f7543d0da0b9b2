import { unwrapResolverError } from "@apollo/server/errors";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { DomainError, Refusal } from "#platform/errors.js";

export const INTERNAL_ERROR_CODE = "INTERNAL_SERVER_ERROR";

/**
 * What a client may read of an error. Everything is closed but what was made to be read: refusals, and what GraphQL
 * itself says about the request.
 */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  const place = placeOf(formatted);
  if (original instanceof Refusal) {
    return {
      message: original.message,
      ...place,
      extensions: { ...original.details, code: original.code },
    };
  }
  if (original instanceof DomainError) {
    return { message: original.message, ...place, extensions: { code: original.code } };
  }
  if (isAboutRequest(formatted, original)) {
    return {
      message: formatted.message,
      ...place,
      extensions: { code: formatted.extensions?.["code"] },
    };
  }
  return { message: "Internal error", ...place, extensions: { code: INTERNAL_ERROR_CODE } };
}

/** Whether somebody has to look into this: neither the client's mistake nor an answer we meant to give. */
export function isBug(error: unknown): boolean {
  const original = unwrapResolverError(error);
  if (original instanceof Refusal || original instanceof DomainError) return false;
  return !(original instanceof GraphQLError) || codeOf(original) === INTERNAL_ERROR_CODE;
}

function codeOf(error: GraphQLError): unknown {
  return error.extensions["code"] ?? (error.path ? INTERNAL_ERROR_CODE : "BAD_REQUEST");
}

const REQUEST_CODES = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "OPERATION_RESOLUTION_FAILURE",
  "BAD_USER_INPUT",
  "BAD_REQUEST",
  "PERSISTED_QUERY_NOT_SUPPORTED",
  "PERSISTED_QUERY_NOT_FOUND",
  "LIMIT_EXCEEDED",
]);

/** An error of a resolver has a path; one about the request as a whole has none. */
function isAboutRequest(formatted: GraphQLFormattedError, original: unknown): boolean {
  const code = formatted.extensions?.["code"];
  if (typeof code !== "string" || !REQUEST_CODES.has(code)) return false;
  return formatted.path === undefined || original instanceof GraphQLError;
}

function placeOf(
  formatted: GraphQLFormattedError,
): Pick<GraphQLFormattedError, "locations" | "path"> {
  return {
    ...(formatted.locations && { locations: formatted.locations }),
    ...(formatted.path && { path: formatted.path }),
  };
}
