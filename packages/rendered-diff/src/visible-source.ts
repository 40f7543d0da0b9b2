import type { RenderedText } from "./types.js";
import { isBlank } from "./groups.js";

/** Characters of the source that may be seen when rendered, and where they are. */
export interface VisibleSource {
  readonly characters: string;
  readonly offsets: readonly number[];
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

// What Markdown says by a mark, not by a word. Whoever hides too much here finds less, never something wrong.
const hidden: readonly RegExp[] = [
  /^[ \t]*(?:>[ \t]?)*[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t])?/gm,
  /^ {0,3}#{1,6}(?=[ \t])/gm,
  /^[ \t]*(?:>[ \t]?)+/gm,
  /^[ \t]*:::[^\s]*/gm,
  /^[ \t|:-]*-[ \t|:-]*$/gm,
  /^[ \t]*(?:`{3,}|~{3,}).*$/gm,
  /\]\(\s*(?:<[^<>\n]*>|(?:[^\s()]|\([^\s()]*\))*)(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/g,
  /\]\[[^\]\n]*\]/g,
  /\[\^[^\]\s]+\]:?/g,
  /\{#[^}\n]*\}/g,
  /<!--[\s\S]*?-->/g,
  /<\/?[A-Za-z](?:[^<>"']|"[^"]*"|'[^']*')*>/g,
];

/** `isPlain`: nothing is hidden, for texts where a mark is a word after all. */
export function visibleSource(
  { markdown, blocks }: RenderedText,
  indices: readonly number[],
  isPlain: boolean,
): VisibleSource {
  let characters = "";
  const offsets: number[] = [];
  for (const index of indices) {
    const block = blocks[index];
    if (!block) continue;
    const source = markdown.slice(block.start, block.end);
    const shown = new Uint8Array(source.length).fill(1);
    const isCode = block.kind === "code" && block.info !== undefined;
    for (const mark of isPlain ? [] : isCode ? hidden.slice(5, 6) : hidden) {
      for (const found of source.matchAll(mark)) {
        const [whole] = found;
        // `](` belongs to no word, and neither does what it holds.
        shown.fill(0, found.index, found.index + whole.length);
      }
    }
    for (let at = 0; at < source.length; at += 1) {
      if (shown[at] === 0 || isBlank(source.charCodeAt(at))) continue;
      const entity = isCode ? undefined : /^&(\w{2,4});/.exec(source.slice(at, at + 6))?.[1];
      const decoded = entity === undefined ? undefined : entities[entity];
      characters += decoded ?? source.charAt(at);
      offsets.push(block.start + at);
      if (decoded !== undefined) at += (entity?.length ?? 0) + 1;
    }
  }
  return { characters, offsets };
}
