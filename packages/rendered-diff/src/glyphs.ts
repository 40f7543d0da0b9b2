import type { Element, Text } from "hast";
import { isGenerated, isInline, isWhole, type Node } from "./tree.js";

/** Visible characters of some nodes in reading order, white space left out. */
export interface Glyphs {
  /** One UTF-16 unit each. */
  readonly characters: string;
  /** By character: its text node, by index in `leaves`, and its place there. */
  readonly leaf: readonly number[];
  readonly offset: readonly number[];
  readonly leaves: readonly Leaf[];
  readonly wholes: readonly Whole[];
}

export interface Leaf {
  readonly node: Text;
  /** The nearest element around that is no part of a line; undefined at the top. */
  readonly container: Element | undefined;
  /** Inline elements around, the outermost first. */
  readonly inlines: readonly Element[];
}

/** An image, formula or the like. */
export interface Whole {
  readonly node: Element;
  readonly container: Element | undefined;
  /** How many characters stand before it. */
  readonly at: number;
}

/** `isSkipped`: elements whose text is nobody's, such as the name of a callout that was given none. */
export function glyphsOf(
  nodes: readonly Node[],
  isSkipped: (element: Element) => boolean = () => false,
): Glyphs {
  let characters = "";
  const leaf: number[] = [];
  const offset: number[] = [];
  const leaves: Leaf[] = [];
  const wholes: Whole[] = [];
  const visit = (node: Node, container: Element | undefined, inlines: readonly Element[]): void => {
    if (node.type === "text") {
      leaves.push({ node, container, inlines });
      for (let at = 0; at < node.value.length; at += 1) {
        const character = node.value.charAt(at);
        if (/\s/.test(character)) continue;
        characters += character;
        leaf.push(leaves.length - 1);
        offset.push(at);
      }
      return;
    }
    if (node.type !== "element" || isGenerated(node) || isSkipped(node)) return;
    if (isWhole(node)) {
      wholes.push({ node, container, at: characters.length });
      return;
    }
    for (const child of node.children) {
      if (isInline(node)) visit(child, container, [...inlines, node]);
      else visit(child, node, []);
    }
  };
  for (const node of nodes) visit(node, undefined, []);
  return { characters, leaf, offset, leaves, wholes };
}
