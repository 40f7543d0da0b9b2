import type { RevisionKind } from "#platform/database/index.js";
import type { ChangeType } from "../changes/index.js";
import type { DerivedText, NextBlocks } from "../derived/index.js";

/** A revision about to be stored, its text included. */
export interface NewRevision {
  readonly id: string;
  readonly pageId: string;
  readonly number: number;
  readonly kind: RevisionKind;
  readonly parentIds: readonly string[];
  readonly authorId: string;
  readonly createdAt: Date;
  readonly message: string;
  readonly isMinor: boolean;
  readonly title: string;
  readonly path: string;
  readonly filePath: string;
  readonly frontMatter: Record<string, unknown>;
  readonly markdown: string;
  readonly contentHash: Buffer;
  readonly size: number;
  readonly linesAdded: number;
  readonly linesRemoved: number;
}

/** Where it goes: a page that is not there yet, or the page whose head is still the one that was seen. */
export type RevisionTarget =
  | {
      readonly new: {
        readonly spaceId: string;
        readonly locale: string;
        readonly translationOf: string | null;
      };
    }
  | {
      readonly expectedHeadId: string;
      readonly spaceId: string;
      readonly locale: string;
      readonly isDeleted?: boolean;
    };

export interface RevisionWrite {
  readonly revision: NewRevision;
  readonly target: RevisionTarget;
  readonly text: DerivedText;
  readonly blocks: NextBlocks;
  /** What the change log says of it. */
  readonly change: { readonly type: ChangeType; readonly data?: Record<string, unknown> };
}
