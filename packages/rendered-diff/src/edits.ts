import type { Element, Text } from "hast";
import { elementOf, isInline, text, type Ancestry, type Node } from "./tree.js";

interface Insertion {
  readonly offset: number;
  readonly nodes: readonly Node[];
}

/** What is to be put into a tree, collected first, so that places found in it stay true. */
export class Edits {
  readonly #ancestry: Ancestry;
  readonly #insertions = new Map<Text, Insertion[]>();
  readonly #marks = new Map<Text, [from: number, to: number][]>();
  readonly #before = new Map<Node, Node[]>();
  readonly #after = new Map<Node, Node[]>();
  readonly #wrapped = new Set<Node>();

  constructor(ancestry: Ancestry) {
    this.#ancestry = ancestry;
  }

  /** Characters that only this text has. Marks of one text node come in order. */
  mark(leaf: Text, from: number, to: number): void {
    push(this.#marks, leaf, [from, to]);
  }

  wrap(node: Element): void {
    this.#wrapped.add(node);
  }

  before(node: Node, nodes: readonly Node[]): void {
    push(this.#before, node, ...nodes);
  }

  after(node: Node, nodes: readonly Node[]): void {
    push(this.#after, node, ...nodes);
  }

  /** At a place in a text; before the link or the code that begins there. */
  insert(leaf: Text, offset: number, nodes: readonly Node[]): void {
    let outer: Node = leaf;
    if (offset === 0) {
      let parent = this.#ancestry.get(outer);
      while (parent && isInline(parent) && parent.children[0] === outer) {
        outer = parent;
        parent = this.#ancestry.get(outer);
      }
    }
    if (outer === leaf) push(this.#insertions, leaf, { offset, nodes });
    else this.before(outer, nodes);
  }

  /** The tree with everything in it; the tree that was given stays as it is. */
  apply(nodes: readonly Node[]): Node[] {
    return nodes.flatMap((node) => [
      ...(this.#before.get(node) ?? []),
      ...this.#rebuild(node),
      ...(this.#after.get(node) ?? []),
    ]);
  }

  #rebuild(node: Node): Node[] {
    if (this.#wrapped.has(node))
      return [elementOf("ins", [node] as Element["children"], "painted")];
    if (node.type === "text") return this.#cut(node);
    if (node.type !== "element") return [node];
    return [{ ...node, children: this.apply(node.children) as Element["children"] }];
  }

  #cut(leaf: Text): Node[] {
    const insertions = this.#insertions.get(leaf) ?? [];
    const marks = this.#marks.get(leaf) ?? [];
    if (insertions.length === 0 && marks.length === 0) return [leaf];
    const stops = new Set([0, leaf.value.length]);
    for (const { offset } of insertions) stops.add(offset);
    for (const [from, to] of marks) stops.add(from).add(to);
    const places = [...stops].toSorted((a, b) => a - b);
    const nodes: Node[] = [];
    for (const [index, from] of places.entries()) {
      for (const each of insertions) if (each.offset === from) nodes.push(...each.nodes);
      const to = places[index + 1];
      if (to === undefined) continue;
      const piece = text(leaf.value.slice(from, to));
      const isMarked = marks.some(([start, end]) => start <= from && to <= end);
      nodes.push(isMarked ? elementOf("ins", [piece], "painted") : piece);
    }
    return nodes;
  }
}

function push<K, V>(lists: Map<K, V[]>, key: K, ...values: V[]): void {
  const list = lists.get(key);
  if (list) list.push(...values);
  else lists.set(key, [...values]);
}
