import type { Random } from "./random.js";
import { editWords, hasWords, isProse, makePage, textOf } from "./synthetic.js";

export interface PlantedMove {
  /** Lines of A, half-open, and where they went in B. */
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

export interface PlantedPage {
  readonly before: string;
  readonly after: string;
  readonly moves: readonly PlantedMove[];
}

/** Takes blocks of `least` to `most` lines out, edits up to `share` of their words, and puts them in elsewhere. */
export function plantMoves(
  random: Random,
  page: readonly string[],
  count: number,
  [least, most]: readonly [number, number],
  share: number,
): PlantedPage {
  const taken: { from: number; to: number }[] = [];
  for (let tries = 0; taken.length < count && tries < 50 * count; tries++) {
    const from = random.below(Math.max(1, page.length - most));
    const to = from + random.between(least, most);
    const words = page.slice(from, to).filter(hasWords);
    // A block a person would call a block: it starts and ends with words, and is not next to another one.
    if (words.length < Math.min(3, least) || !hasWords(page[from]!) || !hasWords(page[to - 1]!))
      continue;
    if (taken.some((other) => from < other.to + 8 && other.from < to + 8)) continue;
    taken.push({ from, to });
  }
  taken.sort((x, y) => x.from - y.from);
  const rest: string[] = [];
  let at = 0;
  for (const block of taken) {
    for (; at < block.from; at++) rest.push(page[at]!);
    at = block.to;
  }
  for (; at < page.length; at++) rest.push(page[at]!);

  // Far from where it was: a block that passes three lines is as well three lines that pass a block.
  const inserts = new Map<number, number>();
  for (const [id, block] of taken.entries()) {
    const removedBefore = taken.slice(0, id).reduce((sum, other) => sum + other.to - other.from, 0);
    const old = block.from - removedBefore;
    for (let tries = 0; tries < 200; tries++) {
      const place = random.below(rest.length);
      const isFar = Math.abs(place - old) > 2 * (block.to - block.from) + 5;
      const isClear = [...inserts.keys()].every((other) => Math.abs(other - place) > 4);
      if (isFar && isClear) {
        inserts.set(place, id);
        break;
      }
    }
  }
  const after: string[] = [];
  const moves: PlantedMove[] = [];
  for (let place = 0; place <= rest.length; place++) {
    const id = inserts.get(place);
    if (id !== undefined) {
      const { from, to } = taken[id]!;
      const start = after.length;
      for (const line of page.slice(from, to))
        after.push(share > 0 ? editWords(random, line, share) : line);
      moves.push({ from: [from, to], to: [start, after.length] });
    }
    if (place < rest.length) after.push(rest[place]!);
  }
  const lost = taken.filter((_, id) => ![...inserts.values()].includes(id));
  if (lost.length > 0) return plantMoves(random, page, count, [least, most], share);
  return { before: textOf(page), after: textOf(after), moves };
}

export interface PlantedParagraph {
  readonly before: string;
  readonly after: string;
  /** Lines of A and of B that are one paragraph cut in two, or two made one. */
  readonly parts: readonly PlantedMove[];
}

/** Splits paragraphs between two sentences, with a blank line; `edit` of the words change too. */
export function plantSplits(
  random: Random,
  lines: number,
  count: number,
  edit: number,
): PlantedParagraph {
  const page = makePage(random, lines);
  const after: string[] = [];
  const parts: PlantedMove[] = [];
  let last = -10;
  for (const [at, line] of page.entries()) {
    const cuts = [...line.matchAll(/\. (?=[A-Z])/g)].map((found) => found.index + 1);
    if (
      parts.length < count &&
      at > last + 6 &&
      isProse(line) &&
      cuts.length > 0 &&
      random.chance(0.5)
    ) {
      const cut = random.pick(cuts);
      const start = after.length;
      after.push(
        editWords(random, line.slice(0, cut), edit),
        "",
        editWords(random, line.slice(cut + 1), edit),
      );
      parts.push({ from: [at, at + 1], to: [start, start + 3] });
      last = at;
    } else after.push(line);
  }
  return { before: textOf(page), after: textOf(after), parts };
}

/** The same page read backwards in time: two paragraphs that became one. */
export function asJoins(planted: PlantedParagraph): PlantedParagraph {
  return {
    before: planted.after,
    after: planted.before,
    parts: planted.parts.map(({ from, to }) => ({ from: to, to: from })),
  };
}
