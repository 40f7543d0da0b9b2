import type { Diff } from "@stet/history";
import { groupUnits, type Group } from "./groups.js";
import type { Kept } from "./kept.js";
import { paintGroup, whole } from "./paint-group.js";
import { write } from "./tree.js";
import type { PaintedBlock, Painting, RenderedText } from "./types.js";
import { unitsOf, type Unit } from "./units.js";

/**
 * Two revisions as they were rendered, in one: what the diff of their sources says is painted on their blocks. The HTML
 * itself is never compared; where the words of a block cannot be traced to its source, both blocks are shown whole.
 */
export function paint(before: RenderedText, after: RenderedText, diff: Diff): Painting {
  const a = { text: before, units: unitsOf(before) };
  const b = { text: after, units: unitsOf(after) };
  const { groups, kept } = groupUnits(a, b, diff);
  const ofA = new Map(groups.flatMap((group) => group.a.map((unit) => [unit, group] as const)));
  const ofB = new Map(groups.flatMap((group) => group.b.map((unit) => [unit, group] as const)));
  const blocks: PaintedBlock[] = [];
  const left = new Set<number>();
  let next = 0;
  /** What left A before this unit: gone, or gone elsewhere. */
  const leaveUpTo = (end: number): void => {
    for (; next < end; next += 1) {
      const unit = a.units[next];
      const group = ofA.get(next);
      if (unit && !group)
        blocks.push({ kind: "removed", html: whole(unit.nodes, "del"), badges: [] });
      else if (group?.move !== undefined && !left.has(group.move)) {
        left.add(group.move);
        blocks.push({ kind: "moved-away", move: group.move });
      }
    }
  };
  for (const [index, unit] of b.units.entries()) {
    const group = ofB.get(index);
    if (!group) {
      blocks.push({ kind: "added", html: whole(unit.nodes, "ins"), badges: [] });
      continue;
    }
    if (group.b[0] !== index) continue;
    if (group.move === undefined) leaveUpTo(group.a[0] ?? next);
    blocks.push(paintOne(a, b, group, kept));
  }
  leaveUpTo(a.units.length);
  return { blocks };
}

type Revision = { readonly text: RenderedText; readonly units: readonly Unit[] };

function paintOne(a: Revision, b: Revision, group: Group, kept: readonly Kept[]): PaintedBlock {
  const aUnits = pick(a.units, group.a);
  const bUnits = pick(b.units, group.b);
  // Most groups are the same on both sides, and nobody asks.
  let places: [Set<number>, Set<number>] | undefined;
  const keptIn = (side: 0 | 1, offset: number): boolean => {
    places ??= keptBetween(a, aUnits, b, bUnits, group, kept);
    return places[side].has(offset);
  };
  const painted = paintGroup(
    { text: a.text, units: aUnits, isKept: (offset) => keptIn(0, offset) },
    { text: b.text, units: bUnits, isKept: (offset) => keptIn(1, offset) },
  );
  if (group.move === undefined) return painted;
  if (painted.kind === "replaced") return { ...painted, move: group.move };
  const badges = painted.kind === "changed" ? painted.badges : [];
  const html = painted.kind === "same" ? write(bUnits.flatMap((unit) => unit.nodes)) : painted.html;
  return { kind: "moved", move: group.move, html, badges };
}

function pick(units: readonly Unit[], indices: readonly number[]): Unit[] {
  return indices.flatMap((index) => units[index] ?? []);
}

/** Places of the sources of both sides that are the same text, and are so in this group. */
function keptBetween(
  a: Revision,
  aUnits: readonly Unit[],
  b: Revision,
  bUnits: readonly Unit[],
  group: Group,
  kept: readonly Kept[],
): [Set<number>, Set<number>] {
  const aPlaces = placesOf(a.text, aUnits);
  const bPlaces = placesOf(b.text, bUnits);
  const inA = new Set<number>();
  const inB = new Set<number>();
  for (const span of kept) {
    if (span.move !== group.move) continue;
    for (const [aStart, aEnd] of aPlaces) {
      for (const [bStart, bEnd] of bPlaces) {
        const from = Math.max(0, aStart - span.a, bStart - span.b);
        const to = Math.min(span.length, aEnd - span.a, bEnd - span.b);
        for (let at = from; at < to; at += 1) {
          inA.add(span.a + at);
          inB.add(span.b + at);
        }
      }
    }
  }
  return [inA, inB];
}

function placesOf({ blocks }: RenderedText, units: readonly Unit[]): [number, number][] {
  return units.flatMap((unit) =>
    unit.blocks.flatMap((index): [number, number][] => {
      const block = blocks[index];
      return block ? [[block.start, block.end]] : [];
    }),
  );
}
