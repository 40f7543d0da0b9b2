import { codeLines } from "./code-lines.js";
import { kindsOfLines, kindsOfWords } from "./change-kinds.js";
import type { DiffOp, InnerOp, Move, ReplaceOp, WordOp } from "./diff-types.js";
import { buildInner, type LineMeters } from "./build-layout.js";
import { EQUAL, FREE, GROUPED, type Group, type Layout } from "./layout.js";
import { side, type Lines } from "./lines.js";
import type { LineTable } from "./line-table.js";
import type { Meter } from "./meter.js";
import { diffWords } from "./word-diff.js";

export interface OpContext {
  readonly table: LineTable;
  readonly meters: LineMeters & { readonly words: Meter };
  readonly withWords: boolean;
  readonly aCode: Uint8Array;
  readonly bCode: Uint8Array;
}

export function opContext(
  table: LineTable,
  meters: OpContext["meters"],
  withWords: boolean,
): OpContext {
  return { table, meters, withWords, aCode: codeLines(table.a), bCode: codeLines(table.b) };
}

/** Turns what is known of every line into ops that tile both sides, deletions before insertions. */
export function buildOps(layout: Layout, context: OpContext): { ops: DiffOp[]; moves: Move[] } {
  const blocks = layout.moves.toSorted((x, y) => x.j0 - y.j0);
  const moveAtA = new Map(blocks.map((block, id) => [block.i0, id]));
  const moveAtB = new Map(blocks.map((block, id) => [block.j0, id]));
  const groupAt = new Map(layout.groups.map((group) => [group.i0, group]));
  const { a, b } = layout.table;
  const aBase = layout.table.aFrom + layout.aBase;
  const bBase = layout.table.bFrom + layout.bBase;
  const ops: DiffOp[] = [];
  let i = 0;
  let j = 0;
  while (i < layout.aCount || j < layout.bCount) {
    const fromA = i;
    const fromB = j;
    if (
      i < layout.aCount &&
      layout.aUse[i] === EQUAL &&
      j < layout.bCount &&
      layout.match[i] === j
    ) {
      while (i < layout.aCount && j < layout.bCount && layout.match[i] === j) {
        i++;
        j++;
      }
      ops.push({
        kind: "equal",
        a: side(a, aBase + fromA, aBase + i),
        b: side(b, bBase + fromB, bBase + j),
      });
    } else if (i < layout.aCount && layout.aUse[i] !== EQUAL && layout.aUse[i] !== GROUPED) {
      const id = moveAtA.get(i);
      if (id === undefined) {
        while (i < layout.aCount && layout.aUse[i] === FREE) i++;
        ops.push(deletion(context, aBase + fromA, aBase + i, bBase + j));
      } else {
        i = blocks[id]!.i1;
        ops.push({
          kind: "moved-from",
          move: id,
          a: side(a, aBase + fromA, aBase + i),
          b: side(b, bBase + j, bBase + j),
        });
      }
    } else if (j < layout.bCount && layout.bUse[j] !== EQUAL && layout.bUse[j] !== GROUPED) {
      const id = moveAtB.get(j);
      if (id === undefined) {
        while (j < layout.bCount && layout.bUse[j] === FREE) j++;
        ops.push(insertion(context, aBase + i, bBase + fromB, bBase + j));
      } else {
        j = blocks[id]!.j1;
        ops.push({
          kind: "moved-to",
          move: id,
          a: side(a, aBase + i, aBase + i),
          b: side(b, bBase + fromB, bBase + j),
        });
      }
    } else {
      const group = groupAt.get(i)!;
      ops.push(replacement(context, group, aBase, bBase));
      i = group.i1;
      j = group.j1;
    }
  }
  return { ops, moves: blocks.map((_, id) => buildMove(layout, id, blocks[id]!, context)) };
}

function buildMove(
  layout: Layout,
  id: number,
  block: Layout["moves"][number],
  context: OpContext,
): Move {
  const { table } = layout;
  const inner = buildInner(table, context.meters, [block.i0, block.i1, block.j0, block.j1]);
  const ops = buildOps(inner, context).ops as InnerOp[];
  return {
    id,
    from: side(table.a, table.aFrom + block.i0, table.aFrom + block.i1),
    to: side(table.b, table.bFrom + block.j0, table.bFrom + block.j1),
    exact: ops.every((op) => op.kind === "equal"),
    similarity: Math.round(block.similarity * 1000) / 1000,
    ops,
  };
}

function deletion({ table, aCode }: OpContext, from: number, to: number, bLine: number): InnerOp {
  const a = side(table.a, from, to);
  const isCode = from < to && aCode[from] === 1 && aCode[to - 1] === 1;
  return {
    kind: "delete",
    a,
    b: side(table.b, bLine, bLine),
    changes: kindsOfLines(table.a.text, a.start, a.end, isCode),
  };
}

function insertion({ table, bCode }: OpContext, aLine: number, from: number, to: number): InnerOp {
  const b = side(table.b, from, to);
  const isCode = from < to && bCode[from] === 1 && bCode[to - 1] === 1;
  return {
    kind: "insert",
    a: side(table.a, aLine, aLine),
    b,
    changes: kindsOfLines(table.b.text, b.start, b.end, isCode),
  };
}

function replacement(context: OpContext, group: Group, aBase: number, bBase: number): ReplaceOp {
  const { table, meters, aCode } = context;
  const a = side(table.a, aBase + group.i0, aBase + group.i1);
  const b = side(table.b, bBase + group.j0, bBase + group.j1);
  const words: WordOp[] = context.withWords
    ? diffWords(table.a.text, a.start, a.end, table.b.text, b.start, b.end, meters.words)
    : [{ kind: "replace", a: { start: a.start, end: a.end }, b: { start: b.start, end: b.end } }];
  const isCode = (at: number): boolean =>
    aCode[lineAt(table.a, a.line, a.line + a.lines, at)] === 1;
  return {
    kind: "replace",
    shape: group.shape,
    a,
    b,
    words,
    changes: kindsOfWords(table.a.text, table.b.text, words, isCode),
  };
}

function lineAt(lines: Lines, from: number, to: number, at: number): number {
  let line = from;
  while (line + 1 < to && lines.starts[line + 1]! <= at) line++;
  return line;
}
