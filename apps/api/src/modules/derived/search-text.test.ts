import { expect, test } from "vitest";
import { searchWords, wordsOf } from "./search-text.js";

const token =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]\p{M}*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}])[\p{L}\p{N}\p{M}])+/gu;

test("wordsOf gives the same line by line as from the whole text", () => {
  const pieces =
    "a Z 09 _ - . ' ΟΔΟΣ Σ é e\u0301 \u0301 ﬁ İ 漢字 한국 ไทย x̂ \u2028 ² \u{1D400} \u0307".split(
      " ",
    );
  pieces.push(" ", "\n", "\r\n", "\t");
  for (const first of pieces)
    for (const second of pieces)
      for (const third of pieces)
        for (const text of [first + second + third, `${third}\n${first}${second}Σ\n${third}`]) {
          const whole = text.normalize("NFKC").toLowerCase().match(token) ?? [];
          expect(wordsOf(text), JSON.stringify(text)).toEqual(whole);
        }
});

test("searchWords gives each word its places, and each once", () => {
  expect(searchWords("Xen runs.\nxen 10 Ärger")).toEqual({
    lexemes: "'xen':1,3 'runs':2 '10':4 'ärger':5",
    words: "xen runs 10 ärger",
  });
});
