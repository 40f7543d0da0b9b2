import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { lexicographicSortSchema, printSchema } from "graphql";
import type { Graphql } from "#platform/graphql/index.js";
import type { Context } from "../../context.js";
import { chooseEncoding, compress, isWorthCompressing } from "./compression.js";

/** Beyond this an answer is worth the time it takes to compress. */
const LARGE_ANSWER = 8 * 1024;

export function graphqlRoutes(
  app: FastifyInstance,
  options: {
    graphql: Graphql;
    contextOf: (request: FastifyRequest) => Context;
    addressOf: (request: FastifyRequest) => string | undefined;
  },
): void {
  const { graphql, contextOf, addressOf } = options;
  const sdl = `${printSchema(lexicographicSortSchema(graphql.schema))}\n`;

  app.get("/graphql/schema.graphql", (_request, reply) =>
    reply
      .header("cache-control", "public, max-age=60")
      .header("cross-origin-resource-policy", "cross-origin")
      .type("text/plain; charset=utf-8")
      .send(sdl),
  );

  app.route({
    method: ["GET", "POST"],
    url: "/graphql",
    handler: async (request, reply) => {
      // A browser that opens the address gets the explorer, which is a screen of the web app.
      if (request.method === "GET" && wantsExplorer(request)) return reply.callNotFound();
      const body = withoutDocumentId(request.body);
      const answer = await graphql.http(
        {
          method: request.method,
          headers: isHarmlessGet(request)
            ? [...headersOf(request), ["apollo-require-preflight", "1"]]
            : headersOf(request),
          search: searchOf(request.url),
          body,
          bodyBytes: request.bodyBytes,
          address: addressOf(request),
        },
        contextOf(request),
      );
      return send(request, reply, answer);
    },
  });
}

async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: { status: number; headers: Iterable<readonly [string, string]>; body: string },
): Promise<FastifyReply> {
  for (const [name, value] of answer.headers) reply.header(name, value);
  reply
    .code(answer.status)
    .header("cache-control", "private, no-store")
    .header("vary", "accept, accept-encoding, cookie");
  if (answer.body.length < LARGE_ANSWER) return reply.send(answer.body);
  const encoding = chooseEncoding(request.headers["accept-encoding"]);
  if (encoding === "identity" || !isWorthCompressing("application/json", answer.body.length))
    return reply.send(answer.body);
  return reply
    .header("content-encoding", encoding)
    .send(await compress(Buffer.from(answer.body), encoding, "once"));
}

function wantsExplorer(request: FastifyRequest): boolean {
  const { accept } = request.headers;
  return accept !== undefined && accept.includes("text/html") && !request.url.includes("query=");
}

/**
 * Apollo refuses a GET that any page could have made its reader's browser send. One that carries no cookie has nothing
 * of the reader's, and a browser that names the page's site says enough; only the rest needs the header.
 */
function isHarmlessGet({ method, headers }: FastifyRequest): boolean {
  if (method !== "GET") return false;
  const site = headers["sec-fetch-site"];
  return site === undefined
    ? headers.cookie === undefined
    : site === "same-origin" || site === "none";
}

/** Reserved for trusted documents; without a text to fall back on, there is nothing to run. */
function withoutDocumentId(body: unknown): unknown {
  if (typeof body !== "object" || body === null || Array.isArray(body) || !("documentId" in body))
    return body;
  const { documentId: _, ...rest } = body as Record<string, unknown>;
  return rest;
}

function* headersOf(request: FastifyRequest): Generator<readonly [string, string]> {
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) yield [name, Array.isArray(value) ? value.join(", ") : value];
  }
}

function searchOf(url: string): string {
  const start = url.indexOf("?");
  return start < 0 ? "" : url.slice(start);
}
