import { buildEqual } from "./build-layout.js";
import { lineText, type Lines } from "./lines.js";
import { tabulate } from "./line-table.js";
import { Meter } from "./meter.js";

/** Base lines `b0…b1` became side lines `s0…s1`. */
export interface Hunk {
  b0: number;
  b1: number;
  s0: number;
  s1: number;
  /** The first base line this change could as well have happened at, because text repeats; at most `b0`. */
  reach: number;
}

/** As in `diff`: past it a side is one large change, which conflicts more and never less. */
const LINE_BUDGET = 6_000_000;

/** What one side changed, in order; never two hunks without an unchanged line between them. */
export function hunksOf(base: Lines, side: Lines): Hunk[] {
  const table = tabulate(base, side, 0, base.count, 0, side.count);
  const meter = new Meter(LINE_BUDGET);
  const layout = buildEqual(table, { lines: meter, pairs: meter, moves: meter });
  const hunks: Hunk[] = [];
  let i = 0;
  let j = 0;
  for (let at = 0; at <= base.count; at++) {
    const other = at === base.count ? side.count : layout.match[at]!;
    if (other === -1) continue;
    if (at > i || other > j) hunks.push({ b0: i, b1: at, s0: j, s1: other, reach: i });
    i = at + 1;
    j = other + 1;
  }
  return settleDown(hunks, base, side, (line) => table.weak[table.aIds[line]!] === 1);
}

/**
 * A pure insertion or deletion that could stand lower goes as low as it can, where git puts it, so that both
 * sides and git agree on its place; how far up it could have been is remembered.
 */
function settleDown(
  hunks: readonly Hunk[],
  base: Lines,
  side: Lines,
  isWeak: (baseLine: number) => boolean,
): Hunk[] {
  const settled: Hunk[] = [];
  for (let at = hunks.length - 1; at >= 0; at--) {
    const hunk = { ...hunks[at]! };
    const next = settled.at(-1);
    const [baseLimit, sideLimit] =
      next === undefined ? [base.count, side.count] : [next.b0, next.s0];
    const [own, from, to] =
      hunk.b0 === hunk.b1 ? ([side, "s0", "s1"] as const) : ([base, "b0", "b1"] as const);
    if (hunk.b0 === hunk.b1 || hunk.s0 === hunk.s1) {
      while (hunk.b1 < baseLimit && hunk.s1 < sideLimit && sameText(own, hunk[from], hunk[to])) {
        hunk.b0++;
        hunk.b1++;
        hunk.s0++;
        hunk.s1++;
      }
    }
    if (next !== undefined && hunk.b1 === next.b0 && hunk.s1 === next.s0) {
      next.b0 = hunk.b0;
      next.s0 = hunk.s0;
      next.reach = Math.min(next.reach, hunk.b0);
    } else settled.push(hunk);
  }
  settled.reverse();
  for (const [at, hunk] of settled.entries()) {
    hunk.reach = hunk.b0;
    if (hunk.b0 !== hunk.b1 && hunk.s0 !== hunk.s1) continue;
    const floor = at === 0 ? 0 : settled[at - 1]!.b1;
    const [own, from, to] =
      hunk.b0 === hunk.b1 ? [side, hunk.s0, hunk.s1] : [base, hunk.b0, hunk.b1];
    // Blank lines repeat everywhere and mean nothing; a repeated line with words makes the place ambiguous.
    for (
      let up = 1;
      hunk.b0 - up >= floor && from - up >= 0 && sameText(own, from - up, to - up);
      up++
    ) {
      if (!isWeak(hunk.b0 - up)) hunk.reach = hunk.b0 - up;
    }
  }
  return settled;
}

function sameText(lines: Lines, x: number, y: number): boolean {
  return y < lines.count && lineText(lines, x) === lineText(lines, y);
}
