import type { Element } from "hast";
import { Edits } from "./edits.js";
import type { Glyphs, Leaf, Whole } from "./glyphs.js";
import { ancestryOf, copy, elementOf, paintAll, text, type Ancestry, type Node } from "./tree.js";

/** One side of a block: its tree, its visible characters, and which of them the other side has. */
export interface Side {
  readonly nodes: readonly Node[];
  readonly glyphs: Glyphs;
  readonly kept: Uint8Array;
}

/**
 * The later block with the words of the earlier one that are gone put back where they were, struck out. Items and rows
 * that are gone come back whole. `undefined` where there is no place for them.
 */
export function weave(a: Side, b: Side): Node[] | undefined {
  const loom = new Loom(a, b);
  return loom.weave();
}

class Loom {
  readonly #a: Side;
  readonly #b: Side;
  readonly #aAncestry: Ancestry;
  readonly #bAncestry: Ancestry;
  readonly #edits: Edits;
  /** Indices of the kept characters on each side: the n-th of A is the n-th of B. */
  readonly #aKept: number[];
  readonly #bKept: number[];
  readonly #living = new Set<Element>();
  readonly #copied = new Set<Element>();

  constructor(a: Side, b: Side) {
    this.#a = a;
    this.#b = b;
    this.#aAncestry = ancestryOf(a.nodes);
    this.#bAncestry = ancestryOf(b.nodes);
    this.#edits = new Edits(this.#bAncestry);
    this.#aKept = indicesOf(a.kept);
    this.#bKept = indicesOf(b.kept);
  }

  weave(): Node[] | undefined {
    const a = this.#a.glyphs;
    for (const at of this.#aKept) {
      let container = leafOf(a, at).container;
      while (container && !this.#living.has(container)) {
        this.#living.add(container);
        container = this.#aAncestry.get(container);
      }
    }
    this.#markInserted();
    let rank = 0;
    for (let at = 0; at < a.characters.length;) {
      if (this.#a.kept[at] === 1) {
        rank += 1;
        at += 1;
        continue;
      }
      const gone = this.#goneContainer(at);
      let end = at + 1;
      while (end < a.characters.length && this.#a.kept[end] === 0) {
        const isSame = gone
          ? this.#goneContainer(end) === gone
          : leafOf(a, end).container === leafOf(a, at).container;
        if (!isSame) break;
        end += 1;
      }
      const isPut = gone ? this.#putContainer(gone, rank) : this.#putWords(at, end, rank);
      if (!isPut) return undefined;
      at = end;
    }
    if (!this.#matchWholes()) return undefined;
    return this.#edits.apply(this.#b.nodes);
  }

  #markInserted(): void {
    const { glyphs, kept } = this.#b;
    for (let at = 0; at < glyphs.characters.length;) {
      if (kept[at] === 1) {
        at += 1;
        continue;
      }
      let end = at + 1;
      while (end < kept.length && kept[end] === 0 && glyphs.leaf[end] === glyphs.leaf[at]) end += 1;
      const from = glyphs.offset[at] ?? 0;
      this.#edits.mark(leafOf(glyphs, at).node, from, (glyphs.offset[end - 1] ?? from) + 1);
      at = end;
    }
  }

  /** The largest element around a character of A of which nothing is left; cells live as long as their row. */
  #goneContainer(at: number): Element | undefined {
    let gone: Element | undefined;
    let container = leafOf(this.#a.glyphs, at).container;
    while (container && !this.#living.has(container)) {
      gone = container;
      container = this.#aAncestry.get(container);
    }
    return gone?.tagName === "td" || gone?.tagName === "th" ? undefined : gone;
  }

  /** `rank`: how many kept characters stand before it. */
  #putContainer(gone: Element, rank: number): boolean {
    this.#copied.add(gone);
    const nodes = [paintAll(copy(gone), "del")];
    const after = this.#siblingPlace(gone, this.#bKept[rank - 1]);
    if (after && !this.#holds(after, this.#bKept[rank])) {
      this.#edits.after(after, nodes);
      return true;
    }
    const before = this.#siblingPlace(gone, this.#bKept[rank]);
    if (!before || this.#holds(before, this.#bKept[rank - 1])) return false;
    this.#edits.before(before, nodes);
    return true;
  }

