/** What a text is to search: its words with their places, and each word once for the stemming of its language. */
export interface SearchWords {
  /** A tsvector literal: every word as written, with positions, so that phrases can be found. */
  readonly lexemes: string;
  /** Each word once, for `to_tsvector`: PostgreSQL's parser is slow on whole texts, and stems need no order. */
  readonly words: string;
}

// Scripts written without spaces: each character is a word, and a phrase finds a sequence of them.
const token =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]\p{M}*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}])[\p{L}\p{N}\p{M}])+/gu;
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** Longer texts exceed what a tsvector can hold; the rest of such a page is not searched. */
const MAX_TEXT = 250_000;
const MAX_WORD = 100;
// Limits of a tsvector.
const MAX_POSITION = 16_383;
const MAX_POSITIONS = 255;

const asciiToken = /[a-z0-9]+/g;
// oxlint-disable-next-line no-control-regex -- all of ASCII
const beyondAscii = /[^\0-\x7f]/;

/** The words of a text or of a query, in order; both are split alike, or nothing would be found. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  // A line break is in no word and joins with nothing, so lines stand for themselves; most are plain ASCII.
  for (const line of text.split("\n")) {
    const found = beyondAscii.test(line)
      ? line.normalize("NFKC").toLowerCase().match(token)
      : line.toLowerCase().match(asciiToken);
    for (const word of found ?? []) if (word.length <= MAX_WORD) words.push(word);
  }
  return words;
}

export function hasUnspaced(text: string): boolean {
  return unspaced.test(text);
}

export function searchWords(text: string): SearchWords {
  const places = new Map<string, number[]>();
  for (const [index, word] of wordsOf(text.slice(0, MAX_TEXT).toWellFormed()).entries()) {
    const known = places.get(word);
    if (!known) places.set(word, [index + 1]);
    else if (known.length < MAX_POSITIONS) known.push(index + 1);
  }
  const lexemes: string[] = [];
  for (const [word, positions] of places) {
    // A word is letters, digits and marks: nothing in it could end the quotes.
    lexemes.push(`'${word}':${positions.map((place) => Math.min(place, MAX_POSITION)).join()}`);
  }
  return { lexemes: lexemes.join(" "), words: [...places.keys()].join(" ") };
}
