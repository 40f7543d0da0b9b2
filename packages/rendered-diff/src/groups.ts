import type { Diff } from "@stet/history";
import { keptOf, type Kept } from "./kept.js";
import type { RenderedText } from "./types.js";
import type { Unit } from "./units.js";

/** Units that belong together: one that became one, split into several, or several that were joined into one. */
export interface Group {
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly move: number | undefined;
}

/** A unit belongs to another when this much of the shorter one's letters is in it. */
const SHARE = 0.25;
const PART_SHARE = 0.6;

interface Bond {
  readonly a: number;
  readonly b: number;
  letters: number;
  readonly moved: Map<number, number>;
}

/** Which units of A became which of B, told by the diff of the sources alone. */
export function groupUnits(
  before: { readonly text: RenderedText; readonly units: readonly Unit[] },
  after: { readonly text: RenderedText; readonly units: readonly Unit[] },
  diff: Diff,
): { readonly groups: readonly Group[]; readonly kept: readonly Kept[] } {
  const kept = keptOf(diff);
  const bonds = bondsOf(before, after, kept);
  const aSize = before.units.map((unit) => lettersOf(before.text, unit));
  const bSize = after.units.map((unit) => lettersOf(after.text, unit));
  const byA = bestOf(bonds, "a");
  const byB = bestOf(bonds, "b");
  const groups: { a: number[]; b: number[]; move: number | undefined }[] = [];
  const groupOfA = new Map<number, (typeof groups)[number]>();
  const groupOfB = new Map<number, (typeof groups)[number]>();
  for (const bond of bonds) {
    if (byA.get(bond.a) !== bond || byB.get(bond.b) !== bond) continue;
    const shorter = Math.min(aSize[bond.a] ?? 0, bSize[bond.b] ?? 0);
    if (bond.letters < shorter * SHARE) continue;
    const group = { a: [bond.a], b: [bond.b], move: moveOf(bond) };
    groups.push(group);
    groupOfA.set(bond.a, group);
    groupOfB.set(bond.b, group);
  }
  // The other part of a split, or of a join, most of whose letters are there.
  for (const bond of bonds) {
    const ofA = groupOfA.get(bond.a);
    const ofB = groupOfB.get(bond.b);
    if (ofA && !ofB && ofA.a.length === 1 && byB.get(bond.b) === bond) {
      const isNext = ofA.b.some((each) => Math.abs(each - bond.b) === 1);
      if (!isNext || moveOf(bond) !== ofA.move) continue;
      if (bond.letters < (bSize[bond.b] ?? 0) * PART_SHARE) continue;
      ofA.b.push(bond.b);
      ofA.b.sort((x, y) => x - y);
      groupOfB.set(bond.b, ofA);
    } else if (ofB && !ofA && ofB.b.length === 1 && byA.get(bond.a) === bond) {
      const isNext = ofB.a.some((each) => Math.abs(each - bond.a) === 1);
      if (!isNext || moveOf(bond) !== ofB.move) continue;
      if (bond.letters < (aSize[bond.a] ?? 0) * PART_SHARE) continue;
      ofB.a.push(bond.a);
      ofB.a.sort((x, y) => x - y);
      groupOfA.set(bond.a, ofB);
    }
  }
  return { groups, kept };
}

function bondsOf(
  before: { readonly text: RenderedText; readonly units: readonly Unit[] },
  after: { readonly text: RenderedText; readonly units: readonly Unit[] },
  kept: readonly Kept[],
): Bond[] {
  const aOwners = ownersOf(before.text, before.units);
  const bOwners = ownersOf(after.text, after.units);
  const bonds = new Map<number, Bond>();
  const width = after.units.length;
  for (const { a, b, length, move } of kept) {
    for (let at = 0; at < length;) {
      const aUnit = aOwners[a + at] ?? -1;
      const bUnit = bOwners[b + at] ?? -1;
      let letters = 0;
      for (; at < length && aOwners[a + at] === aUnit && bOwners[b + at] === bUnit; at += 1)
        if (!isBlank(before.text.markdown.charCodeAt(a + at))) letters += 1;
      if (aUnit < 0 || bUnit < 0 || letters === 0) continue;
      const key = aUnit * width + bUnit;
      let bond = bonds.get(key);
      if (!bond) bonds.set(key, (bond = { a: aUnit, b: bUnit, letters: 0, moved: new Map() }));
      bond.letters += letters;
      if (move !== undefined) bond.moved.set(move, (bond.moved.get(move) ?? 0) + letters);
    }
  }
  return [...bonds.values()].toSorted((x, y) => x.a - y.a || x.b - y.b);
}

/** The unit of each character of the source, or -1. */
function ownersOf({ markdown, blocks }: RenderedText, units: readonly Unit[]): Int32Array {
  const owners = new Int32Array(markdown.length).fill(-1);
  for (const [index, unit] of units.entries()) {
    for (const block of unit.blocks) {
      const place = blocks[block];
      if (place) owners.fill(index, place.start, place.end);
    }
  }
  return owners;
}

function lettersOf({ markdown, blocks }: RenderedText, unit: Unit): number {
  let letters = 0;
  for (const block of unit.blocks) {
    const place = blocks[block];
    if (!place) continue;
    for (let at = place.start; at < place.end; at += 1)
      if (!isBlank(markdown.charCodeAt(at))) letters += 1;
  }
  return letters;
}

function bestOf(bonds: readonly Bond[], side: "a" | "b"): Map<number, Bond> {
  const best = new Map<number, Bond>();
  for (const bond of bonds) {
    const known = best.get(bond[side]);
    if (!known || bond.letters > known.letters) best.set(bond[side], bond);
  }
  return best;
}

/** Moved when most of what they share did. */
function moveOf({ letters, moved }: Bond): number | undefined {
  for (const [move, count] of moved) if (count * 2 > letters) return move;
  return undefined;
}

export function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0;
}
