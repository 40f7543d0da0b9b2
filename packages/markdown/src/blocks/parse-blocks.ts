import type { Token } from "markdown-it";
import { findFrontMatter } from "../front-matter/index.js";
import { maxSourceLength } from "../limits.js";
import { createEnvironment, createParser } from "../syntax/index.js";
import type { Block } from "./block.js";
import { tile } from "./tile.js";
import { topLevelOf } from "./top-level.js";

const parser = createParser();

/**
 * The top-level blocks of a page. They tile the source: the slices, joined, are the source again.
 * A source beyond the limit is one paragraph.
 */
export function parseBlocks(source: string): Block[] {
  if (source.length > maxSourceLength) {
    const lines = source.split(/\r\n?|\n/).length;
    const whole = { start: 0, end: source.length, textEnd: source.length };
    return [{ kind: "paragraph", ...whole, startLine: 0, endLine: lines }];
  }
  const bodyStart = findFrontMatter(source)?.bodyStart ?? 0;
  const text = normalizeText(source.slice(bodyStart));
  const tokens: Token[] = [];
  parser.block.parse(text, parser, createEnvironment(text, 0), tokens);
  return tile(source, bodyStart, topLevelOf(tokens));
}

/** What markdown-it does before it reads blocks. */
function normalizeText(text: string): string {
  return text.replace(/\r\n?/g, "\n").replaceAll("\0", "\uFFFD");
}
