import { isWordUnit } from "./scripts.js";
import { endsSentence, type Cuts } from "./tokens.js";

/** Tokens `[a0, a1)` of A became tokens `[b0, b1)` of B. */
export interface TokenChange {
  a0: number;
  a1: number;
  b0: number;
  b1: number;
}

/** Word characters of an island that is too small to stand between two changes. */
const ISLAND_WORD = 4;
/** When less than this share of a changed stretch of a sentence is kept, the stretch is marked whole. */
const KEPT_LEAST = 0.4;

/** Makes raw token changes readable: no islands of "of" and ", ", rewritten sentences whole, insertions at word starts. */
export function tidyChanges(
  a: string,
  aCuts: Cuts,
  b: string,
  bCuts: Cuts,
  changes: readonly TokenChange[],
): TokenChange[] {
  const joined = joinRewritten(a, aCuts, bCuts, joinIslands(a, aCuts, bCuts, changes));
  for (let at = 0; at < joined.length; at++) {
    const change = joined[at]!;
    if (change.a0 === change.a1)
      slideTokens(b, bCuts, change, "b", joined[at - 1], joined[at + 1], a, aCuts);
    else if (change.b0 === change.b1)
      slideTokens(a, aCuts, change, "a", joined[at - 1], joined[at + 1], b, bCuts);
  }
  return joined;
}

function joinIslands(
  a: string,
  aCuts: Cuts,
  bCuts: Cuts,
  changes: readonly TokenChange[],
): TokenChange[] {
  const joined: TokenChange[] = [];
  for (const next of changes) {
    const last = joined.at(-1);
    if (last !== undefined && isIsland(a, aCuts, bCuts, last, next)) {
      last.a1 = next.a1;
      last.b1 = next.b1;
    } else joined.push({ ...next });
  }
  return joined;
}

function isIsland(
  a: string,
  aCuts: Cuts,
  bCuts: Cuts,
  last: TokenChange,
  next: TokenChange,
): boolean {
  const start = aCuts[last.a1]!;
  const end = aCuts[next.a0]!;
  let words = 0;
  for (let at = start; at < end; at++) {
    const code = a.charCodeAt(at);
    // A line end always shows: it is where a paragraph was split or joined.
    if (code === 10) return false;
    if (isWordUnit(code)) words++;
  }
  const isReplace = (change: TokenChange): boolean =>
    change.a0 < change.a1 && change.b0 < change.b1;
  if (words === 0)
    return (
      (isReplace(last) && isReplace(next)) ||
      end - start < Math.min(largest(last), largest(next)) / 4
    );
  return words < ISLAND_WORD && end - start <= Math.min(largest(last), largest(next));

  function largest(change: TokenChange): number {
    return Math.max(aCuts[change.a1]! - aCuts[change.a0]!, bCuts[change.b1]! - bCuts[change.b0]!);
  }
}

/** Three or more changes inside one sentence with little kept between them read better as one. */
function joinRewritten(
  a: string,
  aCuts: Cuts,
  bCuts: Cuts,
  changes: readonly TokenChange[],
): TokenChange[] {
  const joined: TokenChange[] = [];
  let from = 0;
  while (from < changes.length) {
    let to = from + 1;
    while (to < changes.length && !crossesSentence(a, aCuts, changes[to - 1]!.a1, changes[to]!.a0))
      to++;
    const first = changes[from]!;
    const last = changes[to - 1]!;
    let kept = 0;
    for (let at = from; at < to - 1; at++)
      kept += aCuts[changes[at + 1]!.a0]! - aCuts[changes[at]!.a1]!;
    const span = Math.max(aCuts[last.a1]! - aCuts[first.a0]!, bCuts[last.b1]! - bCuts[first.b0]!);
    if (to - from >= 3 && kept < KEPT_LEAST * span)
      joined.push({ a0: first.a0, a1: last.a1, b0: first.b0, b1: last.b1 });
    else for (let at = from; at < to; at++) joined.push({ ...changes[at]! });
    from = to;
  }
  return joined;
}

function crossesSentence(text: string, cuts: Cuts, from: number, to: number): boolean {
  for (let token = from; token < to; token++) if (endsSentence(text, cuts[token]!)) return true;
  return false;
}

/** An insertion that could stand a token earlier or later goes where a word, or better a sentence, starts. */
function slideTokens(
  text: string,
  cuts: Cuts,
  change: TokenChange,
  own: "a" | "b",
  before: TokenChange | undefined,
  after: TokenChange | undefined,
  other: string,
  otherCuts: Cuts,
): void {
  const [from, to] = own === "a" ? (["a0", "a1"] as const) : (["b0", "b1"] as const);
  const [otherFrom, otherTo] = own === "a" ? (["b0", "b1"] as const) : (["a0", "a1"] as const);
  const least = before === undefined ? 0 : before[to] + 1;
  const most = after === undefined ? cuts.length - 1 : after[from] - 1;
  const same = (x: number, y: number): boolean =>
    text.slice(cuts[x], cuts[x + 1]) === text.slice(cuts[y], cuts[y + 1]);
  let up = 0;
  while (up < 64 && change[from] - up > least && same(change[from] - up - 1, change[to] - up - 1))
    up++;
  let down = 0;
  while (down < 64 && change[to] + down < most && same(change[from] + down, change[to] + down))
    down++;
  let best = 0;
  let bestScore = -1;
  for (let shift = -up; shift <= down; shift++) {
    const score =
      2 * startScore(text, cuts, change[from] + shift) + startScore(text, cuts, change[to] + shift);
    const place = otherCuts[change[otherFrom] + shift];
    if (place === undefined || place > other.length) continue;
    if (score > bestScore) {
      best = shift;
      bestScore = score;
    }
  }
  change[from] += best;
  change[to] += best;
  change[otherFrom] += best;
  change[otherTo] += best;
}

function startScore(text: string, cuts: Cuts, token: number): number {
  if (token <= 0 || token >= cuts.length - 1) return 2;
  const at = cuts[token]!;
  const before = text.charCodeAt(at - 1);
  const code = text.charCodeAt(at);
  if (before === 10) return 5;
  if (before > 32 || code <= 32) return endsSentence(text, at - 1) ? 1 : 0;
  return token >= 2 && endsSentence(text, cuts[token - 2]!) ? 4 : 3;
}
