import type { FastifyReply, FastifyRequest } from "fastify";

/**
 * One page, one address: a reader who came by another host name is sent to the site's own. True when answered.
 *
 * Health checks ask by any name. A proxy that hides the name it was asked by and is not trusted gets the page, because
 * a redirect would come back the same way for ever.
 */
export function checkHost(
  request: FastifyRequest,
  reply: FastifyReply,
  site: { host: string; url: string; isUrlSet: boolean },
): boolean {
  if (!site.isUrlSet || request.host === site.host) return false;
  if (request.url === "/-/health" || request.url === "/-/ready") return false;
  const { "x-forwarded-host": forwarded, "x-forwarded-for": client } = request.headers;
  if (client !== undefined && forwarded === undefined) return false;
  if (request.method !== "GET" && request.method !== "HEAD") return false;
  void reply.header("cache-control", "no-store").redirect(site.url + request.url, 308);
  return true;
}
