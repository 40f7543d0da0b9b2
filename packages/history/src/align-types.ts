/** A block as `align` sees it; the Markdown package's blocks fit without conversion. */
export interface AlignBlock {
  /** Paragraph, heading, code, …: blocks of one kind prefer each other. */
  readonly kind: string;
  /** The source slice. */
  readonly text: string;
  /** Texts of the headings above, outermost first; tells repeated blocks apart. */
  readonly headingPath?: readonly string[];
}

/** A block that already has its identity. */
export interface KnownBlock extends AlignBlock {
  readonly id: string;
}

export type BlockChange = "same" | "moved" | "edited" | "moved-edited" | "new" | "restored";

export interface AlignedBlock {
  readonly id: string;
  readonly textHash: string;
  readonly change: BlockChange;
  /** 1 for the same text; 0 for a new block. */
  readonly similarity: number;
  /** The ordinal in the earlier revision, or null. */
  readonly from: number | null;
  /** Ids of other earlier blocks this one holds text of (split off from, or joined into this one). */
  readonly origins: readonly string[];
}

export interface RemovedBlock {
  readonly id: string;
  readonly textHash: string;
  /** The ordinal in the earlier revision. */
  readonly from: number;
}

export interface Alignment {
  /** One per block of the later revision, in order. */
  readonly blocks: readonly AlignedBlock[];
  readonly removed: readonly RemovedBlock[];
  readonly degraded: boolean;
}

export interface AlignOptions {
  /** Makes new ids: `${revision}.${ordinal}`, so that a rebuild gives the same. Unique per page history. */
  readonly revision: string;
  /** Instead of the derived id. */
  readonly newId?: (ordinal: number) => string;
  /** Blocks of this page that are gone, by text hash; the newest first. Those whose text returns get their id back. */
  readonly past?: ReadonlyMap<string, readonly string[]>;
  /** Hashes of `before` when stored already, by ordinal. */
  readonly hashes?: readonly string[];
}
