import { bagOf, similarity, type Bag } from "./bag.js";
import { codeLines } from "./code-lines.js";
import { lineText, rangeText } from "./lines.js";
import type { Doubts, DraftChunk, Sides } from "./merge-chunks.js";
import { blockStructure } from "./merge-structure.js";
import { keyOf, newLines, type NewLine } from "./new-lines.js";
import { endsSentence } from "./tokens.js";

interface Fresh {
  readonly mine: readonly NewLine[];
  readonly theirs: readonly NewLine[];
}

/** A shorter line may well be added twice, when the page has it in other places already. */
const COMMON_PHRASE = 24;
const NEAR_LEAST = 24;
const NEAR_LIKENESS = 0.85;
/** Comparing every new line of one side with every new line of the other. */
const MOST_COMPARISONS = 40_000;

export function doubtsOf(sides: Sides, chunks: readonly DraftChunk[]): Doubts {
  const doubts: Doubts = new Map();
  const fresh = newLines(sides, chunks);
  sameSentence(sides, chunks, doubts);
  sameAddition(sides, chunks, fresh, doubts);
  movedAndChanged(sides, chunks, fresh, doubts);
  blockStructure(sides, chunks, doubts);
  definitions(sides, chunks, fresh, doubts);
  return doubts;
}

/** Two sides rewrote one wrapped sentence on lines that do not touch. */
function sameSentence(sides: Sides, chunks: readonly DraftChunk[], doubts: Doubts): void {
  const code = codeLines(sides.base);
  for (let at = 0; at + 2 < chunks.length; at++) {
    const [first, between, second] = [chunks[at]!, chunks[at + 1]!, chunks[at + 2]!];
    if (
      !isOneSided(first) ||
      !isOneSided(second) ||
      first.kind === second.kind ||
      between.kind !== "same"
    )
      continue;
    // An insertion between paragraphs touches no sentence.
    if (first.b0 === first.b1 || second.b0 === second.b1) continue;
    let isOne = !sentenceEndsIn(rangeText(sides.base, first.b1 - 1, first.b1), true);
    for (let line = between.b0; isOne && line < between.b1; line++) {
      const text = lineText(sides.base, line);
      if (code[line] === 1 || !/^\s*[^\s#>|*+-]/.test(text) || sentenceEndsIn(text, false))
        isOne = false;
    }
    if (isOne && /^\s*[^\s#>|*+-]/.test(lineText(sides.base, second.b0)) && code[second.b0] === 0) {
      doubts.set(at, "same-sentence");
      doubts.set(at + 2, "same-sentence");
    }
  }
}

function isOneSided(chunk: DraftChunk): boolean {
  return chunk.kind === "mine" || chunk.kind === "theirs";
}

function sentenceEndsIn(line: string, onlyAtEnd: boolean): boolean {
  const text = line.trimEnd();
  if (text === "" || /^\s*(?:#|\||---)/.test(text)) return true;
  for (let at = onlyAtEnd ? text.length - 1 : 0; at < text.length; at++)
    if (endsSentence(text, at)) return true;
  return text.endsWith(":");
}

/** Both sides wrote the same thing in different places: merged it would stand twice. */
function sameAddition(
  sides: Sides,
  chunks: readonly DraftChunk[],
  fresh: Fresh,
  doubts: Doubts,
): void {
  const mine = chunksByKey(fresh.mine);
  let standing: ReadonlySet<string> | undefined;
  for (const [key, theirChunks] of chunksByKey(fresh.theirs)) {
    const myChunks = mine.get(key);
    if (myChunks === undefined) continue;
    // "Parameters" or "Yes" stands under every section of some pages: one more on each side is no accident.
    standing ??= keysOfSame(sides, chunks);
    if (key.length < COMMON_PHRASE && standing.has(key)) continue;
    for (const x of myChunks) for (const y of theirChunks) doubt(x, y);
  }
  const weigh = (lines: readonly NewLine[]): { line: NewLine; bag: Bag }[] =>
    lines
      .filter((line) => !line.isCode && !line.isEdit)
      .map((line) => ({ line, bag: bagOf(line.key, 0, line.key.length) }))
      .filter(({ bag }) => bag.total >= NEAR_LEAST);
  const left = weigh(fresh.mine);
  const right = weigh(fresh.theirs);
  if (left.length * right.length > MOST_COMPARISONS) return;
  for (const x of left)
    for (const y of right)
      if (similarity(x.bag, y.bag) >= NEAR_LIKENESS) doubt(x.line.chunk, y.line.chunk);

  function doubt(x: number, y: number): void {
    if (x === y) return;
    doubts.set(x, "same-addition");
    doubts.set(y, "same-addition");
  }
}

function chunksByKey(lines: readonly NewLine[]): Map<string, Set<number>> {
  const chunks = new Map<string, Set<number>>();
  for (const { key, chunk } of lines) {
    const known = chunks.get(key);
    if (known === undefined) chunks.set(key, new Set([chunk]));
    else known.add(chunk);
  }
  return chunks;
}

/** What stands in base where neither side changed anything. */
function keysOfSame(sides: Sides, chunks: readonly DraftChunk[]): Set<string> {
  const keys = new Set<string>();
  for (const { kind, b0, b1 } of chunks) {
    if (kind !== "same") continue;
    for (let line = b0; line < b1; line++) keys.add(keyOf(lineText(sides.base, line)));
  }
  return keys;
}

/** Both took lines out and one put them in elsewhere: one side meant to move what the other meant to delete. */
function movedAndChanged(
  sides: Sides,
  chunks: readonly DraftChunk[],
  fresh: Fresh,
  doubts: Doubts,
): void {
  const added = chunksByKey([...fresh.mine, ...fresh.theirs]);
  for (const [index, chunk] of chunks.entries()) {
    if (chunk.kind !== "both") continue;
    for (let line = chunk.b0; line < chunk.b1; line++) {
      for (const other of added.get(keyOf(lineText(sides.base, line))) ?? []) {
        if (other === index) continue;
        doubts.set(index, "moved-and-changed");
        doubts.set(other, "moved-and-changed");
      }
    }
  }
}

/** A footnote, link label or heading id defined by both, or deleted by one and used anew by the other. */
function definitions(
  sides: Sides,
  chunks: readonly DraftChunk[],
  fresh: Fresh,
  doubts: Doubts,
): void {
  const labelsOf = (lines: readonly NewLine[]): Map<string, number> =>
    new Map(
      lines.flatMap((line) =>
        [...definedLabels(line.text)].map((label) => [label, line.chunk] as const),
      ),
    );
  const mineDefines = labelsOf(fresh.mine);
  for (const [label, chunk] of labelsOf(fresh.theirs)) {
    const other = mineDefines.get(label);
    if (other === undefined || other === chunk) continue;
    doubts.set(chunk, "duplicate-definition");
    doubts.set(other, "duplicate-definition");
  }
  for (const [gone, users] of [
    ["mine", fresh.theirs],
    ["theirs", fresh.mine],
  ] as const) {
    for (const [index, chunk] of chunks.entries()) {
      if (chunk.kind !== gone) continue;
      const kept = new Set(
        definedLabels(
          gone === "mine"
            ? rangeText(sides.mine, chunk.m0, chunk.m1)
            : rangeText(sides.theirs, chunk.t0, chunk.t1),
        ),
      );
      for (const label of definedLabels(rangeText(sides.base, chunk.b0, chunk.b1))) {
        if (kept.has(label)) continue;
        const user = users.find((line) => line.text.toLowerCase().includes(label));
        if (user === undefined) continue;
        doubts.set(index, "duplicate-definition");
        doubts.set(user.chunk, "duplicate-definition");
      }
    }
  }
}

function definedLabels(text: string): string[] {
  return [...text.matchAll(/^ {0,3}(\[[^\]\n]+\]):|\{(#[\w-]+)\}\s*$/gm)].map((found) =>
    (found[1] ?? `(${found[2]!})`).toLowerCase(),
  );
}
