import { attributeWords, type Blame } from "@stet/history";
import { inTransaction, type Db } from "#platform/database/index.js";
import { Refusal } from "#platform/errors.js";
import type { Context } from "../../context.js";
import { requestLoader } from "../contract/index.js";
import { derivePage, loadEnvironment, type IdentifiedBlock } from "../derived/index.js";
import { markdownByRevision } from "../pages/index.js";
import { siteOf } from "../site/index.js";
import { lineStartsOf } from "./blame.js";
import {
  findBlames,
  findBlocks,
  findLastChanges,
  listAncestors,
  listPagesOf,
} from "./blaming.repository.js";

/** Line owners by revision, as stored with each; the caller has seen that the revisions may be read. */
export const blameByRevision = requestLoader<string, Blame>((ctx, ids) =>
  findDerived(ctx, ids, findBlames),
);

/** Blocks with their identity by revision. */
export const blocksByRevision = requestLoader<string, IdentifiedBlock[]>((ctx, ids) =>
  findDerived(ctx, ids, findBlocks),
);

/** By revision and block id: the revision that last changed the block. */
export const lastChangesByRevision = requestLoader<string, ReadonlyMap<string, string>>(
  (ctx, ids) => findLastChanges(ctx.db, ids),
);

/** Revisions of a running import, and those of a lost table, are derived when first asked for, and stored. */
async function findDerived<T>(
  ctx: Context,
  ids: readonly string[],
  find: (db: Db, ids: readonly string[]) => Promise<Map<string, T>>,
): Promise<Map<string, T>> {
  const found = await find(ctx.db, ids);
  const missing = ids.filter((id) => !found.has(id));
  if (missing.length === 0) return found;
  const environment = await loadEnvironment(ctx.db, siteOf(ctx));
  for (const pageId of await listPagesOf(ctx.db, missing))
    await inTransaction(ctx.db, (tx) => derivePage(tx, pageId, environment));
  return find(ctx.db, ids);
}

const MAX_LINES = 100;
const MAX_CHARACTERS = 20_000;
const WALK = { revisions: 500, bytes: 8 * 1024 * 1024 };

/** Consecutive characters that one revision wrote; `revisionId` is null when that is further back than was looked. */
export interface WordRun {
  readonly text: string;
  readonly revisionId: string | null;
}

/** Who wrote each word of some lines of a revision. @throws Refusal for more lines than are looked at at once */
export async function wordsOf(
  ctx: Context,
  revisionId: string,
  range: { readonly first: number; readonly last: number },
): Promise<WordRun[]> {
  const { first, last } = range;
  if (last - first >= MAX_LINES) {
    throw new Refusal("BAD_USER_INPUT", `Ask for at most ${MAX_LINES} lines at a time.`, {
      argument: "lastLine",
    });
  }
  const text = await markdownByRevision(ctx).load(revisionId);
  if (text === undefined) throw new Error(`Revision ${revisionId} has no text.`);
  const starts = lineStartsOf(text);
  const start = starts[first - 1] ?? text.length;
  const end = starts[Math.min(last, starts.length - 1)] ?? text.length;
  if (end <= start) return [];
  if (end - start > MAX_CHARACTERS) {
    const message = `These lines have more than ${MAX_CHARACTERS} characters; ask for fewer.`;
    throw new Refusal("BAD_USER_INPUT", message, { argument: "lastLine" });
  }
  const { ancestors, isWhole } = await listAncestors(ctx.db, revisionId, WALK);
  const oldest = isWhole ? undefined : ancestors[0]?.id;
  return attributeWords(ancestors, { start, end }).map((owner) => ({
    text: text.slice(owner.start, owner.end),
    revisionId: owner.revision === oldest ? null : owner.revision,
  }));
}

/** @throws Refusal when the range is none */
export function checkRange(
  first: number | null | undefined,
  last: number | null | undefined,
): void {
  if ((first ?? 1) < 1) refuse("firstLine", "Lines count from 1.");
  if ((last ?? Infinity) < (first ?? 1)) refuse("lastLine", "It comes before firstLine.");
}

function refuse(argument: string, message: string): never {
  throw new Refusal("BAD_USER_INPUT", message, { argument });
}
