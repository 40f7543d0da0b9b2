import { rangeText, splitLines, type Lines } from "./lines.js";

/** Lines of the front matter with both `---` marks, or 0 when the text has none. */
export function frontMatterLines(lines: Lines): number {
  if (lines.count < 2 || rangeText(lines, 0, 1).trimEnd() !== "---") return 0;
  for (let line = 1; line < lines.count; line++) {
    if (/^(?:---|\.\.\.)\s*$/.test(rangeText(lines, line, line + 1))) return line + 1;
  }
  return 0;
}

interface Entry {
  readonly key: string;
  readonly text: string;
}

interface FrontMatter {
  readonly entries: readonly Entry[];
  readonly open: string;
  readonly close: string;
}

/** Undefined when it is not a plain list of keys, or a key stands twice: then it merges like any text. */
function parse(text: string): FrontMatter | undefined {
  const lines = splitLines(text);
  const entries: { key: string; text: string }[] = [];
  const keys = new Set<string>();
  let pending = "";
  for (let line = 1; line < lines.count - 1; line++) {
    const row = rangeText(lines, line, line + 1);
    const key = /^("[^"]+"|'[^']+'|[^\s#:'"-][^:]*?)\s*:(?:\s|$)/.exec(row)?.[1];
    if (key !== undefined) {
      if (keys.has(key)) return undefined;
      keys.add(key);
      entries.push({ key, text: pending + row });
      pending = "";
    } else if (/^#|^\s*$/.test(row)) {
      // A comment belongs to the key below it.
      pending += row;
    } else if (entries.length > 0) {
      const last = entries.at(-1)!;
      last.text += pending + row;
      pending = "";
    } else return undefined;
  }
  if (pending !== "") entries.push({ key: "#", text: pending });
  return {
    entries,
    open: rangeText(lines, 0, 1),
    close: rangeText(lines, lines.count - 1, lines.count),
  };
}

/**
 * Each side's changes to different keys together, or null when both changed one key, or the order of keys.
 * `base` may be empty: then both sides added front matter.
 */
export function mergeKeys(base: string, mine: string, theirs: string): string | null {
  const parsed = [base === "" ? emptyLike(mine) : base, mine, theirs].map(parse);
  const [o, m, t] = parsed;
  if (o === undefined || m === undefined || t === undefined) return null;
  if (m.open !== t.open || m.close !== t.close) return null;
  if (!keepsOrder(o, m) || !keepsOrder(o, t)) return null;
  const [inBase, inMine, inTheirs] = [o, m, t].map(
    (one) => new Map(one.entries.map(({ key, text }) => [key, text])),
  );
  const settled = new Map<string, string | undefined>();
  for (const key of new Set([...inBase!.keys(), ...inMine!.keys(), ...inTheirs!.keys()])) {
    const [was, x, y] = [inBase!.get(key), inMine!.get(key), inTheirs!.get(key)];
    if (x !== y && x !== was && y !== was) return null;
    settled.set(key, x === was ? y : x);
  }
  let merged = m.open;
  for (const key of orderOfKeys(o, m, t)) merged += settled.get(key) ?? "";
  return merged + m.close;
}

/** True when a key stands twice, which no reader of front matter treats alike. */
export function hasDoubleKeys(text: string): boolean {
  return parse(text) === undefined;
}

function emptyLike(text: string): string {
  const lines = splitLines(text);
  return rangeText(lines, 0, 1) + rangeText(lines, lines.count - 1, lines.count);
}

function keepsOrder(base: FrontMatter, side: FrontMatter): boolean {
  const order = new Map(side.entries.map(({ key }, at) => [key, at]));
  const kept = base.entries.flatMap(({ key }) => order.get(key) ?? []);
  return kept.every((place, at) => at === 0 || kept[at - 1]! < place);
}

/** Base order; a new key follows the key it was written after; new keys at one place by name, so that sides do not matter. */
function orderOfKeys(base: FrontMatter, mine: FrontMatter, theirs: FrontMatter): string[] {
  const known = new Set(base.entries.map(({ key }) => key));
  const after = new Map<string, Set<string>>();
  for (const side of [mine, theirs]) {
    let place = "";
    for (const { key } of side.entries) {
      if (known.has(key)) place = key;
      else after.set(place, (after.get(place) ?? new Set()).add(key));
    }
  }
  const order: string[] = [];
  const placed = new Set<string>();
  for (const place of ["", ...base.entries.map(({ key }) => key)]) {
    if (place !== "") order.push(place);
    for (const key of [...(after.get(place) ?? [])].toSorted()) {
      if (!placed.has(key)) order.push(key);
      placed.add(key);
    }
  }
  return order;
}
