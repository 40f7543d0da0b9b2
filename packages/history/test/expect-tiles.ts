import assert from "node:assert/strict";
import type { Diff, DiffOp, Side, Span, WordOp } from "../src/index.js";

/** Fails unless every range of the diff tiles its text, on whole lines where lines are meant. */
export function expectTiles(a: string, b: string, diff: Diff): void {
  expectOps(a, b, diff.ops, { start: 0, end: a.length }, { start: 0, end: b.length });
  for (const move of diff.moves) {
    expectOps(a, b, move.ops, move.from, move.to);
    expectSide(a, move.from);
    expectSide(b, move.to);
    assert.deepEqual(
      diff.ops.filter((op) => op.kind === "moved-from" && op.move === move.id).map((op) => op.a),
      [move.from],
    );
    assert.deepEqual(
      diff.ops.filter((op) => op.kind === "moved-to" && op.move === move.id).map((op) => op.b),
      [move.to],
    );
  }
}

function expectOps(a: string, b: string, ops: readonly DiffOp[], from: Span, to: Span): void {
  let [i, j] = [from.start, to.start];
  for (const [at, op] of ops.entries()) {
    if (op.a.start !== i || op.b.start !== j)
      assert.fail(`op ${at} (${op.kind}) starts at ${op.a.start}/${op.b.start}, not ${i}/${j}`);
    expectSide(a, op.a);
    expectSide(b, op.b);
    [i, j] = [op.a.end, op.b.end];
    if (op.kind === "equal") {
      assert.equal(a.slice(op.a.start, op.a.end), b.slice(op.b.start, op.b.end));
      assert.notEqual(ops[at + 1]?.kind, "equal");
    }
    if (op.kind === "replace") expectWords(a, b, op.words, op.a, op.b);
  }
  assert.deepEqual([i, j], [from.end, to.end]);
}

function expectWords(a: string, b: string, words: readonly WordOp[], from: Span, to: Span): void {
  let [i, j] = [from.start, to.start];
  for (const word of words) {
    assert.deepEqual([word.a.start, word.b.start], [i, j]);
    [i, j] = [word.a.end, word.b.end];
    if (word.kind === "equal")
      assert.equal(a.slice(word.a.start, word.a.end), b.slice(word.b.start, word.b.end));
  }
  assert.deepEqual([i, j], [from.end, to.end]);
}

/** A side starts at a line start, ends at a line end, and has the lines it says. */
function expectSide(text: string, side: Side): void {
  const isStart = side.start === 0 || text.charCodeAt(side.start - 1) === 10;
  const isEnd =
    side.end === text.length || side.end === side.start || text.charCodeAt(side.end - 1) === 10;
  if (!isStart && side.start !== text.length)
    assert.fail(`side starts inside a line at ${side.start}`);
  if (!isEnd) assert.fail(`side ends inside a line at ${side.end}`);
  let lines = 0;
  for (let at = side.start; at < side.end;) {
    const newline = text.indexOf("\n", at);
    at = newline === -1 ? text.length : newline + 1;
    lines++;
  }
  if (lines !== side.lines) assert.fail(`side has ${lines} lines, says ${side.lines}`);
}

/** Every offset between two graphemes. */
export function graphemeCuts(text: string): Set<number> {
  const cuts = new Set([0, text.length]);
  for (const { index } of new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text))
    cuts.add(index);
  return cuts;
}
