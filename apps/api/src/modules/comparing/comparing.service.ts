import { toUnified, type Diff } from "@stet/history";
import { Refusal } from "#platform/errors.js";
import type { Context } from "../../context.js";
import { markdownByRevision, type Revision } from "../pages/index.js";
import { contentHashOf, findRevision, unstorable } from "../revisions/index.js";
import { diffOf, type ComparedText } from "./diff-cache.js";

export interface ComparedRevision {
  readonly revision: Revision;
  readonly text: ComparedText;
}

export interface RevisionComparison {
  readonly base: ComparedRevision;
  readonly head: ComparedRevision;
}

/** Any two revisions, of one page or of two; `undefined` when either does not exist or may not be read. */
export async function compareRevisions(
  ctx: Context,
  baseId: string,
  headId: string,
): Promise<RevisionComparison | undefined> {
  const [base, head] = await Promise.all([findCompared(ctx, baseId), findCompared(ctx, headId)]);
  return base && head && { base, head };
}

async function findCompared(ctx: Context, id: string): Promise<ComparedRevision | undefined> {
  const revision = await findRevision(ctx, id);
  if (!revision) return undefined;
  const markdown = await markdownByRevision(ctx).load(revision.id);
  if (markdown === undefined) throw new Error(`Revision ${revision.id} has no text.`);
  return { revision, text: { hash: revision.contentHash.toString("hex"), markdown } };
}

export function diffOfComparison({ base, head }: RevisionComparison): Diff {
  return diffOf(base.text, head.text);
}

export interface TextComparison {
  readonly base: ComparedRevision;
  readonly text: ComparedText;
}

/**
 * A revision and a text that is nobody's yet; `undefined` when the revision does not exist or may not be read.
 * @throws Refusal for a text that could not be saved either
 */
export async function compareText(
  ctx: Context,
  baseId: string,
  markdown: string,
): Promise<TextComparison | undefined> {
  const problem = unstorable(markdown);
  if (problem) throw new Refusal("BAD_USER_INPUT", problem.message, { argument: "markdown" });
  const base = await findCompared(ctx, baseId);
  if (!base) return undefined;
  return { base, text: { hash: contentHashOf(markdown).toString("hex"), markdown } };
}

const MAX_CONTEXT = 10_000;

/** For `git apply` and `patch`; the names are the files the revisions are. */
export function unifiedOf({ base, head }: RevisionComparison, context: number): string {
  return patchOf(base, head.text, head.revision.filePath, context);
}

/** As {@link unifiedOf}: a patch of the revision's own file. */
export function unifiedOfText({ base, text }: TextComparison, context: number): string {
  return patchOf(base, text, base.revision.filePath, context);
}

function patchOf(
  { revision, text: before }: ComparedRevision,
  after: ComparedText,
  filePath: string,
  context: number,
): string {
  if (context < 0 || context > MAX_CONTEXT) {
    throw new Refusal("BAD_USER_INPUT", `"context" must be from 0 to ${MAX_CONTEXT}.`, {
      argument: "context",
    });
  }
  return toUnified(before.markdown, after.markdown, diffOf(before, after), {
    aName: `a/${revision.filePath}`,
    bName: `b/${filePath}`,
    context,
  });
}
