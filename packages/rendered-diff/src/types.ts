import type { Block } from "@stet/markdown";

/** A revision as it was rendered: each top-level element of `html` has `data-b`, its index in `blocks`. */
export interface RenderedText {
  readonly markdown: string;
  readonly html: string;
  readonly blocks: readonly Block[];
}

/** What changed about a block that its words do not show. `from` and `to` are for people; null: there was none. */
export interface Badge {
  readonly kind:
    | "heading"
    | "link"
    | "image"
    | "language"
    | "callout"
    | "list"
    | "kind"
    | "task"
    | "alignment"
    | "formatting"
    | "split"
    | "joined"
    | "markup";
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * One block of the comparison, in reading order. Its HTML is well-formed; without its `<ins>` it reads as the earlier
 * text, without its `<del>` as the later one.
 */
export type PaintedBlock =
  | { readonly kind: "same"; readonly html: string }
  | {
      readonly kind: "changed" | "added" | "removed";
      readonly html: string;
      readonly badges: readonly Badge[];
    }
  /** Too much changed, or it cannot be told which words: the earlier block whole, then the later one. */
  | {
      readonly kind: "replaced";
      readonly before: string;
      readonly after: string;
      readonly badges: readonly Badge[];
      /** When it went elsewhere as well. */
      readonly move?: number;
    }
  /** Shown once, where it is now; `move` is the diff's, and several blocks that went together share it. */
  | {
      readonly kind: "moved";
      readonly move: number;
      readonly html: string;
      readonly badges: readonly Badge[];
    }
  /** Where it was. */
  | { readonly kind: "moved-away"; readonly move: number };

export interface Painting {
  readonly blocks: readonly PaintedBlock[];
}
