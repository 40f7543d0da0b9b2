import { hasUnspaced, wordsOf } from "../derived/index.js";

const MAX_QUERY = 200;
const MAX_TERMS = 16;

/** One thing a page must have, or must not have. */
export interface SearchTerm {
  /** Several words are a phrase. */
  readonly words: readonly string[];
  readonly isExcluded: boolean;
  /** Whether words that begin so are meant as well: the last word, while it is being typed. */
  readonly isPrefix: boolean;
  /** Whether inflections are meant as well; not in quotes. */
  readonly isInflected: boolean;
}

export interface SearchQuery {
  /** A page has all terms of one of these. */
  readonly alternatives: readonly (readonly SearchTerm[])[];
  /** What is looked for, for snippets in scripts without spaces. */
  readonly words: readonly string[];
  readonly isUnspaced: boolean;
}

/** Any text is a query: words, "phrases", -exclusions, or. `undefined` when nothing in it can be searched for. */
export function parseSearchQuery(text: string): SearchQuery | undefined {
  const cleaned = text.slice(0, MAX_QUERY).toWellFormed();
  const alternatives: SearchTerm[][] = [[]];
  const pieces = [...cleaned.matchAll(/(-?)"([^"]*)"?|(\S+)/g)].slice(0, MAX_TERMS);
  for (const [index, [, quotedSign = "", quoted, bare = ""]] of pieces.entries()) {
    if (quoted !== undefined) {
      alternatives.at(-1)?.push({
        words: wordsOf(quoted),
        isExcluded: quotedSign === "-",
        isPrefix: false,
        isInflected: false,
      });
    } else if (/^or$/i.test(bare)) alternatives.push([]);
    else alternatives.at(-1)?.push(...bareTerms(bare, index === pieces.length - 1));
  }
  // Without anything wanted, exclusions would name most of the wiki.
  const meaningful = alternatives
    .map((terms) => terms.filter((term) => term.words.length > 0))
    .filter((terms) => terms.some((term) => !term.isExcluded));
  if (meaningful.length === 0) return undefined;
  const wanted = meaningful.flat().filter((term) => !term.isExcluded);
  return {
    alternatives: meaningful,
    words: wanted.map((term) => term.words.join(hasUnspaced(term.words.join("")) ? "" : " ")),
    isUnspaced: hasUnspaced(cleaned),
  };
}

/** `dom0-max_mem` are three words; a run of a script without spaces is one phrase. */
function bareTerms(piece: string, isLast: boolean): SearchTerm[] {
  const isExcluded = piece.startsWith("-");
  const words = wordsOf(piece).slice(0, MAX_TERMS);
  if (hasUnspaced(piece)) return [{ words, isExcluded, isPrefix: false, isInflected: false }];
  return words.map((word, index) => ({
    words: [word],
    isExcluded,
    isPrefix: isLast && !isExcluded && index === words.length - 1,
    isInflected: true,
  }));
}
