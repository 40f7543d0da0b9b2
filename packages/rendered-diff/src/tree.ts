import type { Element, Root, RootContent, Text } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";

export type Node = RootContent;
export type Parent = Element | Root;

export function parse(html: string): Root {
  return fromHtml(html, { fragment: true });
}

export function write(nodes: readonly Node[]): string {
  return toHtml({ type: "root", children: [...nodes] });
}

export function classesOf(element: Element): readonly (string | number)[] {
  const { className } = element.properties;
  return Array.isArray(className) ? className : [];
}

const inline = new Set(
  "a abbr b bdi bdo cite code del dfn em i ins kbd label mark q s samp small span strong sub sup time u var".split(
    " ",
  ),
);

/** Part of a line of text; everything else holds lines. */
export function isInline(element: Element): boolean {
  return inline.has(element.tagName);
}

const whole = new Set("math svg img video audio iframe object picture".split(" "));

/** Shown or left out as one: there are no words of ours inside. */
export function isWhole(element: Element): boolean {
  return whole.has(element.tagName);
}

/** Numbers and arrows that the renderer makes: they change with the blocks around, not with their own. */
export function isGenerated(element: Element): boolean {
  const classes = classesOf(element);
  if (classes.includes("footnote") || classes.includes("footnote-back")) return true;
  return classes.includes("anchor") && element.properties["ariaLabel"] !== undefined;
}

/** Children with the way back up, for those below `nodes`. */
export type Ancestry = ReadonlyMap<Node, Element>;

export function ancestryOf(nodes: readonly Node[]): Map<Node, Element> {
  const parents = new Map<Node, Element>();
  const visit = (node: Node): void => {
    if (node.type !== "element") return;
    for (const child of node.children) {
      parents.set(child, node);
      visit(child);
    }
  };
  nodes.forEach(visit);
  return parents;
}

export function elementOf(
  tagName: string,
  children: Element["children"],
  className?: string,
): Element {
  return {
    type: "element",
    tagName,
    properties: className === undefined ? {} : { className: [className] },
    children,
  };
}

export function text(value: string): Text {
  return { type: "text", value };
}

/** A copy that may stand beside the other revision: no id and no block index of its own. */
export function copy<T extends Node>(node: T): T {
  if (node.type !== "element") return structuredClone(node);
  const { id: _, dataB: __, name: ___, ...properties } = node.properties;
  return { ...node, properties, children: node.children.map((child) => copy(child)) };
}

/** All text in one word of the painting's own kind: `<ins class="painted">` or `<del class="painted">`. */
export function paintAll(node: Node, tagName: "ins" | "del"): Node {
  if (node.type === "text")
    return /\S/.test(node.value) ? elementOf(tagName, [text(node.value)], "painted") : node;
  if (node.type !== "element" || isGenerated(node)) return node;
  if (isWhole(node)) return elementOf(tagName, [node], "painted");
  return {
    ...node,
    children: node.children.map((child) => paintAll(child, tagName)) as Element["children"],
  };
}
