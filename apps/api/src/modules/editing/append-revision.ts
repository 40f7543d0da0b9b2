import { inTransaction, type RevisionKind } from "#platform/database/index.js";
import { DomainError } from "#platform/errors.js";
import { encodeId } from "#platform/ids.js";
import type { Context } from "../../context.js";
import type { ChangeType } from "../changes/index.js";
import { idempotently, type Remember } from "../contract/index.js";
import { loadEnvironment } from "../derived/index.js";
import type { Page, PageAction, Revision } from "../pages/index.js";
import { writeRevision } from "../revisions/index.js";
import { siteOf } from "../site/index.js";
import { requireSignedIn } from "../spaces/index.js";
import type { Editable } from "./editable.repository.js";
import { getEditable } from "./find-editable.js";
import { prepareRevision } from "./next-revision.js";
import { inTurn } from "./page-queue.js";
import { recallWrite, type StoredWrite } from "./recall.js";
import { writtenPage } from "./written.js";

interface NextText {
  readonly kind: RevisionKind;
  readonly markdown: string;
  readonly message: string;
  readonly path: string;
  readonly filePath: string;
}

export interface Appending {
  readonly pageId: string;
  readonly action: PageAction;
  readonly operation: string;
  readonly change: ChangeType;
  readonly input: { readonly idempotencyKey?: string | null };
  /** What comes next, from the page as it is; `undefined` when it is that already. */
  next(editable: Editable): Promise<NextText | undefined>;
}

type Written = { readonly page: Page; readonly revision: Revision };

const MAX_ATTEMPTS = 100;

/** Stores one more revision of a page that needs no merging: a revert, a restoration. */
export async function appendRevision(ctx: Context, appending: Appending): Promise<Written> {
  const { operation, input, pageId } = appending;
  let fresh: Written | undefined;
  const request = { operation, key: input.idempotencyKey, input };
  const stored = await idempotently<StoredWrite>(ctx, request, async (remember) => {
    fresh = await inTurn(pageId, () => appendUntilSettled(ctx, appending, remember));
    return storedWrite(fresh);
  });
  return fresh ?? recallWrite(ctx, stored);
}

async function appendUntilSettled(
  ctx: Context,
  appending: Appending,
  remember: Remember<StoredWrite>,
): Promise<Written> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const editable = await getEditable(ctx, ctx.db, appending.pageId, appending.action);
    const next = await appending.next(editable);
    if (!next) {
      const unchanged = { page: editable.page, revision: editable.head };
      await remember(ctx.db, storedWrite(unchanged));
      return unchanged;
    }
    const written = await store(ctx, appending, editable, next, remember);
    if (written) return written;
  }
  throw new Error(
    `Page ${appending.pageId} changed ${MAX_ATTEMPTS} times while ${appending.operation} was tried.`,
  );
}

/** `undefined` when somebody else was faster. */
async function store(
  ctx: Context,
  appending: Appending,
  { page, head, state, past }: Editable,
  next: NextText,
  remember: Remember<StoredWrite>,
): Promise<Written | undefined> {
  const { viewer } = ctx;
  requireSignedIn(viewer);
  const { space, locale, createdAt, translationOf } = page;
  const environment = await loadEnvironment(ctx.db, { ...siteOf(ctx), source: next.markdown });
  const write = prepareRevision(
    {
      ...next,
      pageId: page.id,
      number: head.number + 1,
      parentIds: [head.id],
      authorId: viewer.person.id,
      isMinor: false,
      space,
      locale,
      target: {
        expectedHeadId: head.id,
        spaceId: space.id,
        locale,
        isDeleted: page.deletedAt !== null,
      },
      change: { type: appending.change },
      state,
      past,
    },
    environment,
  );
  const written = writtenPage(viewer, write, { space, locale, createdAt, translationOf });
  try {
    const isStored = await inTransaction(ctx.db, async (tx) => {
      if (!(await writeRevision(tx, write))) return false;
      await remember(tx, storedWrite(written));
      return true;
    });
    return isStored ? written : undefined;
  } catch (error) {
    if (error instanceof Error && "constraint" in error && error.constraint === "page_address") {
      throw new DomainError("PATH_TAKEN", `There is a page at "${next.path}" meanwhile.`, [
        "input",
        "path",
      ]);
    }
    throw error;
  }
}

function storedWrite({ page, revision }: Written): StoredWrite {
  return { pageId: encodeId("Page", page.id), revisionId: encodeId("Revision", revision.id) };
}
