/** A fence's info string, taken apart: ` ```bash sudo timeout=10m id=install `. */
export interface CodeInfo {
  /** First word, lower case, braces removed; "" when the fence is unlabelled. */
  language: string;
  /** Words without a value, such as `sudo` or `norun`. */
  flags: string[];
  /** `key=value` and `key="quoted value"`. The last of equal keys wins. */
  attributes: Record<string, string>;
}

const attributeName = /^[A-Za-z_][\w.-]*$/;

/** Reads `word`, `key=value`, `key="quoted"` and optional braces. Never throws; odd parts are flags. */
export function parseInfo(info: string): CodeInfo {
  const result: CodeInfo = { language: "", flags: [], attributes: Object.create(null) };
  let isFirst = true;
  for (const word of splitWords(info)) {
    const text = word.replace(/^\{+/, "").replace(/\}+$/, "");
    const equals = text.indexOf("=");
    if (equals > 0 && attributeName.test(text.slice(0, equals))) {
      result.attributes[text.slice(0, equals)] = unquote(text.slice(equals + 1));
    } else if (isFirst) {
      result.language = text.toLowerCase();
    } else if (text !== "") {
      result.flags.push(text);
    }
    isFirst = false;
  }
  return result;
}

/** Splits at white space outside double or single quotes. */
function splitWords(info: string): string[] {
  const words: string[] = [];
  let word = "";
  let quote = "";
  for (const character of info) {
    if (quote !== "") {
      word += character;
      if (character === quote) quote = "";
    } else if (/\s/.test(character)) {
      if (word !== "") words.push(word);
      word = "";
    } else {
      // A quote opens only as a value, so that an apostrophe in a word stays a letter.
      if ((character === '"' || character === "'") && word.endsWith("=")) quote = character;
      word += character;
    }
  }
  if (word !== "") words.push(word);
  return words;
}

function unquote(value: string): string {
  const first = value[0];
  const isQuoted = value.length > 1 && (first === '"' || first === "'") && value.at(-1) === first;
  return isQuoted ? value.slice(1, -1) : value;
}
