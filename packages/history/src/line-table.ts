import { bagOf, type Bag } from "./bag.js";
import { LineInterner } from "./line-interner.js";
import type { Lines } from "./lines.js";
import { isWordUnit } from "./scripts.js";

/** The lines of both texts from `aFrom`/`bFrom` on, interned: equal bytes, equal id. */
export interface LineTable {
  readonly a: Lines;
  readonly b: Lines;
  /** Ids of lines `aFrom …` of A, by position from `aFrom`. */
  readonly aIds: Int32Array;
  readonly bIds: Int32Array;
  readonly aFrom: number;
  readonly bFrom: number;
  readonly ids: number;
  /** By id: 1 when the line carries no words (blank, a rule, a fence mark) and so must not anchor anything. */
  readonly weak: Uint8Array;
  /** By id: the words of the line. */
  readonly bag: (id: number) => Bag;
  /** By id: the characters of the line. */
  readonly lengths: Int32Array;
}

export function tabulate(
  a: Lines,
  b: Lines,
  aFrom: number,
  aTo: number,
  bFrom: number,
  bTo: number,
): LineTable {
  const interner = new LineInterner(a, b, aTo - aFrom + bTo - bFrom);
  const aIds = interner.intern(a, aFrom, aTo);
  const bIds = interner.intern(b, bFrom, bTo);
  const { where } = interner;

  const weak = new Uint8Array(where.length);
  const lengths = new Int32Array(where.length);
  const bags: (Bag | undefined)[] = Array.from({ length: where.length });
  const locate = (id: number): [text: string, start: number, end: number] => {
    const line = where[id]!;
    const lines = line < 0 ? b : a;
    const at = line < 0 ? ~line : line;
    return [lines.text, lines.starts[at]!, lines.starts[at + 1]!];
  };
  for (let id = 0; id < where.length; id++) {
    const [text, start, end] = locate(id);
    lengths[id] = end - start;
    weak[id] = isWeak(text, start, end) ? 1 : 0;
  }
  return {
    a,
    b,
    aIds,
    bIds,
    aFrom,
    bFrom,
    ids: where.length,
    weak,
    lengths,
    bag: (id) => (bags[id] ??= bagOf(...locate(id))),
  };
}

function isWeak(text: string, start: number, end: number): boolean {
  let at = start;
  while (at < end && text.charCodeAt(at) <= 32) at++;
  const first = text.charCodeAt(at);
  // A fence or directive mark opens or closes something, and repeats: ```bash, ~~~, :::.
  if ((first === 96 || first === 126 || first === 58) && at + 2 < end) {
    if (text.charCodeAt(at + 1) === first && text.charCodeAt(at + 2) === first) return true;
  }
  for (; at < end; at++) if (isWordUnit(text.charCodeAt(at))) return false;
  return true;
}
