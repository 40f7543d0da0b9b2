import type { BlobRow } from "./import-rows.js";

/** Where the bytes of media live; what the import and the export need of it. */
export interface BlobStore {
  /** Safe to repeat; the bytes are there for good when it resolves. */
  store(bytes: Buffer, file: string): Promise<BlobRow>;
  read(hash: Buffer): Promise<Buffer>;
}
