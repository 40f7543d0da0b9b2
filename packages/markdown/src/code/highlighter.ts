/** What a piece of code is. The names are the CSS classes, prefixed with `t-`. */
export type TokenKind =
  | "keyword"
  | "string"
  | "comment"
  | "constant"
  | "function"
  | "parameter"
  | "link"
  | "inserted"
  | "deleted"
  | "changed";

export interface CodeToken {
  text: string;
  kind?: TokenKind;
}

/**
 * Colours code without knowing about HTML. Returns one list of tokens a line, whose texts joined by
 * "\n" are the code again, or `undefined` when the language is unknown or the code too long.
 */
export type Highlighter = (code: string, language: string) => readonly CodeToken[][] | undefined;
