import type { Blame, BlameOptions, BlameRevision, BlameRun } from "./blame-types.js";
import { DEFAULT_BUDGET } from "./diff.js";
import { buildEqual, buildInner, buildLayout, type LineMeters } from "./build-layout.js";
import type { Layout } from "./layout.js";
import { commonPrefixLines, commonSuffixLines, splitLines } from "./lines.js";
import { tabulate } from "./line-table.js";
import { Meter } from "./meter.js";

/** Grows when the same history could give other owners. */
export const BLAME_VERSION = 1;

/** Blame of a page's first revision: it wrote every line. */
export function startBlame(revision: BlameRevision): Blame {
  const { count } = splitLines(revision.text);
  return pack(revision.id, new Array<string>(count).fill(revision.id));
}

export interface ExtendOptions extends BlameOptions {
  /** The blame of an earlier revision with exactly the new text: a revert gives its owners back. */
  readonly earlier?: Blame;
}

/** Blame of the next revision from that of the one before: lines that stayed or moved keep their owner. */
export function extendBlame(
  previous: Blame,
  previousText: string,
  revision: BlameRevision,
  options: ExtendOptions = {},
): Blame {
  if (options.earlier !== undefined) return { ...options.earlier, revision: revision.id };
  const owners = new Array<string>(splitLines(revision.text).count).fill(revision.id);
  const before = ownersOf(previous);
  for (const [i, j, lines] of keptRuns(previousText, revision.text, options.moves ?? true)) {
    for (let at = 0; at < lines; at++) owners[j + at] = before[i + at]!;
  }
  return pack(revision.id, owners);
}

/**
 * Blame of a merge from what it is against each of its parents, the first parent's first: a line that is new to one
 * side comes from the other.
 */
export function joinBlames(first: Blame, others: readonly Blame[]): Blame {
  const owners = ownersOf(first);
  for (const other of others) {
    const known = ownersOf(other);
    if (known.length !== owners.length)
      throw new RangeError("Only blames of one text can be joined: these have other line counts.");
    for (const [line, owner] of owners.entries())
      if (owner === first.revision) owners[line] = known[line]!;
  }
  return pack(first.revision, owners);
}

/** Blame of the last revision of a history, oldest first, made revision by revision. */
export function blame(revisions: readonly BlameRevision[], options: BlameOptions = {}): Blame {
  const seen = new Map<string, Blame>();
  let current: Blame | undefined;
  let text = "";
  for (const revision of revisions) {
    const earlier = seen.get(revision.text);
    current =
      current === undefined
        ? startBlame(revision)
        : extendBlame(
            current,
            text,
            revision,
            earlier === undefined ? options : { ...options, earlier },
          );
    text = revision.text;
    seen.set(text, current);
  }
  if (current === undefined)
    throw new RangeError("A page without revisions has no blame. Give at least one revision.");
  return current;
}

/** Runs of lines with their revision, for a screen. */
export function blameRuns(state: Blame): BlameRun[] {
  const runs: BlameRun[] = [];
  let line = 0;
  for (const [lines, owner] of state.runs) {
    runs.push({ line, lines, revision: state.owners[owner]! });
    line += lines;
  }
  return runs;
}

function ownersOf(state: Blame): string[] {
  return state.runs.flatMap(([lines, owner]) =>
    new Array<string>(lines).fill(state.owners[owner]!),
  );
}

function pack(revision: string, lineOwners: readonly string[]): Blame {
  const index = new Map<string, number>();
  const runs: [number, number][] = [];
  for (const id of lineOwners) {
    let owner = index.get(id);
    if (owner === undefined) index.set(id, (owner = index.size));
    const last = runs.at(-1);
    if (last !== undefined && last[1] === owner) last[0]++;
    else runs.push([1, owner]);
  }
  return { version: BLAME_VERSION, revision, owners: [...index.keys()], runs };
}

/** Lines `i…` of A that are lines `j…` of B, byte by byte. */
type KeptRun = readonly [i: number, j: number, lines: number];

function keptRuns(aText: string, bText: string, withMoves: boolean): KeptRun[] {
  const a = splitLines(aText);
  const b = splitLines(bText);
  const prefix = commonPrefixLines(a, b);
  const suffix = commonSuffixLines(a, b, prefix);
  const kept: KeptRun[] = [
    [0, 0, prefix],
    [a.count - suffix, b.count - suffix, suffix],
  ];
  const [aTo, bTo] = [a.count - suffix, b.count - suffix];
  if (prefix === aTo || prefix === bTo) return kept;
  const table = tabulate(a, b, prefix, aTo, prefix, bTo);
  const meters: LineMeters = {
    lines: new Meter(DEFAULT_BUDGET.lines),
    pairs: new Meter(DEFAULT_BUDGET.pairs),
    moves: new Meter(DEFAULT_BUDGET.moves),
  };
  const layout = withMoves ? buildLayout(table, meters, true) : buildEqual(table, meters);
  collect(layout, prefix, kept);
  for (const { i0, i1, j0, j1 } of layout.moves)
    collect(buildInner(table, meters, [i0, i1, j0, j1]), prefix, kept);
  return kept;
}

function collect(layout: Layout, prefix: number, kept: KeptRun[]): void {
  for (let i = 0; i < layout.aCount; i++) {
    const j = layout.match[i]!;
    if (j !== -1) kept.push([prefix + layout.aBase + i, prefix + layout.bBase + j, 1]);
  }
}
