import { Client, makeErrorResult, makeResult, type Exchange, type TypedDocumentNode } from "urql";
import { stringifyDocument, type AnyVariables, type ExecutionResult } from "urql";
import { filter, fromPromise, mergeMap, pipe } from "wonka";
import { RequestFailed } from "./failure.js";

/** One GraphQL operation as the API executes it in process. */
export interface ExecuteOperation {
  (operation: {
    query: string;
    variables?: Record<string, unknown>;
    operationName?: string;
  }): Promise<ExecutedOperation>;
}

export interface ExecutedOperation {
  data?: unknown;
  errors?: readonly { message: string; extensions?: Record<string, unknown> }[];
}

/** Asks the API. Rejects with {@link RequestFailed} when an answer has errors. */
export interface Api {
  query<Data, Variables extends AnyVariables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<Data>;
  mutate<Data, Variables extends AnyVariables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<Data>;
}

/** A client for one request: it speaks as that request's viewer and shares nothing with others. */
export function createRequestApi(execute: ExecuteOperation): Api {
  const client = new Client({
    url: "/graphql",
    exchanges: [inProcessExchange(execute)],
    requestPolicy: "network-only",
    preferGetMethod: false,
  });
  return {
    query: async (document, variables) => unwrap(await client.query(document, variables)),
    mutate: async (document, variables) => unwrap(await client.mutation(document, variables)),
  };
}

function inProcessExchange(execute: ExecuteOperation): Exchange {
  return () => (operations) =>
    pipe(
      operations,
      filter((operation) => operation.kind === "query" || operation.kind === "mutation"),
      mergeMap((operation) =>
        fromPromise(
          execute({
            query: stringifyDocument(operation.query),
            variables: operation.variables as Record<string, unknown>,
          }).then(
            (result) => makeResult(operation, result as ExecutionResult),
            (error: unknown) =>
              makeErrorResult(operation, error instanceof Error ? error : new Error(String(error))),
          ),
        ),
      ),
    );
}

function unwrap<Data>(result: { data?: Data; error?: unknown }): Data {
  if (result.error) throw RequestFailed.from(result.error);
  if (result.data === undefined || result.data === null) {
    throw new RequestFailed("EMPTY", "The API answered without data.");
  }
  return result.data;
}
