import type { PageKind, RevisionKind } from "#platform/database/index.js";
import type { Space } from "../spaces/index.js";

/** One immutable state of a page, without its text. */
export interface Revision {
  readonly id: string;
  readonly pageId: string;
  readonly number: number;
  readonly kind: RevisionKind;
  readonly parentIds: readonly string[];
  readonly author: { readonly id: string; readonly name: string };
  readonly createdAt: Date;
  readonly message: string;
  readonly isMinor: boolean;
  readonly title: string;
  readonly path: string;
  readonly filePath: string;
  readonly frontMatter: Record<string, unknown>;
  readonly contentHash: Buffer;
  readonly size: number;
  readonly linesAdded: number;
  readonly linesRemoved: number;
  /** Present when the query asked for it. */
  readonly markdown?: string | undefined;
}

export interface RenderedHtml {
  readonly html: string;
  readonly toc: readonly object[];
  readonly problems: readonly object[];
}

/** A page with its space; its head and the head's big columns when the query asked for them. */
export interface Page {
  readonly id: string;
  readonly space: Space;
  readonly locale: string;
  readonly path: string;
  readonly kind: PageKind;
  readonly title: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly translationOf: string | null;
  readonly headId: string;
  readonly headNumber: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly deletedAt: Date | null;
  readonly head?: Revision | undefined;
  readonly rendered?: RenderedHtml | undefined;
}

export interface PageAddress {
  readonly space: string;
  readonly locale?: string | null | undefined;
  readonly path: string;
}
