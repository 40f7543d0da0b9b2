import { HeaderMap, type HTTPGraphQLResponse } from "@apollo/server";
import type { Db } from "#platform/database/index.js";
import { Refusal } from "#platform/errors.js";

/**
 * Answers after `ms`, whatever the work does. The work is told by the signal, because it goes on; the SQL statement it
 * waits for is cut by the pool's own limit.
 */
export async function withDeadline(
  work: Promise<HTTPGraphQLResponse>,
  options: { ms: number; abort: AbortController; requestId: string },
): Promise<HTTPGraphQLResponse> {
  const { ms, abort, requestId } = options;
  const message = `This operation took more than ${ms / 1000} seconds and was given up. Ask for less at once.`;
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<HTTPGraphQLResponse>((resolve) => {
    timer = setTimeout(() => {
      abort.abort(new Refusal("DEADLINE_EXCEEDED", message));
      resolve(
        errorAnswer(503, { message, extensions: { code: "DEADLINE_EXCEEDED", requestId } }, []),
      );
    }, ms);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}

/** The same database, that is sent nothing more once `signal` is aborted: each statement throws its reason. */
export function untilAborted(db: Db, signal: AbortSignal): Db {
  return db.withPlugin({
    transformQuery({ node }) {
      signal.throwIfAborted();
      return node;
    },
    transformResult: async ({ result }) => result,
  });
}

/** An answer to the request as a whole. */
export function errorAnswer(
  status: number,
  error: { message: string; extensions: Record<string, unknown> },
  headers: readonly (readonly [string, string])[],
): HTTPGraphQLResponse {
  const all = new HeaderMap([["content-type", "application/json; charset=utf-8"]]);
  for (const [name, value] of headers) all.set(name, value);
  return {
    status,
    headers: all,
    body: { kind: "complete", string: JSON.stringify({ errors: [error] }) },
  };
}
