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

export interface TextOfRevision {
  readonly id: string;
  readonly markdown: string;
  /** When they are known already. */
  readonly blocks?: readonly Block[];
}

/**
 * Gives every block of a revision its identity and every line its owner, from the revision before; `known` are the
 * owners when the graph says more than that (`LineHistory`).
 */
export function deriveBlocks(
  revision: TextOfRevision,
  previous: BlockState | undefined,
  past: PastBlocks,
  known?: Blame,
): NextBlocks {
  const { id, markdown } = revision;
  const next = { id, text: markdown };
  return {
    markdown,
    ...identify(revision, previous, past),
    blame:
      known ?? (previous ? extendBlame(previous.blame, previous.markdown, next) : startBlame(next)),
  };
}

function identify(
  { id, markdown, blocks: parsed }: TextOfRevision,
  previous: BlockState | undefined,
  past: PastBlocks,
): Pick<NextBlocks, "blocks" | "removed"> {
  const before = previous?.blocks ?? [];
  const after = parsed ?? parseBlocks(markdown);
  const beforeTexts = withTexts(previous?.markdown ?? "", before);
  const afterTexts = withTexts(markdown, after);
  // Most of a page stays: what is equal from both ends keeps its identity without being looked at closely.
  const head = equalBlocks(beforeTexts, afterTexts, (at) => at);
  const tail = equalBlocks(
    beforeTexts.slice(head),
    afterTexts.slice(head),
    (at, length) => length - 1 - at,
  );
  const changed = before.slice(head, before.length - tail);
  const { blocks, removed } = align(
    changed.map((block, index) => ({ ...(beforeTexts[head + index] as AlignBlock), id: block.id })),
    afterTexts.slice(head, afterTexts.length - tail),
    {
      revision: id,
      past,
      hashes: changed.map((block) => block.textHash),
      newId: (ordinal) => `${id}.${ordinal + head}`,
    },
  );
  const kept = (from: number) => {
    const { id: known, textHash } = before[from] as IdentifiedBlock;
    return { id: known, textHash, change: "same", similarity: 1, from, origins: [] };
  };
  return {
    removed: removed.map(({ id: gone, textHash }) => ({ id: gone, textHash })),
    blocks: after.map(({ kind, start, end }: Block, ordinal): IdentifiedBlock => {
      const place = { kind, start, end };
      if (ordinal < head) return { ...place, ...kept(ordinal) };
      if (ordinal >= after.length - tail)
        return { ...place, ...kept(ordinal - after.length + before.length) };
      const aligned = blocks[ordinal - head];
      if (!aligned) throw new Error(`Block ${ordinal} of revision ${id} was not aligned.`);
      return { ...place, ...aligned, from: aligned.from === null ? null : aligned.from + head };
    }),
  };
}

/** How many blocks are equal, counted from the end that `place` says. */
function equalBlocks(
  before: readonly AlignBlock[],
  after: readonly AlignBlock[],
  place: (at: number, length: number) => number,
): number {
  const most = Math.min(before.length, after.length);
  for (let count = 0; count < most; count += 1) {
    const a = before[place(count, before.length)];
    const b = after[place(count, after.length)];
    if (a?.text !== b?.text || a?.kind !== b?.kind) return count;
  }
  return most;
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
