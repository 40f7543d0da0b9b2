import type { Db } from "#platform/database/index.js";
import { BlobFolder, mediaFolder } from "./blob-folder.js";
import { putMediaVersion, type MediaVersion } from "./media.repository.js";

export interface MediaFile {
  readonly dataDir: string;
  readonly spaceId: string;
  readonly path: string;
  readonly bytes: Buffer;
  readonly authorId: string;
  readonly createdAt: Date;
}

/**
 * Stores a file of a space, or its next version. Nobody is asked for permission: for imports, seeds, and uploads that
 * were authorised. The bytes are on disk before the row that names them.
 */
export async function storeMedia(tx: Db, file: MediaFile): Promise<MediaVersion> {
  const blob = await new BlobFolder(mediaFolder(file.dataDir)).store(file.bytes, file.path);
  const { spaceId, path, authorId, createdAt } = file;
  return putMediaVersion(tx, { spaceId, path, authorId, createdAt, blob });
}
