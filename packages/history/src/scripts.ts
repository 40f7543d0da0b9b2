/**
 * Scripts written without spaces between words (Han, kana, Thai, Lao, Khmer, Myanmar): counted and compared by
 * character, because where a word ends depends on a dictionary. Hangul has spaces and is treated as words.
 */
export function isUnspacedScript(code: number): boolean {
  if (code < 0x0e00) return false;
  return (
    code <= 0x0eff ||
    (code >= 0x1000 && code <= 0x109f) ||
    (code >= 0x1780 && code <= 0x17ff) ||
    (code >= 0x2e80 && code <= 0x2fdf) ||
    (code >= 0x3005 && code <= 0x3007) ||
    (code >= 0x3040 && code <= 0x31ff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xff66 && code <= 0xff9d)
  );
}

/**
 * A UTF-16 unit that is part of a word: letters, marks and digits of any script. Of letters beyond the basic
 * plane the high half counts; emoji (D83C to D83E) are signs.
 */
export function isWordUnit(code: number): boolean {
  if (code < 0x80) {
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  }
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba;
  if (code < 0x2000) return code !== 0xd7 && code !== 0xf7;
  // General punctuation, symbols, arrows, box drawing, dingbats; CJK punctuation; half- and full-width signs.
  if (code < 0x2c00) return false;
  if (code >= 0x2e00 && code < 0x2e80) return false;
  if (code >= 0x3000 && code < 0x3041) return code >= 0x3005 && code <= 0x3007;
  if (code >= 0xd800 && code < 0xe000) return code < 0xdc00 && (code < 0xd83c || code > 0xd83e);
  if (code >= 0xfe00 && code <= 0xfe6f) return false;
  if (code >= 0xff00) return isFullWidthWord(code);
  return true;
}

function isFullWidthWord(code: number): boolean {
  return (
    (code >= 0xff10 && code <= 0xff19) ||
    (code >= 0xff21 && code <= 0xff3a) ||
    (code >= 0xff41 && code <= 0xff5a) ||
    (code >= 0xff66 && code <= 0xffdc)
  );
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Words of a range; a character of an unspaced script counts as one word. */
export function countWords(text: string, start: number, end: number): number {
  let words = 0;
  let inside = false;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (!isWordUnit(code)) inside = false;
    else if (isUnspacedScript(code)) {
      words++;
      inside = false;
    } else if (!inside) {
      words++;
      inside = true;
    }
  }
  return words;
}
