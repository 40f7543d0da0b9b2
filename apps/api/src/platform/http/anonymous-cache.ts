import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { ChangeFeed } from "#platform/changes/index.js";
import { chooseEncoding, compress, isWorthCompressing, type Encoding } from "./compression.js";
import { ByteLru } from "./lru.js";

/** A finished answer that is the same for everybody who is not signed in. */
export interface PublicAnswer {
  headers: Readonly<Record<string, string>>;
  body: Buffer;
}

interface Variant {
  head: string[];
  body: Buffer;
}

interface Entry {
  epoch: number;
  etag: string;
  answer: PublicAnswer;
  variants: Map<Encoding, Variant>;
  notModified: string[];
  bytes: number;
}

export interface AnonymousCacheOptions {
  changes: Pick<ChangeFeed, "epoch" | "isLive">;
  capacityBytes: number;
  /** On every answer, these before the answer's own. */
  headers: Readonly<Record<string, string>>;
  /** False when the request may carry a session, or asks for another host. */
  isEligible: (request: IncomingMessage) => boolean;
}

/**
 * What anonymous readers get, ready to be sent: compressed once, headers laid out, valid as long as the epoch stands.
 * It answers before Fastify sees the request, because for a hot page everything else would be the larger part.
 */
export class AnonymousCache {
  readonly #options: AnonymousCacheOptions;
  readonly #entries: ByteLru<Entry>;

  constructor(options: AnonymousCacheOptions) {
    this.#options = options;
    this.#entries = new ByteLru(options.capacityBytes);
  }

  get bytes(): number {
    return this.#entries.bytes;
  }

  /** True when the request has been answered. */
  tryAnswer(request: IncomingMessage, response: ServerResponse): boolean {
    const { method, url, headers } = request;
    if ((method !== "GET" && method !== "HEAD") || url === undefined) return false;
    const { changes } = this.#options;
    if (!changes.isLive) return false;
    const entry = this.#entries.get(url);
    if (entry === undefined || entry.epoch !== changes.epoch) return false;
    if (!this.#options.isEligible(request)) return false;
    if (headers["if-none-match"] !== undefined && matches(headers["if-none-match"], entry.etag)) {
      response.writeHead(304, entry.notModified).end();
      return true;
    }
    const variant = entry.variants.get(chooseEncoding(headers["accept-encoding"]));
    if (variant === undefined) return false;
    response.writeHead(200, variant.head);
    if (method === "HEAD") response.end();
    else response.end(variant.body);
    return true;
  }

  /**
   * Keeps `answer` under `url`, in the form that this request wants, unless something changed since `epoch`, when the
   * making of it began; then answers the request with it either way.
   */
  async answerAndKeep(
    request: IncomingMessage,
    response: ServerResponse,
    url: string,
    epoch: number,
    answer: PublicAnswer,
  ): Promise<void> {
    const known = this.#entries.get(url);
    const entry =
      known?.epoch === epoch && known.answer.body.equals(answer.body)
        ? known
        : this.#newEntry(epoch, answer);
    // At once, so that nobody starts making it again while it is being compressed; and again with its full size.
    this.#keep(url, entry);
    const variant = await this.#variant(entry, chooseEncoding(request.headers["accept-encoding"]));
    this.#keep(url, entry);
    const ifNoneMatch = request.headers["if-none-match"];
    if (ifNoneMatch !== undefined && matches(ifNoneMatch, entry.etag)) {
      response.writeHead(304, entry.notModified).end();
      return;
    }
    response.writeHead(200, variant.head);
    if (request.method === "HEAD") response.end();
    else response.end(variant.body);
  }

  /** The answer kept under `url`, so that another encoding of it needs no second rendering. */
  find(url: string): PublicAnswer | undefined {
    const entry = this.#entries.get(url);
    const { changes } = this.#options;
    return entry && changes.isLive && entry.epoch === changes.epoch ? entry.answer : undefined;
  }

  #keep(url: string, entry: Entry): void {
    const { changes } = this.#options;
    if (changes.isLive && entry.epoch === changes.epoch) this.#entries.set(url, entry);
  }

  #newEntry(epoch: number, answer: PublicAnswer): Entry {
    const etag = `W/"${createHash("sha256").update(answer.body).digest("base64url").slice(0, 22)}"`;
    return {
      epoch,
      etag,
      answer,
      variants: new Map(),
      notModified: this.#head(etag, {}),
      bytes: answer.body.length + 1_024,
    };
  }

  async #variant(entry: Entry, encoding: Encoding): Promise<Variant> {
    const known = entry.variants.get(encoding);
    if (known) return known;
    const { body, headers } = entry.answer;
    const isWorthIt = isWorthCompressing(headers["content-type"] ?? "", body.length);
    const encoded = isWorthIt ? await compress(body, encoding, "kept") : body;
    const head = this.#head(entry.etag, {
      ...headers,
      ...(isWorthIt && encoding !== "identity" && { "content-encoding": encoding }),
      "content-length": String(encoded.length),
    });
    const variant = { head, body: encoded };
    entry.variants.set(encoding, variant);
    entry.bytes += encoded.length + 1_024;
    return variant;
  }

  /** As `writeHead` takes it fastest: names and values in turn. */
  #head(etag: string, headers: Readonly<Record<string, string>>): string[] {
    return Object.entries({
      ...this.#options.headers,
      "cache-control": "public, max-age=0, must-revalidate",
      vary: "accept-encoding, cookie",
      etag,
      ...headers,
    }).flat();
  }
}

function matches(ifNoneMatch: string, etag: string): boolean {
  const weak = (value: string) => value.trim().replace(/^W\//, "");
  return (
    ifNoneMatch.trim() === "*" || ifNoneMatch.split(",").some((each) => weak(each) === weak(etag))
  );
}
