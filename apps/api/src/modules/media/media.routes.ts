import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Context } from "../../context.js";
import { BlobFolder, mediaFolder } from "./blob-folder.js";
import { mediaHeaders, parseRange } from "./media-headers.js";
import { findServedMedia, type ServedMedia } from "./media.repository.js";

type MediaRequest = FastifyRequest<{ Params: { space: string; "*": string } }>;

/** `/{space}/-/media/{path}`: files of spaces the viewer may read. */
export function mediaRoutes(
  app: FastifyInstance,
  options: { contextOf(request: FastifyRequest): Context },
): void {
  app.route({
    method: ["GET", "HEAD"],
    url: "/:space/-/media/*",
    handler: async (request: MediaRequest, reply) => {
      const ctx = options.contextOf(request);
      const { space, "*": path } = request.params;
      // PostgreSQL knows no such text.
      const media = (space + path).includes("\0")
        ? undefined
        : await findServedMedia(ctx.db, ctx.viewer, space, path);
      if (!media) return reply.code(404).type("text/plain").send("There is no such file.\n");
      if (media.isDeleted)
        return reply.code(410).type("text/plain").send("This file was deleted.\n");
      return send(ctx, request, reply, media);
    },
  });
}

async function send(
  ctx: Context,
  request: MediaRequest,
  reply: FastifyReply,
  media: ServedMedia,
): Promise<FastifyReply> {
  const headers = mediaHeaders(media);
  reply.headers(headers);
  if (request.headers["if-none-match"]?.split(/,\s*/).includes(headers["etag"] ?? ""))
    return reply.code(304).send();
  const range = parseRange(request.headers.range, media.size);
  if (range === "unsatisfiable") {
    return reply.code(416).header("content-range", `bytes */${media.size}`).send();
  }
  if (range)
    reply.code(206).header("content-range", `bytes ${range.start}-${range.end}/${media.size}`);
  reply.header("content-length", range ? range.end - range.start + 1 : media.size);
  if (request.method === "HEAD") return reply.send();
  const stream = await new BlobFolder(mediaFolder(ctx.dataDir)).open(media.hash, range);
  if (!stream)
    throw new Error(`The bytes of ${media.hash.toString("hex")} are not in the data folder.`);
  return reply.send(stream);
}
