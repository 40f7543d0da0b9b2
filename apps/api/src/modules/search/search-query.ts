import { hasUnspaced, splitUnspaced } from "../derived/index.js";

const MAX_QUERY = 200;
const MAX_WORDS = 16;

/** A query in the two forms PostgreSQL is asked with. */
export interface SearchQuery {
  /** For `websearch_to_tsquery`, which takes any text: words, "phrases", -exclusions, or. */
  readonly web: string;
  /** For `to_tsquery('simple', …)`: every word as written, the last as a prefix; empty when there is none. */
  readonly prefix: string;
  /** Words as typed, for snippets in scripts without spaces. */
  readonly words: readonly string[];
  readonly isUnspaced: boolean;
}

/** Any text is a query; `undefined` when nothing in it can be searched for. */
export function parseSearchQuery(text: string): SearchQuery | undefined {
  const cleaned = text.slice(0, MAX_QUERY).toWellFormed().replaceAll("\0", " ").normalize("NFC");
  const isUnspaced = hasUnspaced(cleaned);
  const words = (splitUnspaced(cleaned).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).slice(0, MAX_WORDS);
  if (words.length === 0) return undefined;
  return {
    web: phrases(cleaned),
    // Only letters, digits and marks: nothing that to_tsquery could take for an operator.
    prefix: isPlain(cleaned) ? prefixOf(words, isUnspaced) : "",
    words: cleaned.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [],
    isUnspaced,
  };
}

// With quotes or exclusions the query means exactly what it says.
function isPlain(text: string): boolean {
  return !/["]|(^|\s)-|(^|\s)or(\s|$)/i.test(text);
}

function prefixOf(words: readonly string[], isUnspaced: boolean): string {
  const quoted = words.map((word) => `'${word}'`);
  return isUnspaced ? quoted.join(" <-> ") : `${quoted.join(" & ")}:*`;
}

/** A run of characters of an unspaced script is found as a sequence. */
function phrases(text: string): string {
  if (!hasUnspaced(text) || text.includes('"')) return text;
  return text
    .split(/\s+/)
    .map((word) => (hasUnspaced(word) ? `"${splitUnspaced(word).trim()}"` : word))
    .join(" ");
}
