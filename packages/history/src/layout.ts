import type { LineTable } from "./line-table.js";

/** Lines `i0…i1` of A that became lines `j0…j1` of B, in place. */
export interface Group {
  readonly i0: number;
  readonly i1: number;
  readonly j0: number;
  readonly j1: number;
  readonly shape: "line" | "split" | "join" | "reflow";
}

/** A group that might be, and its worth. */
export interface Pairing extends Group {
  readonly value: number;
}

/** Lines of A that stand elsewhere in B. */
export interface MovedBlock {
  i0: number;
  i1: number;
  j0: number;
  j1: number;
  readonly similarity: number;
}

export const FREE = 0;
export const EQUAL = 1;
export const GROUPED = 2;
export const MOVED = 3;

/**
 * What is known of every line of a region; each stage claims lines that are still free.
 * Lines are counted from the start of the region on both sides.
 */
export interface Layout {
  readonly table: LineTable;
  /** Where the region starts inside the table. */
  readonly aBase: number;
  readonly bBase: number;
  readonly aCount: number;
  readonly bCount: number;
  readonly aUse: Uint8Array;
  readonly bUse: Uint8Array;
  /** The equal line of B for a line of A, or -1; and back. */
  readonly match: Int32Array;
  readonly back: Int32Array;
  groups: Group[];
  moves: MovedBlock[];
}

export function emptyLayout(
  table: LineTable,
  aBase: number,
  aEnd: number,
  bBase: number,
  bEnd: number,
): Layout {
  return {
    table,
    aBase,
    bBase,
    aCount: aEnd - aBase,
    bCount: bEnd - bBase,
    aUse: new Uint8Array(aEnd - aBase),
    bUse: new Uint8Array(bEnd - bBase),
    match: new Int32Array(aEnd - aBase).fill(-1),
    back: new Int32Array(bEnd - bBase).fill(-1),
    groups: [],
    moves: [],
  };
}

export function aId(layout: Layout, i: number): number {
  return layout.table.aIds[layout.aBase + i]!;
}

export function bId(layout: Layout, j: number): number {
  return layout.table.bIds[layout.bBase + j]!;
}

export function setEqual(layout: Layout, i: number, j: number): void {
  layout.match[i] = j;
  layout.back[j] = i;
  layout.aUse[i] = EQUAL;
  layout.bUse[j] = EQUAL;
}

export function addGroup(layout: Layout, group: Group): void {
  layout.aUse.fill(GROUPED, group.i0, group.i1);
  layout.bUse.fill(GROUPED, group.j0, group.j1);
  layout.groups.push(group);
}

/** A stretch between two fixed points (equal lines or groups). */
export interface Gap {
  readonly i0: number;
  readonly i1: number;
  readonly j0: number;
  readonly j1: number;
}

/** The gaps, in order, that have lines on both sides; moved lines do not bound a gap. */
export function gapsOf(layout: Layout): Gap[] {
  const fixed: Gap[] = layout.groups.slice();
  for (let i = 0; i < layout.aCount; i++) {
    const j = layout.match[i]!;
    if (j === -1) continue;
    // Only the ends of an equal run bound a gap.
    const before = i > 0 && layout.match[i - 1] === j - 1 && j > 0;
    const after = layout.match[i + 1] === j + 1;
    if (!before || !after) fixed.push({ i0: i, i1: i + 1, j0: j, j1: j + 1 });
  }
  fixed.sort((x, y) => x.i0 - y.i0);
  fixed.push({ i0: layout.aCount, i1: layout.aCount, j0: layout.bCount, j1: layout.bCount });
  const gaps: Gap[] = [];
  let i = 0;
  let j = 0;
  for (const point of fixed) {
    if (point.i0 > i && point.j0 > j && layout.aUse[i] !== EQUAL)
      gaps.push({ i0: i, i1: point.i0, j0: j, j1: point.j0 });
    i = point.i1;
    j = point.j1;
  }
  return gaps;
}
