import type { RenderedText } from "./types.js";
import { visibleSource } from "./visible-source.js";

/** Rendered characters that the source does not say as they are, such as an entity, are few. */
const MAX_UNKNOWN = 0.1;

/**
 * For each visible character whether the other text has it too, from the place in the source it must come from.
 * Characters are found in the source from the left and from the right; where the two disagree, everything between has
 * to have changed alike. `undefined` where that cannot be told.
 */
export function keptCharacters(
  glyphs: string,
  text: RenderedText,
  blocks: readonly number[],
  isKept: (offset: number) => boolean,
): Uint8Array | undefined {
  return locate(glyphs, text, blocks, isKept, false) ?? locate(glyphs, text, blocks, isKept, true);
}

function locate(
  glyphs: string,
  text: RenderedText,
  blocks: readonly number[],
  isKept: (offset: number) => boolean,
  isPlain: boolean,
): Uint8Array | undefined {
  const { characters, offsets } = visibleSource(text, blocks, isPlain);
  const left = fromLeft(glyphs, characters);
  if (left.unknown > glyphs.length * MAX_UNKNOWN) return undefined;
  const right = fromRight(glyphs, characters, left.places);
  // How many characters before each place the other text has.
  const before = new Uint32Array(offsets.length + 1);
  for (const [at, offset] of offsets.entries())
    before[at + 1] = (before[at] ?? 0) + (isKept(offset) ? 1 : 0);
  const kept = new Uint8Array(glyphs.length);
  for (let at = 0; at < glyphs.length; at += 1) {
    const isKnown = (left.places[at] ?? -1) >= 0;
    const from = isKnown ? (left.places[at] ?? 0) : previousOf(left.places, at);
    const to = isKnown ? (right[at] ?? 0) : nextOf(right, at, offsets.length);
    const width = to + 1 - from;
    const count = (before[to + 1] ?? 0) - (before[from] ?? 0);
    if (count === width) kept[at] = 1;
    else if (count > 0) return undefined;
  }
  return kept;
}

function fromLeft(glyphs: string, source: string): { places: Int32Array; unknown: number } {
  const places = new Int32Array(glyphs.length).fill(-1);
  let next = 0;
  let unknown = 0;
  for (let at = 0; at < glyphs.length; at += 1) {
    const found = source.indexOf(glyphs.charAt(at), next);
    if (found === -1) {
      unknown += 1;
      continue;
    }
    places[at] = found;
    next = found + 1;
  }
  return { places, unknown };
}

/** The last place each known character can have. */
function fromRight(glyphs: string, source: string, left: Int32Array): Int32Array {
  const places = new Int32Array(glyphs.length).fill(-1);
  let next = source.length - 1;
  for (let at = glyphs.length - 1; at >= 0; at -= 1) {
    if ((left[at] ?? -1) < 0) continue;
    const found = source.lastIndexOf(glyphs.charAt(at), next);
    places[at] = found;
    next = found - 1;
  }
  return places;
}

function previousOf(places: Int32Array, at: number): number {
  for (let index = at - 1; index >= 0; index -= 1)
    if ((places[index] ?? -1) >= 0) return places[index] ?? 0;
  return 0;
}

function nextOf(places: Int32Array, at: number, end: number): number {
  for (let index = at + 1; index < places.length; index += 1)
    if ((places[index] ?? -1) >= 0) return places[index] ?? 0;
  return end - 1;
}
