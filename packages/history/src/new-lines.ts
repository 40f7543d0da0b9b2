import { bagOf, similarity, type Bag } from "./bag.js";
import { codeLines } from "./code-lines.js";
import { lineText } from "./lines.js";
import type { DraftChunk, Sides } from "./merge-chunks.js";
import { isWordUnit } from "./scripts.js";

/** A line one side wrote. */
export interface NewLine {
  readonly chunk: number;
  readonly text: string;
  readonly key: string;
  readonly isCode: boolean;
  /** It replaced a line much like it: an edit, not an addition. */
  readonly isEdit: boolean;
}

const PROSE_LEAST = 12;
const CODE_LEAST = 20;
const EDIT_LIKENESS = 0.6;

/** The lines each side wrote, outside what both wrote alike. */
export function newLines(
  sides: Sides,
  chunks: readonly DraftChunk[],
): { mine: NewLine[]; theirs: NewLine[] } {
  const mine: NewLine[] = [];
  const theirs: NewLine[] = [];
  const mineCode = codeLines(sides.mine);
  const theirsCode = codeLines(sides.theirs);
  for (const [index, chunk] of chunks.entries()) {
    if (chunk.kind === "same" || chunk.kind === "both") continue;
    const old = new Map<string, Bag>();
    for (let line = chunk.b0; line < chunk.b1; line++) {
      const key = keyOf(lineText(sides.base, line));
      old.set(key, bagOf(key, 0, key.length));
    }
    if (chunk.kind !== "theirs")
      collect(mine, index, old, chunk.m0, chunk.m1, sides.mine, mineCode);
    if (chunk.kind !== "mine")
      collect(theirs, index, old, chunk.t0, chunk.t1, sides.theirs, theirsCode);
  }
  return { mine, theirs };
}

function collect(
  into: NewLine[],
  chunk: number,
  old: ReadonlyMap<string, Bag>,
  from: number,
  to: number,
  lines: Sides["mine"],
  code: Uint8Array,
): void {
  for (let line = from; line < to; line++) {
    const text = lineText(lines, line);
    const key = keyOf(text);
    const isCode = code[line] === 1;
    let words = 0;
    for (let at = 0; at < key.length; at++) if (isWordUnit(key.charCodeAt(at))) words++;
    // One word is enough to be an item, a row or a heading; elsewhere a short line proves nothing.
    const isItem = /^\s*(?:[-*+]|\d+[.)]|#+|\|)\s/.test(text) && !isCode;
    const least = isItem ? 1 : isCode ? CODE_LEAST : PROSE_LEAST;
    const isDefinition = /^ {0,3}\[|\{#/.test(text);
    if ((words >= least || isDefinition) && !old.has(key)) {
      into.push({ chunk, text, key, isCode, isEdit: isLikeOld(key, old) });
    }
  }
}

/** A rewritten page has many lines on both sides; then every line counts as an addition, which is the careful side. */
const MOST_OLD = 60;

function isLikeOld(key: string, old: ReadonlyMap<string, Bag>): boolean {
  if (old.size === 0 || old.size > MOST_OLD) return false;
  const bag = bagOf(key, 0, key.length);
  return [...old.values()].some((other) => similarity(bag, other) >= EDIT_LIKENESS);
}

/** The words of a line, without marker, case, and closing punctuation. */
export function keyOf(line: string): string {
  return line
    .normalize("NFC")
    .toLowerCase()
    .replace(/^\s*(?:[-*+]|\d+[.)]|#+)\s+(?:\[[ x]\]\s+)?/, "")
    .replaceAll(/[*_`]+/g, "")
    .replaceAll(/\s+/g, " ")
    .replace(/[\s.;,:!]+$/, "")
    .trim();
}
