import type { Token } from "markdown-it";

/** From an offset in an inline text to one in the parsed text; `undefined` where it is not sure. */
export type OffsetMap = (offset: number) => number | undefined;

/** Lines of the parsed text and where they start. */
export interface SourceLines {
  text: string;
  /** One more than there are lines. */
  starts: readonly number[];
}

/**
 * Places an inline text in its source lines. Its lines are what is left of source lines after their
 * containers' marks, so each is found from the right end of its source line.
 */
export function mapInline(inline: Token, source: SourceLines): OffsetMap {
  const firstLine = inline.map?.[0] ?? 0;
  const lines = inline.content.split("\n");
  const places: { from: number; to: number; at: number | undefined }[] = [];
  let from = 0;
  for (const [index, line] of lines.entries()) {
    places.push({ from, to: from + line.length, at: placeOf(line, source, firstLine + index) });
    from += line.length + 1;
  }
  return (offset) => {
    const place = places.find((each) => offset >= each.from && offset <= each.to);
    return place?.at === undefined ? undefined : place.at + offset - place.from;
  };
}

function placeOf(line: string, source: SourceLines, sourceLine: number): number | undefined {
  const start = source.starts[sourceLine];
  if (start === undefined) return undefined;
  const whole = source.text.slice(start, source.starts[sourceLine + 1]).trimEnd();
  const wanted = line.trim();
  const column = whole.endsWith(wanted) ? whole.length - wanted.length : whole.lastIndexOf(wanted);
  // Offsets count from the line's own start, which may have lost or gained white space.
  return column < 0 ? undefined : start + column - (line.length - line.trimStart().length);
}

/** The cells of one table row, each placed between its bars; `\|` is read as `|`. */
export function mapCells(cells: readonly Token[], source: SourceLines, line: number): OffsetMap[] {
  const start = source.starts[line] ?? 0;
  const row = source.text.slice(start, source.starts[line + 1]);
  const segments = splitRow(row);
  let next = 0;
  return cells.map((cell) => {
    for (let index = next; index < segments.length; index += 1) {
      const segment = segments[index];
      const text =
        segment
          ?.map((each) => each.character)
          .join("")
          .trimEnd() ?? "";
      if (segment === undefined || !text.endsWith(cell.content)) continue;
      next = index + 1;
      const shift = text.length - cell.content.length;
      return (offset) => {
        const at = segment[offset + shift] ?? segment[offset + shift - 1];
        const isEnd = segment[offset + shift] === undefined;
        return at === undefined ? undefined : start + at.column + (isEnd ? 1 : 0);
      };
    }
    return () => undefined;
  });
}

function splitRow(row: string): { character: string; column: number }[][] {
  const segments: { character: string; column: number }[][] = [[]];
  for (let column = 0; column < row.length; column += 1) {
    const character = row[column] ?? "";
    if (character === "|") segments.push([]);
    else if (character === "\\" && row[column + 1] === "|") {
      column += 1;
      segments.at(-1)?.push({ character: "|", column });
    } else segments.at(-1)?.push({ character, column });
  }
  return segments;
}
