import { inTransaction } from "#platform/database/index.js";
import { DomainError } from "#platform/errors.js";
import { decodeId, encodeId, newUuid } from "#platform/ids.js";
import type { Context } from "../../context.js";
import { idempotently } from "../contract/index.js";
import { loadEnvironment } from "../derived/index.js";
import {
  checkPagePath,
  defaultFilePath,
  pageById,
  pageRoles,
  type Page,
  type Revision,
} from "../pages/index.js";
import { checkMessage, checkText, writeRevision } from "../revisions/index.js";
import { siteOf } from "../site/index.js";
import { findSpace, requireRole, requireSignedIn, type Space } from "../spaces/index.js";
import { checkFree, pathTaken } from "./free-path.js";
import { prepareRevision } from "./next-revision.js";
import { recallWrite, type StoredWrite } from "./recall.js";
import { writtenPage } from "./written.js";

export interface CreateInput {
  readonly space: string;
  readonly path: string;
  readonly locale?: string | null;
  readonly markdown: string;
  readonly message?: string | null;
  readonly isMinor?: boolean | null;
  readonly translationOf?: string | null;
  readonly idempotencyKey?: string | null;
}

/**
 * Makes a page with its first revision.
 * @throws DomainError PATH_TAKEN (with a free path), RESERVED_NAME, INVALID_INPUT, INVALID_MARKDOWN …
 * @throws Refusal when the viewer may not create pages here
 */
export async function createPage(
  ctx: Context,
  input: CreateInput,
): Promise<{ page: Page; revision: Revision }> {
  const space = await getSpace(ctx, input.space);
  const path = checkPagePath(input.path);
  checkText(input.markdown);
  const message = checkMessage(input.message);
  const locale = checkLocale(ctx, space, input.locale);
  const translationOf = await translationRoot(ctx, space, locale, input.translationOf);
  let fresh: { page: Page; revision: Revision } | undefined;
  const request = { operation: "pageCreate", key: input.idempotencyKey, input };
  const stored = await idempotently<StoredWrite>(ctx, request, async (remember) => {
    const { viewer } = ctx;
    requireSignedIn(viewer);
    const place = { space, locale, path };
    await checkFree(ctx, place);
    const environment = await loadEnvironment(ctx.db, { ...siteOf(ctx), source: input.markdown });
    const write = prepareRevision(
      {
        ...place,
        pageId: newUuid(),
        number: 1,
        kind: "CREATE",
        parentIds: [],
        authorId: viewer.person.id,
        message,
        isMinor: input.isMinor ?? false,
        filePath: defaultFilePath(path),
        markdown: input.markdown,
        target: { new: { spaceId: space.id, locale, translationOf } },
        change: { type: "page.created" },
        state: undefined,
        past: new Map(),
      },
      environment,
    );
    const result = writtenPage(viewer, write, { space, locale, translationOf });
    const answer = {
      pageId: encodeId("Page", result.page.id),
      revisionId: encodeId("Revision", result.revision.id),
    };
    const isStored = await inTransaction(ctx.db, async (tx) => {
      if (!(await writeRevision(tx, write))) return false;
      await remember(tx, answer);
      return true;
    });
    if (!isStored) throw await pathTaken(ctx, place);
    fresh = result;
    return answer;
  });
  return fresh ?? recallWrite(ctx, stored);
}

async function getSpace(ctx: Context, key: string): Promise<Space> {
  requireSignedIn(ctx.viewer);
  const space = await findSpace(ctx, { key });
  if (!space) throw new DomainError("NOT_FOUND", "There is no such space.", ["input", "space"]);
  requireRole(ctx.viewer, space.id, pageRoles.create);
  return space;
}

function checkLocale(ctx: Context, space: Space, locale: string | null | undefined): string {
  const chosen = locale ?? space.defaultLocale;
  if (chosen === space.defaultLocale || siteOf(ctx).locales.includes(chosen)) return chosen;
  throw new DomainError(
    "INVALID_INPUT",
    `Pages here are in ${siteOf(ctx).locales.join(", ")}; "${chosen}" is not among them.`,
    ["input", "locale"],
  );
}

/** Translations all name the same page, so that each finds every other. */
async function translationRoot(
  ctx: Context,
  space: Space,
  locale: string,
  id: string | null | undefined,
): Promise<string | null> {
  if (id == null) return null;
  const at = ["input", "translationOf"];
  const uuid = decodeId("Page", id);
  const source = uuid === undefined ? undefined : await pageById(ctx).load(uuid);
  if (!source || source.deletedAt) throw new DomainError("NOT_FOUND", "There is no such page.", at);
  if (source.space.id !== space.id) {
    throw new DomainError(
      "INVALID_INPUT",
      "A translation lives in the same space as its source.",
      at,
    );
  }
  if (source.locale === locale) {
    throw new DomainError(
      "INVALID_INPUT",
      "A translation is in another language than its source.",
      at,
    );
  }
  return source.translationOf ?? source.id;
}
