let segmenter: Intl.Segmenter | undefined;

/** Characters that can never join their neighbours, so that a cut between two of them needs no look-up. */
function isPlain(code: number): boolean {
  return (
    code < 0x300 ||
    (code >= 0x370 && code <= 0x482) ||
    (code >= 0x48a && code <= 0x52f) ||
    (code >= 0x3001 && code <= 0x3029) ||
    (code >= 0x3041 && code <= 0x3096) ||
    (code >= 0x30a1 && code <= 0x30ff) ||
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0xff01 && code <= 0xff9d)
  );
}

/** A longer stretch is segmented piece by piece; the piece's last boundary starts the next one. */
const PIECE = 2000;

/** Removes the cuts (ascending offsets) that fall inside a grapheme: combining marks, ZWJ emoji, flags, jamo. */
export function keepGraphemesWhole(text: string, cuts: number[]): number[] {
  const start = cuts[0]!;
  const end = cuts.at(-1)!;
  const kept: number[] = [];
  let next = 0;
  let at = start;
  while (at < end) {
    if (isPlain(text.charCodeAt(at))) {
      at++;
      continue;
    }
    // One plain neighbour on each side: a mark joins what is before it, a prepended sign what comes after.
    let from = Math.max(start, at - 1);
    let to = at + 1;
    while (to < end && !isPlain(text.charCodeAt(to))) to++;
    to = Math.min(end, to + 1);
    while (next < cuts.length && cuts[next]! <= from) kept.push(cuts[next++]!);
    segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
    let piece = PIECE;
    while (from < to) {
      const pieceEnd = Math.min(to, from + piece);
      let last = from;
      for (const { index } of segmenter.segment(text.slice(from, pieceEnd))) {
        last = from + index;
        while (next < cuts.length && cuts[next]! < last) next++;
        if (cuts[next] === last) kept.push(cuts[next++]!);
      }
      if (pieceEnd === to) break;
      // One grapheme as long as the whole piece (stacked marks): look further, never cut it.
      if (last === from) piece *= 2;
      else from = last;
    }
    while (next < cuts.length && cuts[next]! < to) next++;
    at = to;
  }
  while (next < cuts.length) kept.push(cuts[next++]!);
  return kept;
}
