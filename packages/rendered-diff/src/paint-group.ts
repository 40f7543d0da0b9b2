import type { Element } from "hast";
import { badgesOf } from "./badges.js";
import { glyphsOf, type Glyphs } from "./glyphs.js";
import { keptCharacters } from "./locate.js";
import { classesOf, copy, isGenerated, paintAll, write, type Node } from "./tree.js";
import type { Badge, RenderedText } from "./types.js";
import type { Unit } from "./units.js";
import { weave, type Side } from "./weave.js";

/** More is shown whole: a block of this size is no longer read word by word. */
const MAX_GLYPHS = 50_000;

/** One side of a group: its units as one sequence of elements. */
export interface GroupSide {
  readonly text: RenderedText;
  readonly units: readonly Unit[];
  /** Whether the other side of the group has the character at this place of the source. */
  readonly isKept: (offset: number) => boolean;
}

export type PaintedGroup =
  | { readonly kind: "same"; readonly html: string }
  | { readonly kind: "changed"; readonly html: string; readonly badges: readonly Badge[] }
  | {
      readonly kind: "replaced";
      readonly before: string;
      readonly after: string;
      readonly badges: readonly Badge[];
    };

export function paintGroup(a: GroupSide, b: GroupSide): PaintedGroup {
  const aNodes = a.units.flatMap((unit) => unit.nodes);
  const bNodes = b.units.flatMap((unit) => unit.nodes);
  if (isSame(a, b) || bare(aNodes) === bare(bNodes)) return { kind: "same", html: write(bNodes) };
  const sides = sidesOf(a, aNodes, b, bNodes);
  const shape = shapeBadges(a, b);
  if (sides) {
    const [before, after] = sides;
    const badges = [...shape, ...badgesOf(before, after)];
    const woven = weave(before, after);
    if (woven && readsAs(woven, "ins", before) && readsAs(woven, "del", after)) {
      const html = write(woven);
      const isPainted = html.includes(' class="painted"');
      const isSilent = !isPainted && badges.length === 0;
      return {
        kind: "changed",
        html,
        badges: isSilent ? [{ kind: "markup", from: null, to: null }] : badges,
      };
    }
  }
  return {
    kind: "replaced",
    before: whole(aNodes, "del"),
    after: whole(bNodes, "ins"),
    badges: shape,
  };
}

/** Most of a page: the same source, rendered to the same but for the index of the block. */
function isSame(a: GroupSide, b: GroupSide): boolean {
  const [before, after] = [a.units[0], b.units[0]];
  if (!before || !after || a.units.length > 1 || b.units.length > 1) return false;
  const [aBlock, bBlock] = [before.blocks[0], after.blocks[0]];
  if (before.blocks.length !== 1 || after.blocks.length !== 1) return false;
  const html = before.html.replace(`data-b="${aBlock}"`, `data-b="${bBlock}"`);
  return html === after.html;
}

export function whole(nodes: readonly Node[], tagName: "ins" | "del"): string {
  // What is gone stands beside what is there: an id may be on the page only once.
  return write(nodes.map((node) => paintAll(tagName === "del" ? copy(node) : node, tagName)));
}

type FullSide = Side & { readonly block: RenderedText["blocks"][number] | undefined };

/** `undefined` where it cannot be told which words are new. */
function sidesOf(
  a: GroupSide,
  aNodes: readonly Node[],
  b: GroupSide,
  bNodes: readonly Node[],
): [FullSide, FullSide] | undefined {
  const before = sideOf(a, aNodes);
  const after = before && sideOf(b, bNodes);
  if (!before || !after) return undefined;
  return keptText(before) === keptText(after) ? [before, after] : undefined;
}

function sideOf({ text, units, isKept }: GroupSide, nodes: readonly Node[]): FullSide | undefined {
  const blocks = units.flatMap((unit) => unit.blocks);
  const glyphs = glyphsOf(nodes, (element) => isUntitled(element, text, blocks));
  if (glyphs.characters.length > MAX_GLYPHS) return undefined;
  const kept = keptCharacters(glyphs.characters, text, blocks, isKept);
  return kept && { nodes, glyphs, kept, block: text.blocks[blocks[0] ?? -1] };
}

function keptText({ glyphs, kept }: { glyphs: Glyphs; kept: Uint8Array }): string {
  let text = "";
  for (const [at, isKept] of kept.entries()) if (isKept === 1) text += glyphs.characters.charAt(at);
  return text;
}

/** A callout without a title of its own bears the name of its kind, in the reader's language. */
function isUntitled(
  element: Element,
  { markdown, blocks }: RenderedText,
  indices: readonly number[],
): boolean {
  if (!classesOf(element).includes("callout-title")) return false;
  const [child] = element.children;
  if (child?.type !== "text") return false;
  const title = child.value.trim();
  return !indices.some((index) => {
    const block = blocks[index];
    if (block?.kind !== "callout") return false;
    return markdown.slice(block.start, block.end).split("\n", 1)[0]?.includes(title);
  });
}

function shapeBadges(a: GroupSide, b: GroupSide): Badge[] {
  if (b.units.length > 1) return [{ kind: "split", from: "1", to: String(b.units.length) }];
  if (a.units.length > 1) return [{ kind: "joined", from: String(a.units.length), to: "1" }];
  return [];
}

/** Without what only one side has, it must read as the other. */
function readsAs(nodes: readonly Node[], left: "ins" | "del", side: FullSide): boolean {
  const isSkipped = (element: Element) =>
    element.tagName === left && classesOf(element).includes("painted");
  const skipsTitle = side.glyphs.characters;
  const { characters } = glyphsOf(nodes, isSkipped);
  if (characters === skipsTitle) return true;
  return (
    glyphsOf(nodes, (element) => isSkipped(element) || classesOf(element).includes("callout-title"))
      .characters === skipsTitle
  );
}

/** As written, without what the place in the page brings along: indices, ids, numbers of footnotes. */
function bare(nodes: readonly Node[]): string {
  return write(nodes.map(withoutPlace));
}

function withoutPlace(node: Node): Node {
  if (node.type !== "element") return node;
  const { dataB: _, id: __, ...rest } = node.properties;
  const { href: ___, ...anchor } = rest;
  const isAnchor = isGenerated(node) || classesOf(node).includes("anchor");
  const children = isGenerated(node) ? [] : node.children;
  return {
    ...node,
    properties: isAnchor ? anchor : rest,
    children: children.map((child) => withoutPlace(child)) as Element["children"],
  };
}
