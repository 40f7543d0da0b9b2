import type { Token } from "markdown-it";
import { lineStartsOf } from "../blocks/index.js";
import { findFrontMatter } from "../front-matter/index.js";
import { maxSourceLength } from "../limits.js";
import { createEnvironment } from "../syntax/index.js";
import { writeDestination } from "./destination.js";
import { mapCells, mapInline } from "./inline-map.js";
import type { OffsetMap, SourceLines } from "./inline-map.js";
import { createRecordingParser, spanOf } from "./recording-parser.js";

interface Splice {
  start: number;
  end: number;
  text: string;
}

const parser = createRecordingParser();
const linkAttribute = /\s(?:href|src|to)\s*=\s*(["'])([^"'<>\n]*)\1/g;

/**
 * Replaces link destinations and nothing else: every other byte stays. `map` gets each destination
 * of a link, an image, a definition or a raw `href`/`src`, escapes read; of a wiki link the target
 * in its brackets (`[[space:Page#section]]`), for which only another wiki target is taken.
 */
export function rewriteLinks(
  source: string,
  map: (destination: string) => string | undefined,
): string {
  if (source.length > maxSourceLength) return source;
  const bodyStart = findFrontMatter(source)?.bodyStart ?? 0;
  const body = source.slice(bodyStart);
  const text = body.replace(/\r\n?/g, "\n").replaceAll("\0", "\uFFFD");
  const lines: SourceLines = { text, starts: lineStartsOf(text) };
  const splices = new Collector(text, map).collect(
    parser.parse(body, createEnvironment(body, 0)),
    lines,
  );

  const originalStarts = lineStartsOf(source.slice(bodyStart), bodyStart);
  const original = offsetTranslator(lines.starts, originalStarts);
  let result = "";
  let done = 0;
  for (const splice of splices) {
    const start = original(splice.start);
    if (start < done) continue;
    result += source.slice(done, start) + splice.text;
    done = original(splice.end);
  }
  return result + source.slice(done);
}

class Collector {
  readonly #text: string;
  readonly #map: (destination: string) => string | undefined;
  readonly #splices: Splice[] = [];

  constructor(text: string, map: (destination: string) => string | undefined) {
    this.#text = text;
    this.#map = map;
  }

  collect(tokens: readonly Token[], lines: SourceLines): Splice[] {
    for (let index = 0; index < tokens.length; index += 1) {
      const token = tokens[index];
      if (token === undefined) continue;
      if (token.type === "tr_open") index = this.#row(tokens, index, lines);
      else if (token.type === "inline") this.#inline(token, mapInline(token, lines));
      else if (token.type === "html_block" || token.type === "jsx_tag") this.#markup(token, lines);
      else if (token.type === "jsx_card_open") this.#markup(token, lines);
    }
    for (const token of tokens) if (token.type === "reference_definition") this.#definition(token);
    return this.#splices.toSorted((a, b) => a.start - b.start);
  }

  #row(tokens: readonly Token[], open: number, lines: SourceLines): number {
    let close = open;
    while (close < tokens.length && tokens[close]?.type !== "tr_close") close += 1;
    const cells = tokens.slice(open, close).filter((token) => token.type === "inline");
    const maps = mapCells(cells, lines, tokens[open]?.map?.[0] ?? 0);
    for (const [index, cell] of cells.entries())
      this.#inline(cell, maps[index] ?? (() => undefined));
    return close;
  }

  #inline(inline: Token, place: OffsetMap): void {
    for (const token of inline.children ?? []) {
      const span = spanOf(token);
      if (span === undefined) continue;
      const start = place(span.start);
      const last = place(span.end - 1);
      if (start === undefined || last === undefined) continue;
      const raw = inline.content.slice(span.start, span.end);
      // Where the source does not read like the text, nothing is touched.
      if (this.#text.slice(start, last + 1).replaceAll("\\|", "|") !== raw) continue;
      if (token.type === "html_inline" || token.type === "jsx_tag")
        this.#attributes(start, last + 1);
      else if (token.info === "wiki") this.#wiki(start, last + 1);
      else this.#destination(start, last + 1);
    }
  }

  #markup(token: Token, lines: SourceLines): void {
    const [from, to] = token.map ?? [0, 0];
    this.#attributes(lines.starts[from] ?? 0, lines.starts[to] ?? this.#text.length);
  }

  #attributes(from: number, to: number): void {
    for (const match of this.#text.slice(from, to).matchAll(linkAttribute)) {
      const value = match[2] ?? "";
      const start = from + match.index + match[0].length - 1 - value.length;
      const next = this.#map(parser.utils.unescapeAll(value));
      if (next === undefined || /["'<>\n]/.test(next)) continue;
      this.#splice(start, start + value.length, next.replaceAll("&", "&amp;"));
    }
  }

  #definition(token: Token): void {
    const span = spanOf(token);
    if (span !== undefined) this.#destination(span.start, span.end);
  }

  #destination(start: number, end: number): void {
    const raw = this.#text.slice(start, end);
    const read = (written: string) => parser.utils.unescapeAll(written);
    const next = this.#map(read(raw));
    if (next === undefined || next === read(raw)) return;
    const written = writeDestination(next, this.#text[start - 1] === "<", read);
    if (written !== undefined) this.#splice(start, end, written);
  }

  #wiki(start: number, end: number): void {
    const target = this.#text.slice(start, end).replace(/\\$/, "").trim();
    const next = /^\[\[([^[\]|\n<`]+)\]\]$/.exec(this.#map(`[[${target}]]`) ?? "")?.[1];
    if (next === undefined || next === target) return;
    const at = start + this.#text.slice(start, end).indexOf(target);
    this.#splice(at, at + target.length, next);
  }

  #splice(start: number, end: number, text: string): void {
    if (this.#text.slice(start, end) !== text) this.#splices.push({ start, end, text });
  }
}

/** Line endings may be longer in the file than in the parsed text; columns are the same. */
function offsetTranslator(parsed: readonly number[], original: readonly number[]) {
  let line = 0;
  return (offset: number): number => {
    if ((parsed[line] ?? 0) > offset) line = 0;
    while (line + 2 < parsed.length && (parsed[line + 1] ?? Infinity) <= offset) line += 1;
    return (original[line] ?? 0) + offset - (parsed[line] ?? 0);
  };
}
