import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

export type Encoding = "br" | "gzip" | "identity";

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/** Below this, compression saves less than it costs. */
const WORTH_COMPRESSING = 1_024;

/** `effort` is what the result is for: kept and sent often, or made for one answer. */
export async function compress(
  body: Buffer,
  encoding: Encoding,
  effort: "kept" | "once",
): Promise<Buffer> {
  if (encoding === "br") {
    return brotli(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: effort === "kept" ? 6 : 4,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    });
  }
  return encoding === "gzip" ? deflate(body, { level: effort === "kept" ? 6 : 3 }) : body;
}

const COMPRESSIBLE =
  /^(text\/|application\/(json|javascript|xml|manifest|graphql|atom|wasm)|image\/svg)/;

export function isWorthCompressing(contentType: string, size: number): boolean {
  return size >= WORTH_COMPRESSING && COMPRESSIBLE.test(contentType);
}

const chosen = new Map<string, Encoding>();
const MOST_REMEMBERED = 200;

/** The best encoding of ours that the client accepts. */
export function chooseEncoding(acceptEncoding: string | undefined): Encoding {
  if (acceptEncoding === undefined || acceptEncoding.length > 200) return "identity";
  const known = chosen.get(acceptEncoding);
  if (known) return known;
  const encoding = negotiate(acceptEncoding);
  // Browsers send a handful of values; whoever sends many gets no memory for it.
  if (chosen.size < MOST_REMEMBERED) chosen.set(acceptEncoding, encoding);
  return encoding;
}

function negotiate(header: string): Encoding {
  const weights = new Map<string, number>();
  for (const part of header.toLowerCase().split(",")) {
    const [name = "", ...parameters] = part.split(";").map((each) => each.trim());
    const q = parameters.find((each) => each.startsWith("q="));
    weights.set(name, q === undefined ? 1 : Number(q.slice(2)));
  }
  const weightOf = (name: string) => weights.get(name) ?? weights.get("*") ?? 0;
  if (weightOf("br") > 0 && weightOf("br") >= weightOf("gzip")) return "br";
  return weightOf("gzip") > 0 ? "gzip" : "identity";
}
