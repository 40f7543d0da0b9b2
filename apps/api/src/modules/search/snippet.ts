/** Marks around what was found: characters that are taken out of every text before. */
export const MARK_START = "\u0001";
export const MARK_END = "\u0002";

const WINDOW = 160;

/** A headline as safe HTML: everything escaped but our own `<mark>`. */
export function headlineHtml(headline: string): string {
  return escapeHtml(headline).replaceAll(MARK_START, "<mark>").replaceAll(MARK_END, "</mark>");
}

/** The text around the first word found, with all of them marked, for scripts whose words PostgreSQL cannot mark. */
export function snippetOf(text: string, words: readonly string[]): string {
  const lower = text.toLowerCase();
  const found = words.map((word) => lower.indexOf(word.toLowerCase())).filter((at) => at >= 0);
  const first = found.length > 0 ? Math.min(...found) : 0;
  const start = Math.max(0, first - WINDOW / 4);
  const part = text
    .slice(start, start + WINDOW)
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, " ");
  const shown = `${start > 0 ? "…" : ""}${part}${start + WINDOW < text.length ? "…" : ""}`;
  return headlineHtml(markWords(shown, words));
}

function markWords(text: string, words: readonly string[]): string {
  const longestFirst = words.filter((word) => word !== "").toSorted((a, b) => b.length - a.length);
  if (longestFirst.length === 0) return text;
  const pattern = new RegExp(longestFirst.map(escapePattern).join("|"), "giu");
  return text.replace(pattern, `${MARK_START}$&${MARK_END}`);
}

function escapePattern(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}
