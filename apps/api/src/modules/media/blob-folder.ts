import { createHash } from "node:crypto";
import { createReadStream, type ReadStream } from "node:fs";
import { mkdir, open, readFile, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { newUuid } from "#platform/ids.js";
import { describeBytes, type BytesDescription } from "./describe-bytes.js";

/** Bytes that are stored, as the `blob` table knows them. */
export interface StoredBlob extends BytesDescription {
  readonly hash: Buffer;
  readonly size: number;
}

/** Bytes as files named by their SHA-256: `<folder>/ab/abcdef…`. A file's own name never becomes a path. */
export class BlobFolder {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Safe to repeat; the bytes are there for good when it resolves. `name` only tells kinds of text apart. */
  async store(bytes: Buffer, name: string): Promise<StoredBlob> {
    const hash = createHash("sha256").update(bytes).digest();
    const place = this.#place(hash);
    if ((await sizeOf(place)) !== bytes.length) await writeSafely(place, bytes);
    return { hash, size: bytes.length, ...(await describeBytes(bytes, name)) };
  }

  read(hash: Buffer): Promise<Buffer> {
    return readFile(this.#place(hash));
  }

  /** `undefined` when the bytes are not there. `end` is the last byte, as in a Range header. */
  async open(
    hash: Buffer,
    range?: { start: number; end: number },
  ): Promise<ReadStream | undefined> {
    const place = this.#place(hash);
    if ((await sizeOf(place)) === undefined) return undefined;
    return createReadStream(place, range);
  }

  #place(hash: Buffer): string {
    const name = hash.toString("hex");
    return join(this.#folder, name.slice(0, 2), name);
  }
}

async function sizeOf(place: string): Promise<number | undefined> {
  try {
    return (await stat(place)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** On disk before it has its name, so that the name never stands for half a file. */
async function writeSafely(place: string, bytes: Buffer): Promise<void> {
  const folder = join(place, "..");
  await mkdir(folder, { recursive: true });
  const temporary = `${place}.${newUuid()}`;
  const handle = await open(temporary, "wx");
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, place);
  // The name, too, must survive a power cut.
  const directory = await open(folder, "r");
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

/** Where the files of an instance are. */
export function mediaFolder(dataDir: string): string {
  return join(dataDir, "media");
}
