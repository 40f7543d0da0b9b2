// Before any module with GraphQL types.
import "reflect-metadata";
import { randomBytes, randomUUID } from "node:crypto";
import { createServer as createHttpServer } from "node:http";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import type { GraphQLSchema } from "graphql";
import {
  accountsRoutes,
  networkOf,
  sessionCookieName,
  type Accounts,
} from "#modules/accounts/index.js";
import { mediaRoutes } from "#modules/media/index.js";
import { EpochMemory, type ChangeFeed } from "#platform/changes/index.js";
import type { Database } from "#platform/database/index.js";
import { createGraphql, type Graphql } from "#platform/graphql/index.js";
import {
  AnonymousCache,
  answerErrors,
  CLOSED_CSP,
  checkHost,
  graphqlRoutes,
  healthRoutes,
  isFromHere,
  parseBodies,
  securityHeaders,
  StaticFiles,
  webRoutes,
  type WebBuild,
} from "#platform/http/index.js";
import type { Log } from "#platform/log/index.js";
import type { Context, Site, Viewer } from "./context.js";

export interface ServerDeps {
  schema: GraphQLSchema;
  database: Database;
  changes: ChangeFeed;
  accounts: Accounts;
  site: Site;
  /** Whether other host names are led to the site's. */
  isUrlSet: boolean;
  dataDir: string;
  trustProxy: readonly string[];
  log: Log;
  /** Absent where only the API is wanted. */
  web?: WebBuild | undefined;
  cacheBytes?: number;
}

export interface Server {
  app: FastifyInstance;
  graphql: Graphql;
  cache: AnonymousCache;
  /** Resolves to the address in use. @throws when the port is taken. */
  listen(options: { port: number; host?: string | undefined }): Promise<{ port: number }>;
  /** Finishes what is under way, for at most `DRAIN_MS`. */
  close(): Promise<void>;
}

declare module "fastify" {
  interface FastifyRequest {
    /** Whoever asks; loaded before any handler runs. */
    viewer: Viewer;
  }
}

const DRAIN_MS = 15_000;
const CACHE_BYTES = 64 * 1024 * 1024;
/** Above the 60 s that proxies usually keep a connection, so that they are the ones to close it. */
const KEEP_ALIVE_MS = 72_000;
const REQUEST_MS = 60_000;

/** The whole application over its parts. Opens no port, so tests use it too. */
export async function createServer(deps: ServerDeps): Promise<Server> {
  const { site, log } = deps;
  const isSecure = site.url.startsWith("https:");
  const host = new URL(site.url).host;
  const headers = securityHeaders({ isSecure });
  const graphql = await createGraphql({ schema: deps.schema, log });

  const sessionCookie = sessionCookieName(site.url);
  const cache = new AnonymousCache({
    changes: deps.changes,
    capacityBytes: deps.cacheBytes ?? CACHE_BYTES,
    headers,
    isEligible: ({ headers: { cookie, host: asked } }) =>
      (cookie === undefined || !cookie.includes(sessionCookie)) &&
      (!deps.isUrlSet || asked === host),
  });
  const assets = new StaticFiles({
    folder: deps.web?.clientFolder ?? "",
    prefix: "/-/assets/",
    headers,
  });

  const app = Fastify({
    // It would write two lines a request; ours are below.
    logger: false,
    genReqId: () => randomUUID(),
    trustProxy: deps.trustProxy.length > 0 ? [...deps.trustProxy] : false,
    routerOptions: { maxParamLength: 2_000, ignoreTrailingSlash: false },
    return503OnClosing: true,
    forceCloseConnections: "idle",
    exposeHeadRoutes: false,
    serverFactory: (handle) =>
      createHttpServer(
        { keepAliveTimeout: KEEP_ALIVE_MS, requestTimeout: REQUEST_MS },
        (request, response) => {
          if (!cache.tryAnswer(request, response)) handle(request, response);
        },
      ),
  });

  const memory = new EpochMemory(deps.changes);
  const contextOf = (request: FastifyRequest): Context => ({
    db: deps.database.db,
    memory,
    viewer: request.viewer,
    requestId: request.id,
    site,
    dataDir: deps.dataDir,
  });

  app.decorateRequest("viewer");
  app.addHook("onRequest", async (request, reply) => {
    reply
      .headers(headers)
      .headers({ "content-security-policy": CLOSED_CSP, "x-request-id": request.id });
    if (checkHost(request, reply, { host, url: site.url, isUrlSet: deps.isUrlSet })) return reply;
    if (
      !isFromHere(request.method, request.headers, {
        origin: new URL(site.url).origin,
        isUrlSet: deps.isUrlSet,
      })
    ) {
      return reply
        .code(403)
        .type("text/plain")
        .send("This request came from another site and was refused.\n");
    }
    request.viewer = await deps.accounts.loadViewer(request.headers);
  });
  app.addHook("onResponse", async (request, reply) => logRequest(log, request, reply));
  parseBodies(app);
  answerErrors(app, log);

  healthRoutes(app, { pool: deps.database.pool, isDraining: () => isDraining });
  app.route({
    method: ["GET", "HEAD"],
    url: "/-/assets/*",
    handler: async (request, reply) => {
      const found = await assets.tryAnswer(
        request.raw,
        reply.raw,
        request.url.split("?", 1)[0] ?? "",
      );
      if (found) return reply.hijack();
      return reply.code(404).type("text/plain").send("No such file.\n");
    },
  });
  await app.register(accountsRoutes, { accounts: deps.accounts });
  mediaRoutes(app, { contextOf });
  graphqlRoutes(app, {
    graphql,
    contextOf,
    addressOf: ({ viewer, ip }) => (viewer.person ? undefined : networkOf(ip)),
  });
  webRoutes(app, {
    web: deps.web,
    cache,
    changes: deps.changes,
    site,
    log,
    execute: (operation, request) => graphql.execute(operation, contextOf(request)),
    isSetupPending: () => deps.accounts.isSetupPending(),
    newNonce: () => randomBytes(16).toString("base64url"),
  });
  await app.ready();

  let isDraining = false;
  return {
    app,
    graphql,
    cache,
    async listen({ port, host: address }) {
      await app.listen({
        port,
        ...(address !== undefined ? { host: address } : { host: "::", ipv6Only: false }),
      });
      const bound = app.server.address();
      return { port: typeof bound === "object" && bound ? bound.port : port };
    },
    async close() {
      isDraining = true;
      const cut = setTimeout(() => app.server.closeAllConnections(), DRAIN_MS);
      await app.close();
      clearTimeout(cut);
      await graphql.close();
    },
  };
}

function logRequest(log: Log, request: FastifyRequest, reply: FastifyReply): void {
  log.debug({
    requestId: request.id,
    method: request.method,
    url: request.url,
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime * 10) / 10,
  });
}
