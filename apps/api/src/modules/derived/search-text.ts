// Scripts written without spaces: PostgreSQL's parser would take a whole sentence for one word.
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/gu;

/** Longer texts exceed what a tsvector can hold; the rest of such a page is not searched. */
const MAX_SEARCH_TEXT = 250_000;

/** The same for texts and queries: each character of an unspaced script is a word, and phrases find sequences. */
export function splitUnspaced(text: string): string {
  return text.replace(unspaced, " $& ");
}

export function hasUnspaced(text: string): boolean {
  unspaced.lastIndex = 0;
  return unspaced.test(text);
}

/** What is given to `search_document`. */
export function searchInput(text: string): string {
  const cut = text.length > MAX_SEARCH_TEXT ? text.slice(0, MAX_SEARCH_TEXT).toWellFormed() : text;
  return splitUnspaced(cut);
}
