import { merge } from "@stet/history";
import { inOneStatement, inTransaction } from "#platform/database/index.js";
import { encodeId } from "#platform/ids.js";
import type { Context } from "../../context.js";
import { idempotently, type Remember } from "../contract/index.js";
import { loadEnvironment, type RenderEnvironment } from "../derived/index.js";
import type { Page, Revision } from "../pages/index.js";
import {
  checkMessage,
  checkText,
  frontMatterError,
  MAX_TEXT_BYTES,
  writeRevision,
} from "../revisions/index.js";
import { siteOf } from "../site/index.js";
import { requireSignedIn } from "../spaces/index.js";
import { EditConflict } from "./edit-conflict.js";
import { findRevisionOf, type Editable } from "./editable.repository.js";
import { getEditable, noSuchRevision, pageIdOf, revisionIdOf } from "./find-editable.js";
import { prepareRevision } from "./next-revision.js";
import { inTurn } from "./page-queue.js";
import { recallSave, type StoredSave } from "./recall.js";
import { writtenPage } from "./written.js";

export type SaveOutcome = "SAVED" | "UNCHANGED" | "MERGED";

export interface SaveInput {
  readonly pageId: string;
  readonly baseRevisionId: string;
  readonly markdown: string;
  readonly message?: string | null;
  readonly isMinor?: boolean | null;
  readonly onConflict?: "MERGE" | "REJECT";
  readonly idempotencyKey?: string | null;
}

export interface SaveResult {
  readonly page: Page;
  readonly revision: Revision;
  readonly outcome: SaveOutcome;
}

/**
 * Saves a text that somebody wrote on a base: as it is, merged with what others saved meanwhile, or not at all.
 * @throws DomainError for what the person has to deal with, `EditConflict` among them
 * @throws Refusal when they may not edit here
 */
export async function savePage(ctx: Context, input: SaveInput): Promise<SaveResult> {
  const pageId = pageIdOf(ctx, input.pageId);
  const baseId = revisionIdOf(input.baseRevisionId, "baseRevisionId");
  checkText(input.markdown);
  const message = checkMessage(input.message);
  let fresh: SaveResult | undefined;
  const request = { operation: "pageSave", key: input.idempotencyKey, input };
  const stored = await idempotently<StoredSave>(ctx, request, async (remember) => {
    fresh = await inTurn(pageId, () => {
      return saveOnHead(ctx, pageId, { ...input, baseId, message }, remember);
    });
    return storedSave(fresh);
  });
  return fresh ?? recallSave(ctx, stored);
}

interface Submission extends SaveInput {
  readonly baseId: string;
  readonly message: string;
}

/** Each lost race means that another save won it, so this ends; the bound only guards against our own mistakes. */
const MAX_ATTEMPTS = 100;

async function saveOnHead(
  ctx: Context,
  pageId: string,
  submission: Submission,
  remember: Remember<StoredSave>,
): Promise<SaveResult> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const [editable, environment] = await Promise.all([
      getEditable(ctx, ctx.db, pageId, "edit"),
      loadEnvironment(ctx.db, { ...siteOf(ctx), source: submission.markdown }),
    ]);
    const settled = await settle(ctx, editable, submission);
    const result =
      settled.markdown === editable.head.markdown
        ? await keepHead(ctx, editable, remember)
        : await storeText(ctx, editable, submission, settled, environment, remember);
    if (result) return result;
  }
  throw new Error(`Page ${pageId} changed ${MAX_ATTEMPTS} times while one save was tried.`);
}

interface Settled {
  readonly markdown: string;
  readonly kind: "EDIT" | "MERGE";
  readonly parentIds: readonly string[];
}

/** The text to store on top of the head. @throws EditConflict */
async function settle(
  ctx: Context,
  { page, head }: Editable,
  submission: Submission,
): Promise<Settled> {
  const { markdown: mine, baseId } = submission;
  if (baseId === head.id) return { markdown: mine, kind: "EDIT", parentIds: [head.id] };
  const base = await findRevisionOf(ctx.db, page.id, baseId);
  if (!base) throw noSuchRevision("baseRevisionId");
  // Whoever reverted to the base, or saved it again, changed nothing that the submission did not know.
  if (base.markdown === head.markdown)
    return { markdown: mine, kind: "EDIT", parentIds: [head.id] };
  if (mine === head.markdown) return { markdown: mine, kind: "EDIT", parentIds: [head.id] };
  const merged = merge(base.markdown, mine, head.markdown);
  if (submission.onConflict === "REJECT" || !merged.clean || !isSavable(merged.text)) {
    throw new EditConflict(base, head, mine, merged);
  }
  return { markdown: merged.text, kind: "MERGE", parentIds: [head.id, base.id] };
}

/** Two good texts may merge into one that is too long, or whose front matter cannot be read. */
function isSavable(markdown: string): boolean {
  return Buffer.byteLength(markdown) <= MAX_TEXT_BYTES && frontMatterError(markdown) === undefined;
}

async function keepHead(
  ctx: Context,
  { page, head }: Editable,
  remember: Remember<StoredSave>,
): Promise<SaveResult> {
  const result: SaveResult = { page, revision: head, outcome: "UNCHANGED" };
  await remember(ctx.db, storedSave(result));
  return result;
}

/** `undefined` when somebody else was faster. */
async function storeText(
  ctx: Context,
  { page, head, state, past }: Editable,
  submission: Submission,
  settled: Settled,
  loaded: RenderEnvironment,
  remember: Remember<StoredSave>,
): Promise<SaveResult | undefined> {
  const { viewer } = ctx;
  requireSignedIn(viewer);
  // Others' pictures come with a merge.
  const environment =
    settled.kind === "MERGE"
      ? await loadEnvironment(ctx.db, { ...siteOf(ctx), source: settled.markdown })
      : loaded;
  const { space, locale, path, translationOf, createdAt } = page;
  const write = prepareRevision(
    {
      ...settled,
      pageId: page.id,
      number: head.number + 1,
      authorId: viewer.person.id,
      message: submission.message,
      isMinor: submission.isMinor ?? false,
      space,
      locale,
      path,
      filePath: head.filePath,
      target: { expectedHeadId: head.id, spaceId: space.id, locale },
      change: { type: "page.saved" },
      state,
      past,
    },
    environment,
  );
  const result: SaveResult = {
    ...writtenPage(viewer, write, { space, locale, createdAt, translationOf }),
    outcome: settled.kind === "MERGE" ? "MERGED" : "SAVED",
  };
  const isStored =
    submission.idempotencyKey == null
      ? await inOneStatement(ctx.db, (tx) => writeRevision(tx, write))
      : await inTransaction(ctx.db, async (tx) => {
          if (!(await writeRevision(tx, write))) return false;
          await remember(tx, storedSave(result));
          return true;
        });
  return isStored ? result : undefined;
}

function storedSave({ page, revision, outcome }: SaveResult): StoredSave {
  return {
    pageId: encodeId("Page", page.id),
    revisionId: encodeId("Revision", revision.id),
    outcome,
  };
}
