import type { Element } from "hast";
import type { Block } from "@stet/markdown";
import { classesOf, type Node } from "./tree.js";
import type { Badge } from "./types.js";
import { keyOf, leafOf, type Side } from "./weave.js";

const MAX_BADGES = 12;

const formatNames: Readonly<Record<string, string>> = {
  b: "bold",
  code: "code",
  em: "italic",
  i: "italic",
  kbd: "key",
  mark: "marked",
  s: "struck out",
  strong: "bold",
  sub: "lowered",
  sup: "raised",
  u: "underlined",
};

/** What changed about words that stayed: where they lead, how they look, what kind of block they are in. */
export function badgesOf(
  a: Side & { readonly block: Block | undefined },
  b: Side & { readonly block: Block | undefined },
): Badge[] {
  const badges: Badge[] = [...blockBadges(a.block, b.block)];
  const add = (kind: Badge["kind"], from: string | null, to: string | null): void => {
    if (from !== to) badges.push({ kind, from, to });
  };
  if (a.block?.kind === b.block?.kind) {
    add("language", languageOf(a.nodes), languageOf(b.nodes));
    add("alignment", alignmentOf(a.nodes), alignmentOf(b.nodes));
    add("task", tasksOf(a.nodes, b.nodes), tasksOf(b.nodes, a.nodes));
  }
  badges.push(...imageBadges(a, b), ...wordBadges(a, b));
  const seen = new Set<string>();
  return badges
    .filter((badge) => {
      const key = JSON.stringify(badge);
      return !seen.has(key) && seen.add(key);
    })
    .slice(0, MAX_BADGES);
}

function blockBadges(a: Block | undefined, b: Block | undefined): Badge[] {
  if (!a || !b) return [];
  if (a.kind !== b.kind) return [{ kind: "kind", from: a.kind, to: b.kind }];
  if (a.level !== b.level)
    return [{ kind: "heading", from: `level ${a.level}`, to: `level ${b.level}` }];
  if (a.callout !== b.callout)
    return [{ kind: "callout", from: a.callout ?? null, to: b.callout ?? null }];
  if (a.ordered !== b.ordered) return [{ kind: "list", from: listName(a), to: listName(b) }];
  return [];
}

function listName({ ordered }: Block): string {
  return ordered === true ? "numbered" : "bullets";
}

function languageOf(nodes: readonly Node[]): string | null {
  const [code] = elementsIn(nodes, (element) => element.tagName === "pre");
  const language = code?.properties["dataLang"];
  return language === undefined || language === "" ? null : String(language);
}

function alignmentOf(nodes: readonly Node[]): string | null {
  const cells = elementsIn(nodes, (element) => element.tagName === "th");
  return cells.some((cell) => cell.properties["align"] !== undefined)
    ? cells.map((cell) => String(cell.properties["align"] ?? "left")).join(", ")
    : null;
}

/** How many tasks are done, where there are as many as before. */
function tasksOf(nodes: readonly Node[], others: readonly Node[]): string | null {
  const boxes = elementsIn(nodes, (element) => element.tagName === "input");
  const isComparable =
    elementsIn(others, ({ tagName }) => tagName === "input").length === boxes.length;
  if (!isComparable || boxes.length === 0) return null;
  const done = boxes.flatMap(({ properties }, at) =>
    properties["checked"] === true ? [at + 1] : [],
  );
  return done.length === 0 ? "none done" : `done: ${done.join(", ")}`;
}

function imageBadges(a: Side, b: Side): Badge[] {
  const images = ({ glyphs }: Side) => glyphs.wholes.map(({ node }) => node).filter(isImage);
  const [before, after] = [images(a), images(b)];
  const keys = new Set(before.map((node) => keyOf(node)));
  const kept = new Set(after.map((node) => keyOf(node)));
  const gone = before.filter((node) => !kept.has(keyOf(node)));
  const come = after.filter((node) => !keys.has(keyOf(node)));
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, at) => ({
    kind: "image" as const,
    ...imageNames(gone[at], come[at]),
  }));
}

/** The addresses; the descriptions where only these differ. */
function imageNames(
  a: Element | undefined,
  b: Element | undefined,
): { from: string | null; to: string | null } {
  const read = (node: Element | undefined, name: string) =>
    node ? String(node.properties[name] ?? "") : null;
  const name = a && b && read(a, "src") === read(b, "src") ? "alt" : "src";
  return { from: read(a, name), to: read(b, name) };
}

function isImage({ tagName }: Element): boolean {
  return tagName === "img";
}

function wordBadges(a: Side, b: Side): Badge[] {
  const badges: Badge[] = [];
  let last = "";
  for (let i = 0, j = 0; i < a.kept.length; i += 1) {
    if (a.kept[i] === 0) continue;
    while (b.kept[j] === 0) j += 1;
    const place = `${a.glyphs.leaf[i]} ${b.glyphs.leaf[j]}`;
    if (place !== last) {
      last = place;
      const before = leafOf(a.glyphs, i).inlines;
      const after = leafOf(b.glyphs, j).inlines;
      const [from, to] = [linkOf(before), linkOf(after)];
      if (from !== to) badges.push({ kind: "link", from, to });
      const [looked, looks] = [formatOf(before), formatOf(after)];
      if (looked !== looks) badges.push({ kind: "formatting", from: looked, to: looks });
    }
    j += 1;
  }
  return badges;
}

function linkOf(inlines: readonly Element[]): string | null {
  const link = inlines.findLast(
    (element) => element.tagName === "a" && !classesOf(element).includes("anchor"),
  );
  const href = link?.properties["href"];
  return href === undefined ? null : String(href);
}

function formatOf(inlines: readonly Element[]): string | null {
  const names = inlines.flatMap(({ tagName }) => formatNames[tagName] ?? []);
  return names.length === 0 ? null : [...new Set(names)].toSorted().join(", ");
}

function elementsIn(nodes: readonly Node[], isWanted: (element: Element) => boolean): Element[] {
  return nodes.flatMap((node) => {
    if (node.type !== "element") return [];
    return [...(isWanted(node) ? [node] : []), ...elementsIn(node.children, isWanted)];
  });
}
