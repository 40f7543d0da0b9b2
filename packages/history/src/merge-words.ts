import { IdMatcher } from "./match-ids.js";
import { Meter } from "./meter.js";
import { isWordUnit } from "./scripts.js";
import { cutTokens } from "./tokens.js";

/** Longer chunks get no proposal: nobody reviews a merged page word by word. */
const MOST_CHARACTERS = 20_000;
const WORD_BUDGET = 2_000_000;

interface Edit {
  readonly b0: number;
  readonly b1: number;
  readonly text: string;
}

/**
 * Both sides' word edits on one base, or null when they clash. Edits of different sides need a whole unchanged
 * word between them: "sixty-five" and "seventy-three" must not become "seventy-five".
 */
export function proposeWords(base: string, mine: string, theirs: string): string | null {
  if (mine === theirs) return mine;
  if (base === "" || mine === "" || theirs === "") return null;
  if (base.length + mine.length + theirs.length > MOST_CHARACTERS) return null;
  const cuts = cutTokens(base, 0, base.length);
  const meter = new Meter(WORD_BUDGET);
  const left = editsOf(base, cuts, mine, meter);
  const right = editsOf(base, cuts, theirs, meter);
  if (meter.refused > 0) return null;
  let merged = "";
  let at = 0;
  let last: { readonly end: number; readonly isLeft: boolean } | undefined;
  let [x, y] = [0, 0];
  while (x < left.length || y < right.length) {
    const [l, r] = [left[x], right[y]];
    const isTwin = l !== undefined && r !== undefined && l.b0 === r.b0;
    // At one place both must have done the same, and then neither has to keep away from it.
    if (isTwin && (l.b1 !== r.b1 || l.text !== r.text)) return null;
    const isLeft = r === undefined || (l !== undefined && l.b0 <= r.b0);
    const edit = isLeft ? l! : r;
    if (
      !isTwin &&
      last !== undefined &&
      last.isLeft !== isLeft &&
      !hasWord(base, cuts, last.end, edit.b0)
    )
      return null;
    merged += base.slice(cuts[at], cuts[edit.b0]) + edit.text;
    at = edit.b1;
    last = isTwin ? undefined : { end: edit.b1, isLeft };
    if (isLeft) x++;
    if (!isLeft || isTwin) y++;
  }
  return merged + base.slice(cuts[at]);
}

function editsOf(base: string, baseCuts: readonly number[], side: string, meter: Meter): Edit[] {
  const sideCuts = cutTokens(side, 0, side.length);
  const known = new Map<string, number>();
  const idsOf = (text: string, cuts: readonly number[]): Int32Array =>
    Int32Array.from({ length: cuts.length - 1 }, (_, token) => {
      const word = text.slice(cuts[token], cuts[token + 1]);
      const id = known.get(word) ?? known.size;
      known.set(word, id);
      return id;
    });
  const baseIds = idsOf(base, baseCuts);
  const sideIds = idsOf(side, sideCuts);
  const match = new Int32Array(baseIds.length).fill(-1);
  new IdMatcher(known.size).match(
    baseIds,
    0,
    baseIds.length,
    sideIds,
    0,
    sideIds.length,
    match,
    meter,
  );
  const edits: Edit[] = [];
  let [i, j] = [0, 0];
  for (let at = 0; at <= match.length; at++) {
    const other = at === match.length ? sideIds.length : match[at]!;
    if (other === -1) continue;
    if (at > i || other > j)
      edits.push({ b0: i, b1: at, text: side.slice(sideCuts[j], sideCuts[other]) });
    [i, j] = [at + 1, other + 1];
  }
  return edits;
}

function hasWord(base: string, cuts: readonly number[], from: number, to: number): boolean {
  if (from >= to) return false;
  for (let at = cuts[from]!; at < cuts[to]!; at++) if (isWordUnit(base.charCodeAt(at))) return true;
  return false;
}
