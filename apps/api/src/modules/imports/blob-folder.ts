import { createHash } from "node:crypto";
import { mkdir, open, readFile, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileTypeFromBuffer } from "file-type";
import { imageSize } from "image-size";
import { newUuid } from "#platform/ids.js";
import type { BlobStore } from "./blob-store.js";
import type { BlobRow } from "./import-rows.js";

/** Bytes as files named by their SHA-256: `<folder>/ab/abcdef…`. A file's own name never becomes a path. */
export class BlobFolder implements BlobStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async store(bytes: Buffer, file: string): Promise<BlobRow> {
    const hash = createHash("sha256").update(bytes).digest();
    const place = this.#place(hash);
    const stored = await stat(place).catch(() => undefined);
    if (stored?.size !== bytes.length) await writeSafely(place, bytes);
    return { hash, size: bytes.length, ...(await describeBytes(bytes, file)) };
  }

  read(hash: Buffer): Promise<Buffer> {
    return readFile(this.#place(hash));
  }

  #place(hash: Buffer): string {
    const name = hash.toString("hex");
    return join(this.#folder, name.slice(0, 2), name);
  }
}

/** On disk before it has its name, so that the name never stands for half a file. */
async function writeSafely(place: string, bytes: Buffer): Promise<void> {
  await mkdir(join(place, ".."), { recursive: true });
  const temporary = `${place}.${newUuid()}`;
  const handle = await open(temporary, "wx");
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, place);
}

const TYPES: Readonly<Record<string, string>> = {
  svg: "image/svg+xml",
  txt: "text/plain",
  json: "application/json",
  yml: "application/yaml",
  yaml: "application/yaml",
  csv: "text/csv",
};

/** The type follows from the bytes; the name only tells texts apart. */
async function describeBytes(
  bytes: Buffer,
  file: string,
): Promise<Pick<BlobRow, "type" | "width" | "height">> {
  const found = await fileTypeFromBuffer(bytes);
  const extension = /\.([a-z0-9]+)$/i.exec(file)?.[1]?.toLowerCase() ?? "";
  const type = found?.mime ?? TYPES[extension] ?? "application/octet-stream";
  if (!type.startsWith("image/")) return { type, width: null, height: null };
  try {
    const { width, height } = imageSize(bytes);
    return { type, width: Math.round(width) || null, height: Math.round(height) || null };
  } catch {
    // A damaged picture has no size; it is still a file that can be downloaded.
    return { type, width: null, height: null };
  }
}

/** Where the files of an instance are. */
export function mediaFolder(dataDir: string): string {
  return join(dataDir, "media");
}
