import { commonWeight, union, type Bag } from "./bag.js";
import { FREE, type Gap, type Layout, type Pairing } from "./layout.js";
import type { Meter } from "./meter.js";

const REFLOW_LEAST = 0.6;
/** Pairing line by line is preferred when it explains as much. */
const REFLOW_DISCOUNT = 0.9;
/** Paragraphs of one side that may make one paragraph of the other. */
const MOST_PARTS = 3;
/** A longer run of lines is not one paragraph. */
const LONGEST_PARAGRAPH = 80;
const NOT_PROSE = /^(?: {4}|\t| {0,3}(?:[#>|]|[-*+] |\d+[.)] ))/;

interface Paragraph {
  /** Positions in the list of free lines. */
  readonly from: number;
  readonly to: number;
  readonly bag: Bag;
}

/** Wrapped paragraphs that were wrapped anew, split or joined: no line has a counterpart, the words do. */
export function findReflows(
  layout: Layout,
  gap: Gap,
  as: readonly number[],
  bs: readonly number[],
  aBags: readonly Bag[],
  bBags: readonly Bag[],
  meter: Meter,
): Pairing[] {
  if (as.length + bs.length < 4) return [];
  const { table } = layout;
  const left = paragraphs(as, aBags, (line) => startOf(table.a, table.aFrom + layout.aBase + line));
  const right = paragraphs(bs, bBags, (line) =>
    startOf(table.b, table.bFrom + layout.bBase + line),
  );
  const found: Pairing[] = [];
  const scale = right.length / left.length;
  for (let p = 0; p < left.length; p++) {
    // Paragraphs keep their order inside a gap: look near the same relative place only.
    const near = left.length * right.length <= 400 ? right.length : 6;
    const middle = Math.floor(p * scale);
    for (let q = Math.max(0, middle - near); q < Math.min(right.length, middle + near + 1); q++) {
      for (let parts = 1; parts <= MOST_PARTS; parts++) {
        add(left, p, 1, right, q, parts);
        if (parts > 1) add(left, p, parts, right, q, 1);
      }
    }
  }
  return found;

  function add(
    ps: Paragraph[],
    p: number,
    pn: number,
    qs: Paragraph[],
    q: number,
    qn: number,
  ): void {
    if (p + pn > ps.length || q + qn > qs.length) return;
    const i0 = as[ps[p]!.from]!;
    const i1 = as[ps[p + pn - 1]!.to - 1]! + 1;
    const j0 = bs[qs[q]!.from]!;
    const j1 = bs[qs[q + qn - 1]!.to - 1]! + 1;
    if (i1 - i0 === 1 || j1 - j0 === 1) return;
    const x = union(ps.slice(p, p + pn).map((paragraph) => paragraph.bag));
    const y = union(qs.slice(q, q + qn).map((paragraph) => paragraph.bag));
    const all = x.total + y.total;
    if (2 * Math.min(x.total, y.total) < REFLOW_LEAST * all) return;
    if (!meter.spend(x.keys.length + y.keys.length)) return meter.refuse();
    const common = commonWeight(x, y);
    const similarity = (2 * common) / all;
    if (similarity < REFLOW_LEAST) return;
    if (!isFree(layout.aUse, i0, i1) || !isFree(layout.bUse, j0, j1)) return;
    const shape = pn < qn ? "split" : pn > qn ? "join" : "reflow";
    found.push({ i0, i1, j0, j1, value: common * similarity * REFLOW_DISCOUNT, shape });
  }
}

function startOf(lines: Layout["table"]["a"], line: number): string {
  const start = lines.starts[line]!;
  return lines.text.slice(start, Math.min(start + 8, lines.starts[line + 1]!));
}

/** Runs of neighbouring prose lines. */
function paragraphs(
  lines: readonly number[],
  bags: readonly Bag[],
  start: (line: number) => string,
): Paragraph[] {
  const found: Paragraph[] = [];
  let from = 0;
  for (let at = 1; at <= lines.length; at++) {
    const goesOn =
      at < lines.length && at - from < LONGEST_PARAGRAPH && lines[at] === lines[at - 1]! + 1;
    if (goesOn && !NOT_PROSE.test(start(lines[at]!))) continue;
    found.push({ from, to: at, bag: union(bags.slice(from, at)) });
    from = at;
  }
  return found;
}

function isFree(use: Uint8Array, from: number, to: number): boolean {
  for (let line = from; line < to; line++) if (use[line] !== FREE) return false;
  return true;
}
