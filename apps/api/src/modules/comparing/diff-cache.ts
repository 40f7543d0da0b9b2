import { diff, type Diff } from "@stet/history";

const MAX_CHARACTERS = 20_000_000;

interface Entry {
  readonly diff: Diff;
  readonly weight: number;
}

const entries = new Map<string, Entry>();
let weight = 0;

export interface ComparedText {
  readonly hash: string;
  readonly markdown: string;
}

/** What differs between two texts. Texts never change, so an answer is good for ever; the least used go first. */
export function diffOf(base: ComparedText, head: ComparedText): Diff {
  const key = `${base.hash} ${head.hash}`;
  const known = entries.get(key);
  if (known) {
    entries.delete(key);
    entries.set(key, known);
    return known.diff;
  }
  const entry = {
    diff: diff(base.markdown, head.markdown),
    weight: base.markdown.length + head.markdown.length,
  };
  entries.set(key, entry);
  weight += entry.weight;
  for (const [oldest, { weight: freed }] of entries) {
    if (weight <= MAX_CHARACTERS || oldest === key) break;
    entries.delete(oldest);
    weight -= freed;
  }
  return entry.diff;
}
