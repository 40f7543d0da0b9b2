import type { IncomingMessage } from "node:http";

/** The request's body is larger than whoever sent it may send. */
export class BodyTooLarge extends Error {
  readonly statusCode = 413;
  constructor(readonly limit: number) {
    super(`The request is too large: at most ${limit} bytes are accepted here.`);
  }
}

/**
 * Reads a whole body of at most `limit` bytes. Our own, because the limit depends on who asks.
 *
 * @throws BodyTooLarge, as early as the length says so.
 */
export async function readBody(
  stream: IncomingMessage | AsyncIterable<Buffer>,
  limit: number,
  length?: string,
): Promise<Buffer> {
  if (length !== undefined && Number(length) > limit) throw new BodyTooLarge(limit);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw new BodyTooLarge(limit);
    chunks.push(chunk);
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, size);
}
