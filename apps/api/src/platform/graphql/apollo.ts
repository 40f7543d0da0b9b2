import {
  ApolloServer,
  HeaderMap,
  type ApolloServerPlugin,
  type HTTPGraphQLResponse,
} from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import {
  GraphQLError,
  OperationTypeNode,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from "graphql";
import type { Log } from "#platform/log/index.js";
import type { Context } from "../../context.js";
import { costOf } from "./cost.js";
import { errorAnswer, untilAborted, withDeadline } from "./deadline.js";
import { formatError, INTERNAL_ERROR_CODE, isBug } from "./errors.js";
import { LIMITS, limitsRule } from "./limits.js";
import { UnderWay } from "./under-way.js";

export interface Operation {
  query: string;
  variables?: Record<string, unknown> | undefined;
  operationName?: string | undefined;
}

export interface OperationResult {
  data?: unknown;
  errors?: readonly GraphQLFormattedError[];
}

/** An HTTP request as GraphQL sees it. */
export interface GraphqlHttpRequest {
  method: string;
  headers: Iterable<readonly [string, string]>;
  /** The query string with its question mark, or nothing. */
  search: string;
  body: unknown;
  /** Size of the body as sent. */
  bodyBytes: number;
  /** Whose operations under way are counted together; nobody's when absent. */
  address?: string | undefined;
}

export interface Graphql {
  schema: GraphQLSchema;
  http(
    request: GraphqlHttpRequest,
    context: Context,
  ): Promise<{ status: number; headers: HeaderMap; body: string }>;
  /** The same without HTTP, for the document routes: same resolvers, same limits, as whoever asks. */
  execute(operation: Operation, context: Context): Promise<OperationResult>;
  close(): Promise<void>;
}

/** What the plugins need to know beside the context; both live as long as the request. */
type RequestContextValue = Context & { bodyBytes?: number };

export async function createGraphql(options: {
  schema: GraphQLSchema;
  log: Log;
  deadlineMs?: number;
}): Promise<Graphql> {
  const { schema, log, deadlineMs = LIMITS.deadlineMs } = options;
  const underWay = new UnderWay();
  const server = new ApolloServer<RequestContextValue>({
    schema,
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    logger: apolloLogger(log),
    parseOptions: { maxTokens: LIMITS.tokens },
    validationRules: [limitsRule],
    validationOptions: { maxErrors: 10 },
    executionOptions: { maxCoercionErrors: 10 },
    formatError,
    stringifyResult: JSON.stringify,
    plugins: [
      requestPlugin(schema, log),
      // It would wrap every resolver of every request.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
    ],
  });
  await server.start();
  return {
    schema,
    async http(request, context) {
      const leave = request.address === undefined ? () => {} : underWay.enter(request.address);
      if (!leave) return answerOf(tooMany());
      const abort = new AbortController();
      const work = server.executeHTTPGraphQLRequest({
        httpGraphQLRequest: {
          method: request.method,
          headers: headerMap(request.headers),
          search: request.search,
          body: request.body,
        },
        context: async () => ({
          ...context,
          bodyBytes: request.bodyBytes,
          signal: abort.signal,
        }),
      });
      // Not before it has really ended, which may be after the answer.
      void work.then(leave, leave);
      const { requestId } = context;
      return answerOf(await withDeadline(work, { ms: deadlineMs, abort, requestId }));
    },
    async execute(operation, context) {
      const { body } = await server.executeOperation(
        {
          query: operation.query,
          ...(operation.variables && { variables: operation.variables }),
          ...(operation.operationName && { operationName: operation.operationName }),
        },
        { contextValue: context },
      );
      if (body.kind === "incremental") throw new Error("Incremental delivery is not supported.");
      return body.singleResult;
    },
    close: () => server.stop(),
  };
}

function headerMap(headers: Iterable<readonly [string, string]>): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of headers) map.set(name, value);
  return map;
}

function answerOf(response: HTTPGraphQLResponse) {
  return { status: response.status ?? 200, headers: response.headers, body: textOf(response) };
}

function tooMany(): HTTPGraphQLResponse {
  const message = "Too many operations from your address are under way. Wait for some to end.";
  const extensions = { code: "RATE_LIMITED", retryAfter: 1 };
  return errorAnswer(429, { message, extensions }, [["retry-after", "1"]]);
}

function textOf(response: HTTPGraphQLResponse): string {
  if (response.body.kind !== "complete") throw new Error("Incremental delivery is not supported.");
  return response.body.string;
}

/** One object with the few hooks we need: each of them costs every request. */
function requestPlugin(schema: GraphQLSchema, log: Log): ApolloServerPlugin<RequestContextValue> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation, request, contextValue }) {
          // Without one, execution itself says which operation is meant or missing.
          if (!operation) return;
          const { signal } = contextValue;
          // What is being written is finished; only what it shows of itself is not.
          if (signal && operation.operation === OperationTypeNode.QUERY) {
            contextValue.db = untilAborted(contextValue.db, signal);
          }
          if (
            (contextValue.bodyBytes ?? 0) > LIMITS.bodyBytes &&
            operation.operation !== OperationTypeNode.MUTATION
          ) {
            throw limitError(
              `A query may have ${LIMITS.bodyBytes} bytes.`,
              { limit: LIMITS.bodyBytes },
              413,
            );
          }
          const cost = costOf(schema, document, operation, request.variables ?? {});
          if (cost > LIMITS.cost) {
            throw limitError(
              `This operation may return ${cost} objects; at most ${LIMITS.cost} are allowed. Ask for smaller pages.`,
              { cost, limit: LIMITS.cost },
              400,
            );
          }
        },
        async didEncounterErrors({ errors, contextValue, operationName }) {
          for (const error of errors) {
            if (!isBug(error)) continue;
            const { requestId } = contextValue;
            log.error(
              { err: error.originalError ?? error, requestId, operationName, path: error.path },
              "A resolver failed",
            );
          }
        },
        async willSendResponse({ response, request, contextValue }) {
          if (response.body.kind !== "single" || !response.body.singleResult.errors) return;
          nameRequest(response.body.singleResult.errors, contextValue.requestId);
          // GraphQL over HTTP: clients that know only application/json are told of a bad document with a 200.
          const isLegacy = !request.http?.headers
            .get("accept")
            ?.includes("application/graphql-response+json");
          if (
            isLegacy &&
            response.http.status === 400 &&
            isAboutDocument(response.body.singleResult.errors)
          ) {
            response.http.status = 200;
          }
        },
      };
    },
  };
}

const DOCUMENT_CODES = new Set(["GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED"]);

function isAboutDocument(errors: readonly GraphQLFormattedError[]): boolean {
  return errors.every(({ extensions }) => DOCUMENT_CODES.has(String(extensions?.["code"])));
}

/** So that a report of "Internal error" leads to its log line. */
function nameRequest(errors: readonly GraphQLFormattedError[], requestId: string): void {
  for (const { extensions } of errors) {
    if (extensions?.["code"] === INTERNAL_ERROR_CODE) extensions["requestId"] = requestId;
  }
}

function limitError(
  message: string,
  details: Record<string, unknown>,
  status: number,
): GraphQLError {
  return new GraphQLError(message, {
    extensions: { ...details, code: "LIMIT_EXCEEDED", http: { status, headers: new HeaderMap() } },
  });
}

function apolloLogger(log: Log) {
  const child = log.child({ part: "graphql" });
  return {
    debug: (message: string) => child.debug(message),
    info: (message: string) => child.info(message),
    warn: (message: string) => child.warn(message),
    error: (message: string) => child.error(message),
  };
}
