import type { GitObject, ObjectReader } from "./git/object-reader.js";

/** The bytes read last, up to a number of bytes: a text is wanted again when its next version is compared with it. */
export class BlobCache {
  readonly #reader: ObjectReader;
  readonly #capacity: number;
  readonly #kept = new Map<string, Buffer>();
  #size = 0;

  constructor(reader: ObjectReader, capacity = 64 * 1024 * 1024) {
    this.#reader = reader;
    this.#capacity = capacity;
  }

  async read(id: string, limit: number): Promise<GitObject> {
    const kept = this.#kept.get(id);
    if (kept) {
      this.#kept.delete(id);
      this.#kept.set(id, kept);
      return { kind: "read", bytes: kept };
    }
    const object = await this.#reader.read(id, limit);
    if (object.kind === "read") this.#keep(id, object.bytes);
    return object;
  }

  /** Bytes that were readable before. */
  async bytes(id: string): Promise<Buffer> {
    const object = await this.read(id, Number.MAX_SAFE_INTEGER);
    if (object.kind !== "read") throw new Error(`The object ${id} is missing in the repository.`);
    return object.bytes;
  }

  #keep(id: string, bytes: Buffer): void {
    if (bytes.length > this.#capacity / 4 || this.#kept.has(id)) return;
    this.#kept.set(id, bytes);
    this.#size += bytes.length;
    for (const [oldest, value] of this.#kept) {
      if (this.#size <= this.#capacity) break;
      this.#kept.delete(oldest);
      this.#size -= value.length;
    }
  }
}
