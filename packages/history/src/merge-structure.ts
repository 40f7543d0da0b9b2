import { blockContexts } from "./block-context.js";
import { lineText, type Lines } from "./lines.js";
import type { Doubts, DraftChunk, Sides } from "./merge-chunks.js";

/** A fence, comment, directive or table one side changed must not swallow what the other side wrote or left. */
export function blockStructure(sides: Sides, chunks: readonly DraftChunk[], doubts: Doubts): void {
  const changes = (kind: DraftChunk["kind"]): boolean =>
    chunks.some((chunk) => chunk.kind === kind);
  if (!changes("mine") || !changes("theirs")) return;
  const after = blockContexts(assemble(sides, chunks));
  const base = blockContexts(sides.base);
  const mine = blockContexts(sides.mine);
  const theirs = blockContexts(sides.theirs);
  let at = 0;
  for (const [index, chunk] of chunks.entries()) {
    const [, from, to] = linesIn(sides, chunk);
    for (let line = 0; line < to - from; line++) {
      const expected = expectedContext(
        chunk.kind,
        base[chunk.b0 + line],
        mine[chunk.m0 + line],
        theirs[chunk.t0 + line],
      );
      if (expected === undefined || after[at + line] === expected) continue;
      doubtBothSides(chunks, index, doubts);
      break;
    }
    at += to - from;
  }
}

/** The three-way rule for how a line is read; undefined for conflicts, which a person decides anyway. */
function expectedContext(
  kind: DraftChunk["kind"],
  base: number | undefined,
  mine: number | undefined,
  theirs: number | undefined,
): number | undefined {
  const clash = -1;
  switch (kind) {
    case "mine":
      return mine;
    case "theirs":
      return theirs;
    case "both":
      return mine === theirs ? mine : clash;
    case "same":
      if (mine === theirs || theirs === base) return mine;
      return mine === base ? theirs : clash;
    case "conflict":
      return undefined;
  }
}

/** The text a chunk would give; conflicts stand as in base, which favours neither side. */
function linesIn(sides: Sides, chunk: DraftChunk): [lines: Lines, from: number, to: number] {
  if (chunk.kind === "theirs") return [sides.theirs, chunk.t0, chunk.t1];
  if (chunk.kind === "conflict") return [sides.base, chunk.b0, chunk.b1];
  return [sides.mine, chunk.m0, chunk.m1];
}

function assemble(sides: Sides, chunks: readonly DraftChunk[]): Lines {
  const parts: string[] = [];
  const starts = [0];
  let length = 0;
  for (const chunk of chunks) {
    const [lines, from, to] = linesIn(sides, chunk);
    for (let line = from; line < to; line++) {
      const text = lineText(lines, line);
      parts.push(text);
      length += text.length;
      starts.push(length);
    }
  }
  return { text: parts.join(""), starts: Int32Array.from(starts), count: starts.length - 1 };
}

/** The chunk where it shows, and the nearest change of the other side before it (or after it, when there is none). */
function doubtBothSides(chunks: readonly DraftChunk[], index: number, doubts: Doubts): void {
  for (const kind of ["mine", "theirs"] as const) {
    if (chunks[index]!.kind === kind) {
      doubts.set(index, "block-structure");
      continue;
    }
    const before = chunks.findLastIndex((chunk, place) => place < index && chunk.kind === kind);
    doubts.set(
      before === -1 ? chunks.findIndex((chunk) => chunk.kind === kind) : before,
      "block-structure",
    );
  }
}
