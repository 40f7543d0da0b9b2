import { TextDecoder } from "node:util";

/** Somebody and a moment, as a commit names them. */
export interface Signature {
  readonly name: string;
  readonly email: string;
  readonly at: Date;
}

/** A commit object, read. The raw bytes stay the truth; this is what people are shown. */
export interface CommitObject {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: string;
}

/** Reads the raw bytes of a commit object. Text in an unknown or wrong encoding is read as well as can be. */
export function parseCommit(raw: Buffer): CommitObject {
  const headerEnd = raw.indexOf("\n\n");
  const headers = readHeaders(headerEnd < 0 ? raw : raw.subarray(0, headerEnd));
  const body = headerEnd < 0 ? Buffer.alloc(0) : raw.subarray(headerEnd + 2);
  const decode = decoderFor(headers.get("encoding")?.[0]?.toString("latin1"));
  return {
    tree: headers.get("tree")?.[0]?.toString("latin1") ?? "",
    parents: (headers.get("parent") ?? []).map((value) => value.toString("latin1")),
    author: parseSignature(decode(headers.get("author")?.[0] ?? Buffer.alloc(0))),
    committer: parseSignature(decode(headers.get("committer")?.[0] ?? Buffer.alloc(0))),
    message: decode(body).replaceAll("\0", ""),
  };
}

/** The headers of a commit object in their order, each with its continuation lines, and the bytes of the message. */
export function commitHeaders(raw: Buffer): {
  headers: [name: string, value: Buffer][];
  message: Buffer;
} {
  const headerEnd = raw.indexOf("\n\n");
  const head = headerEnd < 0 ? raw : raw.subarray(0, headerEnd);
  const message = headerEnd < 0 ? Buffer.alloc(0) : raw.subarray(headerEnd + 2);
  return { headers: headerList(head), message };
}

function readHeaders(head: Buffer): Map<string, Buffer[]> {
  const headers = new Map<string, Buffer[]>();
  for (const [name, value] of headerList(head)) {
    headers.set(name, [...(headers.get(name) ?? []), value]);
  }
  return headers;
}

function headerList(head: Buffer): [string, Buffer][] {
  const headers: [string, Buffer][] = [];
  let at = 0;
  while (at < head.length) {
    let end = head.indexOf(10, at);
    // A line that begins with a space goes on with the header above (signatures).
    while (end >= 0 && head[end + 1] === 32) end = head.indexOf(10, end + 1);
    if (end < 0) end = head.length;
    const line = head.subarray(at, end);
    const space = line.indexOf(32);
    const nameEnd = space < 0 ? line.length : space;
    headers.push([line.subarray(0, nameEnd).toString("latin1"), line.subarray(nameEnd + 1)]);
    at = end + 1;
  }
  return headers;
}

function decoderFor(encoding: string | undefined): (bytes: Buffer) => string {
  const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  return (bytes) => {
    try {
      if (encoding !== undefined) return new TextDecoder(encoding).decode(bytes);
      return utf8.decode(bytes);
    } catch {
      return bytes.toString("latin1");
    }
  };
}

const LAST_MOMENT = Date.UTC(9999, 11, 31);

/** `Name <email> seconds zone`; missing parts become empty, dates outside of 1970…9999 the nearest inside. */
export function parseSignature(line: string): Signature {
  const match = /^(.*?)\s*<([^>]*)>?\s*(-?\d+)?/s.exec(line);
  const seconds = Number(match?.[3] ?? 0);
  const time = Math.min(Math.max(seconds * 1000, 0), LAST_MOMENT);
  return {
    name: clean(match?.[1] ?? line),
    email: clean(match?.[2] ?? ""),
    at: new Date(Number.isFinite(time) ? time : 0),
  };
}

function clean(text: string): string {
  // oxlint-disable-next-line no-control-regex -- names in old commits contain them
  return text.replace(/[\u0000-\u001f\u007f]/g, "").trim();
}
