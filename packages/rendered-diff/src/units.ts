import type { Element } from "hast";
import type { RenderedText } from "./types.js";
import { parse, type Node } from "./tree.js";

/** What stands at the top level of the HTML, and the source it came from. */
export interface Unit {
  /** As the renderer wrote it. */
  readonly html: string;
  readonly nodes: readonly Node[];
  /** Indices of its blocks: several where raw HTML reaches over others, and in the footnotes. */
  readonly blocks: readonly number[];
}

export function unitsOf({ html, blocks }: RenderedText): Unit[] {
  const units: { nodes: Node[]; blocks: number[]; html: string; start: number }[] = [];
  for (const node of parse(html).children) {
    if (node.type === "comment" || node.type === "doctype") continue;
    if (node.type === "text" && !/\S/.test(node.value)) continue;
    const own = blocksIn(node).filter((index) => index < blocks.length);
    const last = units.at(-1);
    // A block of raw HTML may be several elements; the first bears its index.
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? html.length;
    if (own.length === 0 && last) {
      last.nodes.push(node);
      last.html = html.slice(last.start, end);
    } else units.push({ nodes: [node], blocks: own, html: html.slice(start, end), start });
  }
  return units;
}

function blocksIn(node: Node): number[] {
  const found: number[] = [];
  const visit = (each: Element): void => {
    const index = Number(each.properties["dataB"] ?? Number.NaN);
    if (Number.isInteger(index) && index >= 0) found.push(index);
    for (const child of each.children) if (child.type === "element") visit(child);
  };
  if (node.type === "element") visit(node);
  return found;
}
