import type { Block, BlockKind } from "./block.js";
import { lineStartsOf } from "./line-index.js";
import type { TopLevel } from "./top-level.js";

/** Lays blocks over a source so that they cover it: each reaches to the start of the next. */
export function tile(source: string, bodyStart: number, topLevel: readonly TopLevel[]): Block[] {
  const body = source.slice(bodyStart);
  const bodyLines = lineStartsOf(body, bodyStart);
  const lineOffset = bodyStart === 0 ? 0 : lineStartsOf(source.slice(0, bodyStart)).length - 1;
  const lineCount = bodyLines.length - 1;
  const blocks: Block[] = [];
  if (bodyStart > 0) {
    blocks.push({
      kind: "frontmatter",
      start: 0,
      end: bodyStart,
      startLine: 0,
      endLine: lineOffset,
      textEnd: bodyStart,
    });
  }
  const push = (kind: BlockKind, from: number, to: number, details: TopLevel["details"] = {}) => {
    const start = bodyLines[from] ?? source.length;
    const end = bodyLines[to] ?? source.length;
    if (end <= start) return;
    blocks.push({
      kind,
      start,
      end,
      startLine: from + lineOffset,
      endLine: to + lineOffset,
      textEnd: kind === "blank" ? start : textEndOf(source, bodyLines, from, to),
      ...details,
    });
  };
  const first = topLevel[0]?.startLine ?? lineCount;
  push("blank", 0, first);
  for (const [index, block] of topLevel.entries()) {
    push(block.kind, block.startLine, topLevel[index + 1]?.startLine ?? lineCount, block.details);
  }
  return blocks;
}

function textEndOf(source: string, lines: readonly number[], from: number, to: number): number {
  for (let line = to; line > from + 1; line -= 1) {
    if (/[^ \t\r\n]/.test(source.slice(lines[line - 1], lines[line]))) return lines[line] ?? 0;
  }
  return lines[from + 1] ?? source.length;
}
