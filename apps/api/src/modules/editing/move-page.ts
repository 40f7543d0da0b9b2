import { inTransaction, type Tx } from "#platform/database/index.js";
import { DomainError } from "#platform/errors.js";
import { encodeId } from "#platform/ids.js";
import type { Context } from "../../context.js";
import { idempotently, type Remember } from "../contract/index.js";
import {
  checkPagePath,
  pageRoles,
  requirePublishing,
  type Page,
  type Revision,
} from "../pages/index.js";
import { checkMessage, writeRevision } from "../revisions/index.js";
import { findSpace, requireRole, requireSignedIn, type Space } from "../spaces/index.js";
import { findEditables, type Editable } from "./editable.repository.js";
import { getEditable, pageIdOf } from "./find-editable.js";
import { checkFree, pathTaken } from "./free-path.js";
import { planMove, type MovePlan } from "./move-plan.js";
import { listSubtree, redirectMoved } from "./move.repository.js";
import { recallWrite, type StoredWrite } from "./recall.js";
import { writtenPage } from "./written.js";

export interface MoveInput {
  readonly pageId: string;
  readonly path: string;
  readonly space?: string | null;
  readonly includeDescendants?: boolean;
  readonly updateLinks?: boolean;
  readonly message?: string | null;
  readonly idempotencyKey?: string | null;
}

export interface MoveResult {
  readonly page: Page;
  readonly revision: Revision;
  readonly movedCount: number;
}

interface StoredMove extends StoredWrite {
  readonly movedCount: number;
}

const MAX_MOVED = 500;
const MAX_ATTEMPTS = 5;

/**
 * Gives a page, and what is below it, another address. Old addresses redirect for ever, links follow. All or nothing.
 * @throws DomainError PATH_TAKEN, RESERVED_NAME, INVALID_INPUT, TOO_LARGE …; Refusal
 */
export async function movePage(ctx: Context, input: MoveInput): Promise<MoveResult> {
  const pageId = pageIdOf(ctx, input.pageId);
  const path = checkPagePath(input.path);
  const message = checkMessage(input.message);
  let fresh: MoveResult | undefined;
  const request = { operation: "pageMove", key: input.idempotencyKey, input };
  const stored = await idempotently<StoredMove>(ctx, request, async (remember) => {
    fresh = await moveUntilSettled(ctx, { ...input, pageId, path, message }, remember);
    return storedMove(fresh);
  });
  return fresh ?? { ...(await recallWrite(ctx, stored)), movedCount: stored.movedCount };
}

type Move = MoveInput & { readonly message: string };

async function moveUntilSettled(
  ctx: Context,
  move: Move,
  remember: Remember<StoredMove>,
): Promise<MoveResult> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const result = await tryMove(ctx, move, remember);
    if (result) return result;
  }
  throw new DomainError(
    "EDIT_CONFLICT",
    "Pages of this move are being edited. Try again in a moment.",
    ["input", "pageId"],
  );
}

/** `undefined` when a page of the move was saved meanwhile. */
async function tryMove(
  ctx: Context,
  move: Move,
  remember: Remember<StoredMove>,
): Promise<MoveResult | undefined> {
  const { viewer } = ctx;
  requireSignedIn(viewer);
  const root = await getEditable(ctx, ctx.db, move.pageId, "move");
  const space = await targetSpace(ctx, root.page.space, move.space);
  if (space.id === root.page.space.id && move.path === root.page.path) {
    const result = { page: root.page, revision: root.head, movedCount: 0 };
    await remember(ctx.db, storedMove(result));
    return result;
  }
  const pages = await pagesToMove(ctx, root, move, space);
  const plan = await planMove(ctx, {
    pages,
    from: root.page.path,
    space,
    path: move.path,
    message: move.message,
    updateLinks: move.updateLinks ?? true,
    authorId: viewer.person.id,
  });
  const [first] = plan.moved;
  if (!first) throw new Error(`A move of page ${root.page.id} moves nothing.`);
  const { locale, createdAt, translationOf } = root.page;
  const result: MoveResult = {
    ...writtenPage(viewer, first.write, { space, locale, createdAt, translationOf }),
    movedCount: plan.moved.length,
  };
  const isStored = await storePlan(ctx, plan, async (tx) => remember(tx, storedMove(result)));
  if (isStored === "taken") throw await pathTaken(ctx, { space, locale, path: move.path });
  return isStored === "stored" ? result : undefined;
}

async function targetSpace(
  ctx: Context,
  current: Space,
  key: string | null | undefined,
): Promise<Space> {
  if (key == null || key === current.key) return current;
  const space = await findSpace(ctx, { key });
  if (!space) throw new DomainError("NOT_FOUND", "There is no such space.", ["input", "space"]);
  requireRole(ctx.viewer, space.id, pageRoles.move);
  requirePublishing(ctx.viewer, current, space);
  return space;
}

async function pagesToMove(
  ctx: Context,
  root: Editable,
  move: Move,
  space: Space,
): Promise<Editable[]> {
  const { page } = root;
  const isWhole = move.includeDescendants ?? true;
  if (isWhole && space.id === page.space.id && move.path.startsWith(`${page.path}/`)) {
    throw new DomainError(
      "INVALID_INPUT",
      "A page cannot be moved below itself together with what is below it.",
      ["input", "path"],
    );
  }
  const ids = isWhole ? await listSubtree(ctx.db, page, MAX_MOVED + 1) : [page.id];
  if (ids.length > MAX_MOVED) {
    throw new DomainError(
      "TOO_LARGE",
      `At most ${MAX_MOVED} pages are moved at a time. Move the folders below it first.`,
      ["input", "pageId"],
    );
  }
  const editables = await findEditables(ctx.db, ctx.viewer, ids);
  const pages = ids.flatMap((id) => editables.get(id) ?? []);
  for (const { page: each } of pages) {
    const path = move.path + each.path.slice(page.path.length);
    // A long folder name could push what is below it over the limit.
    checkPagePath(path);
    await checkFree(ctx, { space, locale: page.locale, path }, ids);
  }
  return pages;
}

class Overtaken extends Error {}

async function storePlan(
  ctx: Context,
  plan: MovePlan,
  finish: (tx: Tx) => Promise<void>,
): Promise<"stored" | "overtaken" | "taken"> {
  try {
    await inTransaction(ctx.db, async (tx) => {
      for (const { write } of [...plan.moved, ...plan.linking]) {
        if (!(await writeRevision(tx, write))) throw new Overtaken();
      }
      await redirectMoved(tx, plan.moved);
      await finish(tx);
    });
    return "stored";
  } catch (error) {
    if (error instanceof Overtaken) return "overtaken";
    if (isAddressTaken(error)) return "taken";
    throw error;
  }
}

/** Somebody made a page there after it was found free. */
function isAddressTaken(error: unknown): boolean {
  return error instanceof Error && "constraint" in error && error.constraint === "page_address";
}

function storedMove({ page, revision, movedCount }: MoveResult): StoredMove {
  return {
    pageId: encodeId("Page", page.id),
    revisionId: encodeId("Revision", revision.id),
    movedCount,
  };
}
