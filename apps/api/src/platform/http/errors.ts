import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Refusal, type RefusalCode } from "#platform/errors.js";
import type { Log } from "#platform/log/index.js";

const STATUS_OF: Record<RefusalCode, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  RATE_LIMITED: 429,
  DEADLINE_EXCEEDED: 503,
  BAD_USER_INPUT: 400,
  LIMIT_EXCEEDED: 413,
};

/** PostgreSQL is away, or says that it is starting or stopping. */
const DATABASE_AWAY = new Set([
  "ECONNREFUSED",
  "ENOENT",
  "ECONNRESET",
  "57P01",
  "57P02",
  "57P03",
  "53300",
]);

interface Answer {
  status: number;
  code: string;
  message: string;
}

/** What no handler answered: refusals and limits by their code, the rest logged and said to be ours. */
export function answerErrors(app: FastifyInstance, log: Log): void {
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const answer = answerTo(error);
    if (answer.status >= 500) {
      log.error(
        { err: error, requestId: request.id, method: request.method, url: request.url },
        "A request failed",
      );
    }
    reply.code(answer.status).header("cache-control", "no-store");
    if (answer.status === 503) reply.header("retry-after", "2");
    return send(request, reply, answer);
  });
}

function answerTo(error: FastifyError): Answer {
  if (error instanceof Refusal)
    return { status: STATUS_OF[error.code], code: error.code, message: error.message };
  const status = error.statusCode ?? 500;
  if (status < 500)
    return {
      status,
      code: status === 413 ? "LIMIT_EXCEEDED" : "BAD_REQUEST",
      message: error.message,
    };
  if (DATABASE_AWAY.has(error.code)) {
    return {
      status: 503,
      code: "UNAVAILABLE",
      message: "The database is not reachable at the moment. Try again soon.",
    };
  }
  return {
    status: 500,
    code: "INTERNAL_SERVER_ERROR",
    message: "Something went wrong on our side.",
  };
}

function send(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, code, message }: Answer,
): FastifyReply {
  const requestId = request.id;
  if (request.url.startsWith("/graphql")) {
    reply.type("application/json; charset=utf-8");
    return reply.send({ errors: [{ message, extensions: { code, requestId } }] });
  }
  if (!request.headers.accept?.includes("text/html")) {
    return reply.type("text/plain; charset=utf-8").send(`${message}\nRequest ${requestId}\n`);
  }
  // The last resort, when even the web app cannot say it better.
  reply.type("text/html; charset=utf-8").header("content-security-policy", "default-src 'none'");
  return reply.send(
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${status}</title><h1>${escape(message)}</h1><p>Request ${requestId}</p></html>`,
  );
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
