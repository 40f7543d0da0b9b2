import type { RevisionKind } from "#platform/database/index.js";
import { newUuid } from "#platform/ids.js";
import {
  deriveBlocks,
  deriveText,
  type BlockState,
  type PastBlocks,
  type RenderEnvironment,
} from "../derived/index.js";
import {
  contentHashOf,
  lineCounts,
  type RevisionTarget,
  type RevisionWrite,
} from "../revisions/index.js";

export interface NextRevision {
  readonly pageId: string;
  readonly number: number;
  readonly kind: RevisionKind;
  readonly parentIds: readonly string[];
  readonly authorId: string;
  readonly message: string;
  readonly isMinor: boolean;
  readonly space: { readonly key: string; readonly defaultLocale: string };
  readonly locale: string;
  readonly path: string;
  readonly filePath: string;
  readonly markdown: string;
  readonly target: RevisionTarget;
  readonly change: RevisionWrite["change"];
  /** The revision before it. */
  readonly state: BlockState | undefined;
  readonly past: PastBlocks;
}

/** Renders and derives: everything slow about storing a revision, before any transaction is open. */
export function prepareRevision(next: NextRevision, environment: RenderEnvironment): RevisionWrite {
  const id = newUuid();
  const { space, markdown, locale, path, filePath } = next;
  const place = { space: space.key, defaultLocale: space.defaultLocale, locale, path, filePath };
  const text = deriveText(markdown, place, environment);
  const lines = lineCounts(next.state?.markdown ?? "", markdown);
  return {
    target: next.target,
    change: next.change,
    text,
    blocks: deriveBlocks({ id, markdown, blocks: text.blocks }, next.state, next.past),
    revision: {
      id,
      pageId: next.pageId,
      number: next.number,
      kind: next.kind,
      parentIds: next.parentIds,
      authorId: next.authorId,
      createdAt: new Date(),
      message: next.message,
      isMinor: next.isMinor,
      title: text.title,
      path,
      filePath,
      frontMatter: text.frontMatter,
      markdown,
      contentHash: contentHashOf(markdown),
      size: Buffer.byteLength(markdown),
      linesAdded: lines.added,
      linesRemoved: lines.removed,
    },
  };
}
