import { sql } from "kysely";
import type { Highlighter, MediaInfo, MediaTarget } from "@stet/markdown";
import { createHighlighter } from "@stet/markdown/highlight";
import type { Db } from "#platform/database/index.js";

/** What a rendering depends on besides the text and its place. Load it once for a batch. */
export interface RenderEnvironment {
  readonly spaces: readonly string[];
  readonly locales: readonly string[];
  /** Sizes of pictures, by `space/path`. */
  readonly media: ReadonlyMap<string, MediaInfo & { readonly isPublic: boolean }>;
  readonly highlight: Highlighter;
}

let highlighter: Promise<Highlighter> | undefined;

/** One for the process, with its cache of coloured code. Loading the grammars takes a moment: ask at start. */
export function loadHighlighter(): Promise<Highlighter> {
  highlighter ??= createHighlighter().then(({ highlight }) => highlight);
  return highlighter;
}

/** Spaces with more pictures than this render the rest without dimensions. */
const MEDIA_LIMIT = 20_000;

/** With `source`, pictures are looked up only when the text may contain one. */
export async function loadEnvironment(
  db: Db,
  options: { locales: readonly string[]; source?: string },
): Promise<RenderEnvironment> {
  const needsMedia = options.source === undefined || /!\[|<img/i.test(options.source);
  const { rows } = await sql<{ keys: string[]; media: [string, number, number, boolean][] | null }>`
    select coalesce((select array_agg(key order by key) from space), '{}') as keys,
      ${needsMedia ? pictures : sql`null`} as media
  `.execute(db);
  const found = rows[0];
  return {
    spaces: found?.keys ?? [],
    locales: options.locales,
    highlight: await loadHighlighter(),
    media: new Map(
      (found?.media ?? []).map(([path, width, height, isPublic]) => [
        path,
        { width, height, isPublic },
      ]),
    ),
  };
}

const pictures = sql`(
  select jsonb_agg(jsonb_build_array(picture.place, picture.width, picture.height, picture.is_public)) from (
    select space.key || '/' || media.path as place, blob.width, blob.height,
      space.visibility = 'PUBLIC' as is_public
    from media
    join space on space.id = media.space_id
    join media_version version on version.media_id = media.id and version.number = media.head_number
    join blob on blob.hash = version.blob_hash
    where media.deleted_at is null and blob.width is not null
    limit ${sql.lit(MEDIA_LIMIT)}
  ) picture
)`;

/** Of pictures a text of this space may speak of: that another space has one may be a secret of its members. */
export function mediaInfoOf(
  environment: RenderEnvironment,
  space: string,
  target: MediaTarget,
): MediaInfo | undefined {
  const found = environment.media.get(`${target.space}/${target.path}`);
  return found && (found.isPublic || target.space === space) ? found : undefined;
}