  /** An element of B around a character that stands as the gone one stood in A: as deep, in a parent of that name. */
  #siblingPlace(gone: Element, near: number | undefined): Element | undefined {
    if (near === undefined) return undefined;
    const parent = this.#aAncestry.get(gone);
    const depth = depthOf(gone, this.#aAncestry);
    let container = leafOf(this.#b.glyphs, near).container;
    while (container) {
      const other = this.#bAncestry.get(container);
      const isAlike = other?.tagName === parent?.tagName && container.tagName === gone.tagName;
      if (isAlike && depthOf(container, this.#bAncestry) === depth) return container;
      container = other;
    }
    return undefined;
  }

  #holds(container: Element, at: number | undefined): boolean {
    if (at === undefined) return false;
    let each = leafOf(this.#b.glyphs, at).container;
    while (each && each !== container) each = this.#bAncestry.get(each);
    return each === container;
  }

  #putWords(from: number, to: number, rank: number): boolean {
    const { glyphs } = this.#a;
    const { container } = leafOf(glyphs, from);
    const previous = this.#aKept[rank - 1];
    const isAfter = previous !== undefined && leafOf(glyphs, previous).container === container;
    const place = this.#placeFor(rank, isAfter);
    if (!place) return false;
    const { isBefore, leaf, offset } = place;
    const children = wordsOf(glyphs, from, to, isBefore);
    this.#edits.insert(leaf.node, offset, [elementOf("del", children, "painted")]);
    return true;
  }

  /** Where in B something stands that A has after `rank` kept characters. */
  #placeFor(
    rank: number,
    isAfter: boolean,
  ): { leaf: Leaf; offset: number; isBefore: boolean } | undefined {
    const { glyphs, kept } = this.#b;
    const previous = this.#bKept[rank - 1];
    if (previous !== undefined && (isAfter || this.#bKept[rank] === undefined)) {
      const leaf = leafOf(glyphs, previous);
      const next = glyphs.leaves[glyphs.leaf[previous + 1] ?? -1];
      if (next && next.container === leaf.container)
        return { leaf: next, offset: glyphs.offset[previous + 1] ?? 0, isBefore: true };
      return { leaf, offset: (glyphs.offset[previous] ?? 0) + 1, isBefore: false };
    }
    let next = this.#bKept[rank];
    if (next === undefined) return undefined;
    const { container } = leafOf(glyphs, next);
    while (next > 0 && kept[next - 1] === 0 && leafOf(glyphs, next - 1).container === container)
      next -= 1;
    return { leaf: leafOf(glyphs, next), offset: glyphs.offset[next] ?? 0, isBefore: true };
  }

  /** Images and formulas: those at the same place that are the same stay. */
  #matchWholes(): boolean {
    const open = new Map<string, number>();
    const keyed = (whole: Whole, side: Side) =>
      `${ranksBefore(side.kept, whole.at)} ${keyOf(whole.node)}`;
    for (const whole of this.#b.glyphs.wholes) {
      const key = keyed(whole, this.#b);
      open.set(key, (open.get(key) ?? 0) + 1);
    }
    const gone: Whole[] = [];
    for (const whole of this.#a.glyphs.wholes) {
      const key = keyed(whole, this.#a);
      const left = open.get(key) ?? 0;
      if (left > 0) open.set(key, left - 1);
      else if (!this.#isCopied(whole)) gone.push(whole);
    }
    for (const whole of this.#b.glyphs.wholes.toReversed()) {
      const key = keyed(whole, this.#b);
      const left = open.get(key) ?? 0;
      if (left === 0) continue;
      open.set(key, left - 1);
      this.#edits.wrap(whole.node);
    }
    return gone.every((whole) => this.#putWhole(whole));
  }

  #isCopied({ container }: Whole): boolean {
    for (let each = container; each; each = this.#aAncestry.get(each))
      if (this.#copied.has(each)) return true;
    return false;
  }

  #putWhole(whole: Whole): boolean {
    const nodes = [elementOf("del", [copy(whole.node)], "painted")];
    const rank = ranksBefore(this.#a.kept, whole.at);
    const place = this.#placeFor(rank, true);
    if (place) {
      this.#edits.insert(place.leaf.node, place.offset, nodes);
      return true;
    }
    const [other] = this.#b.glyphs.wholes;
    if (!other) return false;
    this.#edits.before(other.node, nodes);
    return true;
  }
}

function indicesOf(kept: Uint8Array): number[] {
  const indices: number[] = [];
  for (const [at, isKept] of kept.entries()) if (isKept === 1) indices.push(at);
  return indices;
}

function ranksBefore(kept: Uint8Array, at: number): number {
  let rank = 0;
  for (let each = 0; each < at; each += 1) rank += kept[each] ?? 0;
  return rank;
}

export function leafOf(glyphs: Glyphs, at: number): Leaf {
  const leaf = glyphs.leaves[glyphs.leaf[at] ?? -1];
  if (!leaf) throw new RangeError(`There is no character ${at}.`);
  return leaf;
}

function depthOf(node: Element, ancestry: Ancestry): number {
  let depth = 0;
  for (let each = ancestry.get(node); each; each = ancestry.get(each)) depth += 1;
  return depth;
}

/** What tells one image or formula from another. */
export function keyOf(node: Element): string {
  const { src, alt } = node.properties;
  return JSON.stringify([node.tagName, src, alt, src === undefined ? textOf(node) : ""]);
}

function textOf(node: Node): string {
  if (node.type === "text") return node.value;
  return node.type === "element" ? node.children.map((child) => textOf(child)).join("") : "";
}

const formats = new Set("b code em i kbd mark s small strong sub sup u".split(" "));

/** Words of A as they looked, with the blank after them when something follows, else the one before. */
function wordsOf(glyphs: Glyphs, from: number, to: number, isBefore: boolean): Element["children"] {
  const children: Element["children"] = [];
  for (let at = from; at < to;) {
    let end = at + 1;
    while (end < to && glyphs.leaf[end] === glyphs.leaf[at]) end += 1;
    const { node, inlines } = leafOf(glyphs, at);
    let start = glyphs.offset[at] ?? 0;
    let stop = (glyphs.offset[end - 1] ?? 0) + 1;
    const blank = /\s*/y;
    if (end < to || isBefore) {
      blank.lastIndex = stop;
      stop += blank.exec(node.value)?.[0].length ?? 0;
    }
    if (at > from || !isBefore)
      while (start > 0 && /\s/.test(node.value.charAt(start - 1))) start -= 1;
    let piece: Element["children"][number] = text(node.value.slice(start, stop));
    for (const each of inlines.toReversed())
      if (formats.has(each.tagName)) piece = elementOf(each.tagName, [piece]);
    children.push(piece);
    at = end;
  }
  return children;
}
