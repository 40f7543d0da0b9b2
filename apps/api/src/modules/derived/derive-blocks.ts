import { align, extendBlame, startBlame, type AlignBlock, type Blame } from "@stet/history";
import { parseBlocks, type Block } from "@stet/markdown";

/** A block of a revision with the identity that outlives edits; `from` is its ordinal in the revision before. */
export interface IdentifiedBlock {
  readonly id: string;
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly textHash: string;
  readonly change: string;
  readonly similarity: number;
  readonly from: number | null;
  readonly origins: readonly string[];
}

/** A revision with what was derived of its text: all that deriving the next one needs. */
export interface BlockState {
  readonly markdown: string;
  readonly blocks: readonly IdentifiedBlock[];
  readonly blame: Blame;
}

export interface NextBlocks extends BlockState {
  /** Blocks that are gone since the revision before. */
  readonly removed: readonly { readonly id: string; readonly textHash: string }[];
}

/** `past`: ids of blocks of this page that are gone, by text hash, newest first. */
export type PastBlocks = ReadonlyMap<string, readonly string[]>;

/** Gives every block of a revision its identity and every line its owner, from the revision before. */
export function deriveBlocks(
  revision: { readonly id: string; readonly markdown: string },
  previous: BlockState | undefined,
  past: PastBlocks,
): NextBlocks {
  const { id, markdown } = revision;
  const parsed = parseBlocks(markdown);
  const before = previous ? withTexts(previous.markdown, previous.blocks) : [];
  const alignment = align(
    before.map((block, index) => ({ ...block, id: previous?.blocks[index]?.id ?? "" })),
    withTexts(markdown, parsed),
    {
      revision: id,
      past,
      ...(previous ? { hashes: previous.blocks.map((block) => block.textHash) } : {}),
    },
  );
  const next = { id, text: markdown };
  return {
    markdown,
    blocks: alignment.blocks.map((aligned, index) => {
      const { kind, start, end } = parsed[index] as Block;
      return { ...aligned, kind, start, end };
    }),
    removed: alignment.removed.map(({ id: gone, textHash }) => ({ id: gone, textHash })),
    blame: previous ? extendBlame(previous.blame, previous.markdown, next) : startBlame(next),
  };
}

function withTexts(
  markdown: string,
  blocks: readonly { kind: string; start: number; end: number; level?: number }[],
): AlignBlock[] {
  const headings: { level: number; text: string }[] = [];
  return blocks.map((block) => {
    const text = markdown.slice(block.start, block.end);
    if (block.kind !== "heading")
      return { kind: block.kind, text, headingPath: headings.map((each) => each.text) };
    const level = block.level ?? levelOf(text);
    while ((headings.at(-1)?.level ?? 0) >= level) headings.pop();
    const headingPath = headings.map((each) => each.text);
    headings.push({ level, text: text.trim() });
    return { kind: block.kind, text, headingPath };
  });
}

/** Stored blocks carry no level; their source says it. */
function levelOf(heading: string): number {
  const hashes = /^ {0,3}(#{1,6})(?:[ \t]|\r?\n|$)/.exec(heading)?.[1];
  if (hashes) return hashes.length;
  return /\n {0,3}=+[ \t]*\r?\n?\s*$/.test(heading) ? 1 : 2;
}
