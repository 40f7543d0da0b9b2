import { sameLine, type Lines } from "./lines.js";

/**
 * Gives equal lines equal ids without cutting a string for each line: an open hash table over the characters
 * themselves. On large pages most of the time of a `Map` of strings went into making and collecting the strings.
 */
export class LineInterner {
  /** Where the line of an id stands: its number in A, or `~number` in B. */
  readonly where: number[] = [];
  readonly #a: Lines;
  readonly #b: Lines;
  readonly #mask: number;
  /** Id plus one, or 0. */
  readonly #slots: Int32Array;
  readonly #hashes: number[] = [];

  constructor(a: Lines, b: Lines, lines: number) {
    this.#a = a;
    this.#b = b;
    const size = 2 ** Math.ceil(Math.log2(2 * lines + 2));
    this.#mask = size - 1;
    this.#slots = new Int32Array(size);
  }

  /** Ids of the lines `from` up to `to` of A or B. */
  intern(lines: Lines, from: number, to: number): Int32Array {
    const ids = new Int32Array(to - from);
    for (let line = from; line < to; line++) ids[line - from] = this.#idOf(lines, line);
    return ids;
  }

  #idOf(lines: Lines, line: number): number {
    const hash = hashLine(lines, line);
    for (let slot = hash & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const id = this.#slots[slot]! - 1;
      if (id === -1) {
        this.#slots[slot] = this.where.length + 1;
        this.#hashes.push(hash);
        this.where.push(lines === this.#b ? ~line : line);
        return this.where.length - 1;
      }
      if (this.#hashes[id] === hash && this.#isAt(id, lines, line)) return id;
    }
  }

  #isAt(id: number, lines: Lines, line: number): boolean {
    const at = this.where[id]!;
    return at < 0 ? sameLine(this.#b, ~at, lines, line) : sameLine(this.#a, at, lines, line);
  }
}

// Ids are given in order of appearance, so the seed never shows in a result; without it somebody could write a page
// of lines that all fall into one slot.
const SEED = Math.floor(Math.random() * 0x100000000) | 0;

function hashLine(lines: Lines, line: number): number {
  let hash = SEED;
  const end = lines.starts[line + 1]!;
  for (let at = lines.starts[line]!; at < end; at++) {
    hash = Math.imul(hash ^ lines.text.charCodeAt(at), 0x01000193);
  }
  return hash ^ (hash >>> 15);
}
