import type { FastifyInstance, FastifyRequest } from "fastify";
import { LIMITS } from "#platform/graphql/index.js";
import { Refusal } from "#platform/errors.js";
import { readBody } from "./read-body.js";

declare module "fastify" {
  interface FastifyRequest {
    /** Size of the body as it was sent. */
    bodyBytes: number;
  }
}

/** Only who is signed in may send as much as the text of a page takes. */
function limitOf(request: FastifyRequest): number {
  return request.viewer.person ? LIMITS.mutationBodyBytes : LIMITS.bodyBytes;
}

/** JSON and forms, each as large as whoever sends it may send. */
export function parseBodies(app: FastifyInstance): void {
  app.decorateRequest("bodyBytes", 0);
  app.removeAllContentTypeParsers();
  const read = async (request: FastifyRequest, payload: AsyncIterable<Buffer>) => {
    const body = await readBody(payload, limitOf(request), request.headers["content-length"]);
    request.bodyBytes = body.length;
    return body.toString("utf8");
  };
  app.addContentTypeParser(
    "application/x-www-form-urlencoded",
    async (request: FastifyRequest, payload: AsyncIterable<Buffer>) =>
      new URLSearchParams(await read(request, payload)),
  );
  app.addContentTypeParser(
    "application/json",
    async (request: FastifyRequest, payload: AsyncIterable<Buffer>) =>
      parseJson(await read(request, payload)),
  );
  // GraphQL says what it thinks of other types; everything else has no use for the body.
  app.addContentTypeParser("*", async (request: FastifyRequest, payload: AsyncIterable<Buffer>) => {
    await read(request, payload);
    return undefined;
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Refusal("BAD_USER_INPUT", `The body is not JSON: ${(error as Error).message}`);
  }
}
