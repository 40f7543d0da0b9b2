import type { LinkContext } from "@stet/markdown";
import type { Context } from "../../context.js";
import { loadEnvironment, type RenderEnvironment } from "../derived/index.js";
import type { Page } from "../pages/index.js";
import type { RevisionWrite } from "../revisions/index.js";
import { siteOf } from "../site/index.js";
import type { Space } from "../spaces/index.js";
import { findEditables, type Editable } from "./editable.repository.js";
import { findMedia, findPlaces, listLinking, type MovedPage } from "./move.repository.js";
import { movedFilePath, relink, targetsOf, type LinkWorld, type PagePlace } from "./moved-links.js";
import { prepareRevision } from "./next-revision.js";

/** Pages whose links are rewritten with a move; those beyond lead there by the redirect. */
const MAX_LINKING = 200;

export interface MoveRequest {
  /** Parents first. */
  readonly pages: readonly Editable[];
  readonly from: string;
  readonly space: Space;
  readonly path: string;
  readonly message: string;
  readonly updateLinks: boolean;
  readonly authorId: string;
}

export interface MovePlan {
  readonly moved: readonly (MovedPage & {
    readonly write: RevisionWrite;
    readonly place: PagePlace;
  })[];
  /** Pages that stay, with their links to the moved ones rewritten. */
  readonly linking: readonly { readonly editable: Editable; readonly write: RevisionWrite }[];
}

/** Works out every text and everything derived of it, before any transaction is open. */
export async function planMove(ctx: Context, request: MoveRequest): Promise<MovePlan> {
  const environment = await loadEnvironment(ctx.db, siteOf(ctx));
  const places = new Map(
    request.pages.map((editable) => [editable.page.id, placeAfter(editable, request)]),
  );
  const linking = request.updateLinks ? await listLinkingPages(ctx, request) : [];
  const world = request.updateLinks
    ? await worldOf(ctx, [...request.pages, ...linking], places, environment)
    : undefined;
  return {
    moved: request.pages.map((editable) => {
      const place = places.get(editable.page.id) ?? placeBefore(editable);
      const { page } = editable;
      const markdown = textAfter(editable, place, world, environment);
      const { message } = request;
      return {
        pageId: page.id,
        from: { spaceId: page.space.id, locale: page.locale, path: page.path },
        to: { spaceId: request.space.id, locale: page.locale, path: place.path },
        place,
        write: writeOf(
          editable,
          { kind: "MOVE", place, space: request.space, markdown, message, isMinor: false },
          request,
          environment,
        ),
      };
    }),
    linking: linking.flatMap((editable) => {
      const place = placeBefore(editable);
      const markdown = textAfter(editable, place, world, environment);
      if (markdown === editable.head.markdown) return [];
      const message = `Follow the move of ${request.from} to ${request.path}`;
      const write = writeOf(
        editable,
        { kind: "EDIT", place, space: editable.page.space, markdown, message, isMinor: true },
        request,
        environment,
      );
      return [{ editable, write }];
    }),
  };
}

async function listLinkingPages(ctx: Context, request: MoveRequest): Promise<Editable[]> {
  const pages = request.pages.map((each) => each.page);
  const ids = await listLinking(ctx.db, ctx.viewer, pages, MAX_LINKING);
  const editables = await findEditables(ctx.db, ctx.viewer, ids);
  return ids.flatMap((id) => editables.get(id) ?? []);
}

function placeBefore({ page, head }: Editable): PagePlace {
  const { key: space, defaultLocale } = page.space;
  return { space, defaultLocale, locale: page.locale, path: page.path, filePath: head.filePath };
}

function placeAfter(editable: Editable, { from, path: to, space }: MoveRequest): PagePlace {
  const { page, head } = editable;
  const path = to + page.path.slice(from.length);
  const filePath = movedFilePath({ path: page.path, filePath: head.filePath }, path);
  return {
    space: space.key,
    defaultLocale: space.defaultLocale,
    locale: page.locale,
    path,
    filePath,
  };
}

function contextOf(place: PagePlace, environment: RenderEnvironment): LinkContext {
  const { space, locale, defaultLocale, filePath } = place;
  return {
    space,
    locale,
    defaultLocale,
    filePath,
    spaces: environment.spaces,
    locales: environment.locales,
  };
}

async function worldOf(
  ctx: Context,
  editables: readonly Editable[],
  places: ReadonlyMap<string, PagePlace>,
  environment: RenderEnvironment,
): Promise<LinkWorld> {
  const targets = editables.map((editable) => {
    const contexts = [placeBefore(editable), places.get(editable.page.id)].flatMap((place) =>
      place ? [contextOf(place, environment)] : [],
    );
    return targetsOf(editable.head.markdown, contexts);
  });
  const found = await findPlaces(
    ctx.db,
    ctx.viewer,
    targets.flatMap((each) => each.pages),
  );
  const hasMedia = await findMedia(
    ctx.db,
    ctx.viewer,
    targets.flatMap((each) => each.media),
  );
  return {
    pageAt: found.pageAt,
    placeAfter: (pageId) => places.get(pageId) ?? found.places.get(pageId),
    hasMedia,
  };
}

function textAfter(
  editable: Editable,
  place: PagePlace,
  world: LinkWorld | undefined,
  environment: RenderEnvironment,
): string {
  const { markdown } = editable.head;
  if (!world) return markdown;
  return relink(
    markdown,
    contextOf(placeBefore(editable), environment),
    contextOf(place, environment),
    world,
  );
}

function writeOf(
  { page, head, state, past }: Editable,
  next: {
    kind: "MOVE" | "EDIT";
    place: PagePlace;
    space: Space;
    markdown: string;
    message: string;
    isMinor: boolean;
  },
  request: MoveRequest,
  environment: RenderEnvironment,
): RevisionWrite {
  const { kind, place, space, markdown, message, isMinor } = next;
  return prepareRevision(
    {
      pageId: page.id,
      number: head.number + 1,
      kind,
      parentIds: [head.id],
      authorId: request.authorId,
      message,
      isMinor,
      space,
      locale: page.locale,
      path: place.path,
      filePath: place.filePath,
      markdown,
      target: { expectedHeadId: head.id, spaceId: space.id, locale: page.locale },
      change:
        kind === "EDIT"
          ? { type: "page.saved" }
          : { type: "page.moved", data: moveData(page, place) },
      state,
      past,
    },
    environment,
  );
}

function moveData(page: Page, place: PagePlace): Record<string, unknown> {
  const data = { from: page.path, to: place.path };
  return page.space.key === place.space ? data : { ...data, fromSpace: page.space.key };
}
