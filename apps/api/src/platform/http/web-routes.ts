import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ChangeFeed } from "#platform/changes/index.js";
import type { Operation } from "#platform/graphql/index.js";
import type { Log } from "#platform/log/index.js";
import type { Site } from "../../context.js";
import type { AnonymousCache, PublicAnswer } from "./anonymous-cache.js";
import { chooseEncoding, compress, isWorthCompressing } from "./compression.js";
import { CLOSED_CSP } from "./security-headers.js";
import type { WebBuild } from "./web-build.js";
import type { WebDeps, WebRequest, WebResponse } from "./web.js";

export interface WebRoutesOptions {
  web: WebBuild | undefined;
  cache: AnonymousCache;
  changes: ChangeFeed;
  site: Site;
  log: Log;
  execute: (operation: Operation, request: FastifyRequest) => ReturnType<WebDeps["execute"]>;
  newNonce: () => string;
  /** Whether the first administrator is still to be made; the screen for it exists only that long. */
  isSetupPending: () => Promise<boolean>;
}

const SETUP_PATH = "/-/setup";
/** An address that never has anything. */
const NOWHERE = "/-/nothing";

/** Every address that is nobody else's belongs to the web app. */
export function webRoutes(app: FastifyInstance, options: WebRoutesOptions): void {
  const { web, cache, changes } = options;
  /** Readers who come for the same page while it is being made wait for it instead of making it again. */
  const rendering = new Map<string, Promise<WebResponse>>();

  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    if (!web) return reply.code(404).type("text/plain").send("Not found.\n");
    if (!["GET", "HEAD", "POST"].includes(request.method)) {
      return reply
        .code(405)
        .header("allow", "GET, HEAD, POST")
        .type("text/plain")
        .send("Method not allowed.\n");
    }
    const isSetup = request.url.split("?", 1)[0] === SETUP_PATH;
    if (isSetup && !(await options.isSetupPending())) {
      return sendOnce(request, reply, await render(web, request, options, NOWHERE));
    }
    const isAnonymous = request.viewer.person === undefined;
    const isShared = isAnonymous && request.method !== "POST" && changes.isLive && !isSetup;
    if (!isShared) return sendOnce(request, reply, await render(web, request, options));

    const { url } = request.raw as { url: string };
    const { epoch } = changes;
    const kept = cache.find(url);
    if (kept) return keep(request, reply, url, epoch, kept);
    const key = `${epoch} ${url}`;
    let made = rendering.get(key);
    if (!made) {
      made = render(web, request, options).finally(() => rendering.delete(key));
      rendering.set(key, made);
    }
    const response = await made;
    if (response.cache !== "public" || response.status !== 200)
      return sendOnce(request, reply, response);
    return keep(request, reply, url, epoch, {
      // A page brings its own policy; sources and site maps have none.
      headers: { "content-security-policy": CLOSED_CSP, ...response.headers },
      body: Buffer.from(response.body),
    });
  };

  const keep = async (
    request: FastifyRequest,
    reply: FastifyReply,
    url: string,
    epoch: number,
    made: PublicAnswer,
  ) => {
    reply.hijack();
    await cache.answerAndKeep(request.raw, reply.raw, url, epoch, made);
    return reply;
  };

  app.setNotFoundHandler(answer);
}

async function render(
  web: WebBuild,
  request: FastifyRequest,
  options: WebRoutesOptions,
  target = request.raw.url ?? "/",
): Promise<WebResponse> {
  const { person } = request.viewer;
  const webRequest: WebRequest = {
    method: request.method as WebRequest["method"],
    url: addressOf(target, options.site),
    headers: plainHeaders(request, person === undefined),
    ...(request.body instanceof URLSearchParams && { form: request.body }),
    viewer: {
      isSignedIn: person !== undefined,
      ...(person && { name: person.name }),
      isAdmin: person?.role === "ADMIN",
    },
  };
  return web.renderRoute(webRequest, {
    execute: (operation) => options.execute(operation, request),
    site: options.site,
    assets: web.assets,
    nonce: options.newNonce(),
    onError: (error) =>
      options.log.error({ err: error, requestId: request.id, url: request.url }, "A page failed"),
  });
}

/** Built from the site's address: what a client claims about host and scheme never reaches a page. */
function addressOf(target: string, site: Site): URL {
  const url = new URL(site.url);
  const question = target.indexOf("?");
  // A path that begins with two slashes would otherwise be read as a host.
  url.pathname = (question < 0 ? target : target.slice(0, question)).replace(/^\/+/, "/");
  url.search = question < 0 ? "" : target.slice(question);
  return url;
}

/** What is kept for everybody must not depend on what one reader sent. */
function plainHeaders(request: FastifyRequest, isAnonymous: boolean): Record<string, string> {
  if (isAnonymous && request.method !== "POST") return {};
  return Object.fromEntries(
    Object.entries(request.headers)
      .filter(([name]) => name !== "cookie" && name !== "authorization")
      .map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : (value ?? "")]),
  );
}

async function sendOnce(
  request: FastifyRequest,
  reply: FastifyReply,
  response: WebResponse,
): Promise<FastifyReply> {
  const body = Buffer.from(response.body);
  reply
    .code(response.status)
    .headers({ "cache-control": "private, no-store", ...response.headers });
  const type = response.headers["content-type"] ?? "";
  const encoding = chooseEncoding(request.headers["accept-encoding"]);
  reply.header("vary", "accept-encoding, cookie");
  if (encoding === "identity" || !isWorthCompressing(type, body.length)) return reply.send(body);
  return reply.header("content-encoding", encoding).send(await compress(body, encoding, "once"));
}
