import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, relative, sep } from "node:path";
import { chooseEncoding, compress, isWorthCompressing, type Encoding } from "./compression.js";

const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".ttf": "font/ttf",
  ".wasm": "application/wasm",
  ".map": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json",
};

interface Variant {
  head: string[];
  body: Buffer;
}

/**
 * The files of one build. Their names carry a hash of their content, so browsers may keep them for ever. Only files
 * that were there at the start are served: no request ever becomes a path.
 */
export class StaticFiles {
  readonly #files = new Map<string, string>();
  readonly #variants = new Map<string, Promise<Variant>>();
  readonly #headers: Readonly<Record<string, string>>;

  constructor(options: {
    folder: string;
    prefix: string;
    headers: Readonly<Record<string, string>>;
  }) {
    this.#headers = options.headers;
    if (!existsSync(options.folder)) return;
    for (const file of filesBelow(options.folder)) {
      if (extname(file) === ".br" || extname(file) === ".gz") continue;
      this.#files.set(options.prefix + relative(options.folder, file).split(sep).join("/"), file);
    }
  }

  /** The paths, for tests of what a page loads. */
  get paths(): string[] {
    return [...this.#files.keys()];
  }

  /** False when there is no such file. */
  async tryAnswer(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
  ): Promise<boolean> {
    const file = this.#files.get(path);
    if (file === undefined) return false;
    const variant = await this.#variant(file, chooseEncoding(request.headers["accept-encoding"]));
    response.writeHead(200, variant.head);
    if (request.method === "HEAD") response.end();
    else response.end(variant.body);
    return true;
  }

  #variant(file: string, encoding: Encoding): Promise<Variant> {
    const key = `${encoding} ${file}`;
    let variant = this.#variants.get(key);
    if (!variant) {
      variant = this.#load(file, encoding);
      this.#variants.set(key, variant);
      variant.catch(() => this.#variants.delete(key));
    }
    return variant;
  }

  async #load(file: string, encoding: Encoding): Promise<Variant> {
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    const plain = await readFile(file);
    const isCompressed = encoding !== "identity" && isWorthCompressing(type, plain.length);
    const body = isCompressed ? await precompressed(file, plain, encoding) : plain;
    const headers = {
      ...this.#headers,
      "content-type": type,
      "cache-control": "public, max-age=31536000, immutable",
      vary: "accept-encoding",
      ...(isCompressed && { "content-encoding": encoding }),
      "content-length": String(body.length),
    };
    return { head: Object.entries(headers).flat(), body };
  }
}

/** The build may have compressed it better than there is time for here. */
async function precompressed(file: string, plain: Buffer, encoding: Encoding): Promise<Buffer> {
  const sibling = `${file}.${encoding === "br" ? "br" : "gz"}`;
  return existsSync(sibling) ? readFile(sibling) : compress(plain, encoding, "kept");
}

function* filesBelow(folder: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* filesBelow(path);
    else yield path;
  }
}

/** A JSON file that has to be there. */
export function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, "utf8")) as T;
}
