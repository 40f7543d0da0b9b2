/** A page that might have been meant. */
export interface Suggestable {
  readonly id: string;
  readonly path: string;
  readonly title: string;
}

const MIN_SIMILARITY = 0.3;

/** The pages whose address or title is most like a path that leads nowhere, best first. */
export function suggest<T extends Suggestable>(
  path: string,
  pages: readonly T[],
  limit: number,
): T[] {
  const wanted = trigramsOf(path);
  const wantedName = trigramsOf(lastSegment(path));
  return pages
    .map((page) => ({ page, score: scoreOf(page, wanted, wantedName) }))
    .filter(({ score }) => score >= MIN_SIMILARITY)
    .toSorted((a, b) => b.score - a.score || (a.page.path < b.page.path ? -1 : 1))
    .slice(0, limit)
    .map(({ page }) => page);
}

function scoreOf(page: Suggestable, wanted: Set<string>, wantedName: Set<string>): number {
  const name = similarity(wantedName, trigramsOf(lastSegment(page.path)));
  const title = similarity(wantedName, trigramsOf(page.title));
  // The same name elsewhere is the likeliest case: a page that went before redirects were kept.
  return Math.max(similarity(wanted, trigramsOf(page.path)), name, title * 0.95);
}

function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function trigramsOf(text: string): Set<string> {
  const words = ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
  const trigrams = new Set<string>();
  for (let at = 0; at + 3 <= words.length; at += 1) trigrams.add(words.slice(at, at + 3));
  return trigrams;
}

function similarity(a: Set<string>, b: Set<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const trigram of a) if (b.has(trigram)) shared += 1;
  return shared / (a.size + b.size - shared);
}
