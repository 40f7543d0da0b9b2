import { sql } from "kysely";
import type { Db } from "#platform/database/index.js";
import { newUuid } from "#platform/ids.js";
import type { Viewer } from "../../context.js";
import { visibleSpace } from "../spaces/index.js";
import type { StoredBlob } from "./blob-folder.js";

/** A file of a space as it is served now. */
export interface ServedMedia {
  readonly isPublic: boolean;
  readonly isDeleted: boolean;
  readonly hash: Buffer;
  readonly size: number;
  readonly type: string;
}

/** A deleted file only when none is at its path now. */
export async function findServedMedia(
  db: Db,
  viewer: Viewer,
  spaceKey: string,
  path: string,
): Promise<ServedMedia | undefined> {
  type Row = { public: boolean; deleted: boolean; hash: Buffer; size: string; type: string };
  const { rows } = await sql<Row>`
    select space.visibility = 'PUBLIC' as public, media.deleted_at is not null as deleted, blob.hash, blob.size, blob.type
    from media
    join space on space.id = media.space_id
    join media_version version on version.media_id = media.id and version.number = media.head_number
    join blob on blob.hash = version.blob_hash
    where space.key = ${spaceKey} and media.path = ${path} and ${visibleSpace(viewer)}
    order by media.deleted_at desc nulls first
    limit 1
  `.execute(db);
  const [row] = rows;
  return (
    row && {
      isPublic: row.public,
      isDeleted: row.deleted,
      hash: row.hash,
      size: Number(row.size),
      type: row.type,
    }
  );
}

export interface MediaVersion {
  readonly mediaId: string;
  readonly versionId: string;
  readonly number: number;
}

export interface NewMediaVersion {
  readonly spaceId: string;
  readonly path: string;
  readonly blob: StoredBlob;
  readonly authorId: string;
  readonly createdAt: Date;
}

/** Makes the file, or its next version; the same bytes as before make nothing. */
export async function putMediaVersion(tx: Db, media: NewMediaVersion): Promise<MediaVersion> {
  const { blob, spaceId, path, authorId, createdAt } = media;
  await sql`
    insert into blob (hash, size, type, width, height)
    values (${blob.hash}, ${blob.size}, ${blob.type}, ${blob.width}, ${blob.height})
    on conflict (hash) do nothing
  `.execute(tx);
  await sql`
    insert into media (id, space_id, path, head_number, created_at) values (${newUuid()}, ${spaceId}, ${path}, 0, ${createdAt})
    on conflict (space_id, path) where deleted_at is null do nothing
  `.execute(tx);
  const { rows } = await sql<{
    id: string;
    head_number: number;
    version_id: string | null;
    same: boolean;
  }>`
    select media.id, media.head_number, version.id as version_id, coalesce(version.blob_hash = ${blob.hash}, false) as same
    from media left join media_version version on version.media_id = media.id and version.number = media.head_number
    where media.space_id = ${spaceId} and media.path = ${path} and media.deleted_at is null
    for no key update of media
  `.execute(tx);
  const [head] = rows;
  if (!head) throw new Error(`Media ${path} went while it was stored.`);
  if (head.same && head.version_id !== null) {
    return { mediaId: head.id, versionId: head.version_id, number: head.head_number };
  }
  const version = { mediaId: head.id, versionId: newUuid(), number: head.head_number + 1 };
  await sql`
    with moved as (update media set head_number = ${version.number} where id = ${head.id})
    insert into media_version (id, media_id, number, blob_hash, author_id, created_at)
    values (${version.versionId}, ${head.id}, ${version.number}, ${blob.hash}, ${authorId}, ${createdAt})
  `.execute(tx);
  return version;
}
