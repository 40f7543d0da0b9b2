import type { CodeToken, Highlighter } from "@stet/markdown";

const MAX_CHARACTERS = 4_000_000;

/** Remembers coloured code: most blocks of a page are the same in its next revision. Old entries go first. */
export function cacheHighlights(
  highlight: Highlighter,
  maxCharacters = MAX_CHARACTERS,
): Highlighter {
  const entries = new Map<string, readonly CodeToken[][] | undefined>();
  let characters = 0;
  return (code, language) => {
    const key = `${language}\n${code}`;
    if (entries.has(key)) {
      const known = entries.get(key);
      entries.delete(key);
      entries.set(key, known);
      return known;
    }
    const lines = highlight(code, language);
    entries.set(key, lines);
    characters += key.length;
    for (const oldest of entries.keys()) {
      if (characters <= maxCharacters) break;
      entries.delete(oldest);
      characters -= oldest.length;
    }
    return lines;
  };
}
