export interface FoundFrontMatter {
  yaml: string;
  bodyStart: number;
}

const opening = /^\uFEFF?---[ \t]*(?:\r\n?|\n)/;
const closing = /^(?:---|\.\.\.)[ \t]*(?:\r\n?|\n|$(?![\s\S]))/gm;

/** Finds the YAML between leading `---` lines; a fence that never closes is ordinary text. */
export function findFrontMatter(source: string): FoundFrontMatter | undefined {
  const start = opening.exec(source)?.[0].length;
  if (start === undefined) return undefined;
  closing.lastIndex = start;
  const end = closing.exec(source);
  if (end === null) return undefined;
  return { yaml: source.slice(start, end.index), bodyStart: end.index + end[0].length };
}
