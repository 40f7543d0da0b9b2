import { keepGraphemesWhole } from "./graphemes.js";
import { isDigit, isUnspacedScript, isWordUnit } from "./scripts.js";

/** Cuts of a stretch of text: token `t` is `[cuts[t], cuts[t + 1])`. */
export type Cuts = readonly number[];

let wordSegmenter: Intl.Segmenter | undefined;

/**
 * `Intl.Segmenter` is superlinear on long strings, so unspaced scripts are segmented in pieces: at punctuation
 * (every sentence and clause), and at most this long.
 */
const LONGEST_PIECE = 512;

/**
 * Cuts `[start, end)` into words, numbers with their dots, runs of spaces, line ends and single signs.
 * No cut is inside a grapheme. In scripts without spaces the cuts are those of the runtime's `Intl.Segmenter`.
 */
export function cutTokens(text: string, start: number, end: number): number[] {
  const cuts = [start];
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (isPairAt(text, at, end)) at += 2;
    else if (isUnspacedScript(code) && isWordUnit(code)) at = cutUnspaced(text, at, end, cuts);
    else if (isWordUnit(code) || code === 95) at = wordEnd(text, at, end);
    else if (code === 32 || code === 9) {
      do at++;
      while (at < end && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9));
    } else if (code === 13 && at + 1 < end && text.charCodeAt(at + 1) === 10) at += 2;
    else at++;
    cuts.push(at);
  }
  return needsGraphemes(text, start, end) ? keepGraphemesWhole(text, cuts) : cuts;
}

function isPairAt(text: string, at: number, end: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0xd800 || code > 0xdbff || at + 1 >= end) return false;
  const next = text.charCodeAt(at + 1);
  return next >= 0xdc00 && next <= 0xdfff;
}

function needsGraphemes(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) >= 0x300) return true;
  return false;
}

function wordEnd(text: string, from: number, end: number): number {
  let at = from;
  while (at < end) {
    const code = text.charCodeAt(at);
    const joins = isWordUnit(code) && !isUnspacedScript(code) && (code < 0xd800 || code > 0xdfff);
    if (joins || code === 95 || at === from) {
      at++;
      continue;
    }
    if (at + 1 >= end) break;
    const before = text.charCodeAt(at - 1);
    const after = text.charCodeAt(at + 1);
    // 8.3.0 and 1,000 are one number; don't and l’eau are one word.
    const insideNumber = (code === 46 || code === 44) && isDigit(before) && isDigit(after);
    const insideWord = (code === 39 || code === 0x2019) && isLetter(before) && isLetter(after);
    if (!insideNumber && !insideWord) break;
    at++;
  }
  return at;
}

function isLetter(code: number): boolean {
  return isWordUnit(code) && !isDigit(code) && !isUnspacedScript(code);
}

/** Pushes the inner cuts and returns the end of the run, whose cut the caller pushes. */
function cutUnspaced(text: string, from: number, end: number, cuts: number[]): number {
  let to = from;
  while (to < end && to - from < LONGEST_PIECE && isUnspacedScript(text.charCodeAt(to))) to++;
  if (to - from > 1) {
    wordSegmenter ??= new Intl.Segmenter("und", { granularity: "word" });
    for (const { index } of wordSegmenter.segment(text.slice(from, to))) {
      if (index > 0) cuts.push(from + index);
    }
  }
  return to;
}

/** True when the sign at `at` ends a sentence. */
export function endsSentence(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 46 || code === 33 || code === 63) {
    const next = text.charCodeAt(at + 1);
    return Number.isNaN(next) || next <= 32;
  }
  return (
    code === 10 ||
    code === 0x3002 ||
    code === 0xff01 ||
    code === 0xff1f ||
    code === 0x0964 ||
    code === 0x06d4
  );
}
