import { fenceAt, type Fence } from "./code-lines.js";
import { lineText, type Lines } from "./lines.js";

/**
 * For every line what surrounds it: fenced code, comment, math, directives, details, the columns of its table.
 * Two equal numbers mean the line is read the same way; a merge must not change how an untouched line is read.
 */
export function blockContexts(lines: Lines): Int32Array {
  const contexts = new Int32Array(lines.count);
  let fence: Fence | undefined;
  let comment = false;
  let math = false;
  let nesting = 0;
  for (let line = 0; line < lines.count; line++) {
    const start = lines.starts[line]!;
    const end = lines.starts[line + 1]!;
    const first = firstSign(lines.text, start, end);
    const found = comment || math || !canFence(first) ? undefined : fenceAt(lines.text, start, end);
    if (fence !== undefined) {
      contexts[line] = 1 + (fence.mark << 8);
      if (
        found !== undefined &&
        found.mark === fence.mark &&
        found.length >= fence.length &&
        found.bare
      )
        fence = undefined;
      continue;
    }
    if (found !== undefined && !(found.mark === 96 && found.infoHasBacktick)) {
      fence = found;
      contexts[line] = 1 + (fence.mark << 8);
      continue;
    }
    if (comment) {
      contexts[line] = 2;
      if (lineText(lines, line).includes("-->")) comment = false;
      continue;
    }
    if (math) {
      contexts[line] = 3;
      if (first === 36 && lineText(lines, line).trim().startsWith("$$")) math = false;
      continue;
    }
    if (first === 60 || first === 58 || first === 36) {
      const text = lineText(lines, line).trim();
      if (text.startsWith("<!--")) comment = !text.includes("-->", 4);
      else if (text.startsWith("$$")) math = !text.includes("$$", 2);
      else nesting = Math.max(0, nesting + nestingOf(text));
      contexts[line] = 4 + (nesting << 8);
      continue;
    }
    contexts[line] = nesting << 8;
  }
  markTables(lines, contexts);
  return contexts;
}

function firstSign(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && text.charCodeAt(at) <= 32) at++;
  return at < end ? text.charCodeAt(at) : 10;
}

/** Backtick, tilde, or a container a fence can stand in: quote, list marker, number. */
function canFence(first: number): boolean {
  return (
    first === 96 ||
    first === 126 ||
    first === 62 ||
    first === 45 ||
    first === 42 ||
    first === 43 ||
    (first >= 48 && first <= 57)
  );
}

function nestingOf(text: string): number {
  if (/^:{3,}\s*$/.test(text)) return -1;
  if (/^:{3,}\s*\S/.test(text)) return 1;
  const tag = /^<(\/?)(details|div|table|section|pre|blockquote|aside|figure)\b/i.exec(text);
  if (tag === null) return 0;
  if (tag[1] === "/") return -1;
  return new RegExp(`</${tag[2]}>`, "i").test(text) ? 0 : 1;
}

/** Rows of one table carry its number of columns, so that a row of another width shows. */
function markTables(lines: Lines, contexts: Int32Array): void {
  for (let line = 1; line < lines.count; line++) {
    if ((contexts[line]! & 255) !== 0) continue;
    const text = lineText(lines, line);
    if (!/^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/.test(text) || !text.includes("|"))
      continue;
    const columns = cells(text);
    if (cells(lineText(lines, line - 1)) !== columns) continue;
    contexts[line - 1] = 5 + (columns << 8);
    contexts[line] = 5 + (columns << 8);
    let row = line + 1;
    for (
      ;
      row < lines.count && lineText(lines, row).trim() !== "" && (contexts[row]! & 255) === 0;
      row++
    ) {
      contexts[row] = 5 + (columns << 8);
    }
    line = row;
  }
}

function cells(row: string): number {
  const inner = row
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "");
  return inner.split(/(?<!\\)\|/).length;
}
