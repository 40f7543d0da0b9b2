import type { FastifyInstance } from "fastify";
import type { Pool } from "pg";

/** `/-/health`: the process lives. `/-/ready`: it can answer, so send it requests. */
export function healthRoutes(
  app: FastifyInstance,
  options: { pool: Pool; isDraining: () => boolean },
): void {
  app.get("/-/health", (_request, reply) =>
    reply.header("cache-control", "no-store").type("text/plain").send("ok\n"),
  );
  app.get("/-/ready", async (_request, reply) => {
    reply.header("cache-control", "no-store").type("text/plain");
    if (options.isDraining()) return reply.code(503).send("stopping\n");
    try {
      await options.pool.query("select 1");
    } catch {
      // The reason is in the log of whoever lost the connection; a load balancer only wants the status.
      return reply.code(503).send("no database\n");
    }
    return reply.send("ready\n");
  });
}
