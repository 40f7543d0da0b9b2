import { createCssVariablesTheme, createHighlighterCore } from "shiki/core";
import type { HighlighterCore, ThemedToken } from "shiki/core";
import { createJavaScriptRegexEngine } from "shiki/engine/javascript";
import type { CodeToken, Highlighter, TokenKind } from "../code/index.js";
import { languageOf, languages } from "./languages.js";
import type { LanguageName } from "./languages.js";
import { TokenCache } from "./token-cache.js";
import type { CacheStats } from "./token-cache.js";

export interface HighlighterOptions {
  /** Languages to load at once: on a server all, in a worker none (see `prepare`). */
  load?: "all" | "none";
  /** How much code the cache may hold, in UTF-16 units. */
  maxCacheCharacters?: number;
}

export interface CodeHighlighter {
  /** For `RenderContext.highlight`. Languages that are not loaded stay uncoloured. */
  highlight: Highlighter;
  /** Loads what the fences of a source ask for. Resolves to whether anything was new. */
  prepare(source: string): Promise<boolean>;
  stats(): CacheStats;
}

/** Longer code, and longer lines, stay uncoloured: grammars are not linear. */
const maxCodeLength = 20_000;
const maxLineLength = 1_000;

const kinds: Readonly<Record<string, TokenKind>> = {
  "var(--token-keyword)": "keyword",
  "var(--token-string)": "string",
  "var(--token-string-expression)": "string",
  "var(--token-comment)": "comment",
  "var(--token-constant)": "constant",
  "var(--token-function)": "function",
  "var(--token-parameter)": "parameter",
  "var(--token-link)": "link",
  "var(--token-inserted)": "inserted",
  "var(--token-deleted)": "deleted",
  "var(--token-changed)": "changed",
};

/** Colours code with shiki and its engine of plain JavaScript expressions: same result anywhere. */
export async function createHighlighter(
  options: HighlighterOptions = {},
): Promise<CodeHighlighter> {
  const { load = "all", maxCacheCharacters = 8_000_000 } = options;
  const shiki = await createHighlighterCore({
    themes: [createCssVariablesTheme({ name: "stet", variablePrefix: "--" })],
    langs: load === "all" ? Object.values(languages) : [],
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  });
  const loaded = new Set<string>(load === "all" ? Object.keys(languages) : []);
  const cache = new TokenCache(maxCacheCharacters);
  return {
    highlight(code, name) {
      const language = languageOf(name);
      if (language === undefined || !loaded.has(language) || code.length > maxCodeLength) {
        return undefined;
      }
      const key = `${language}\0${code}`;
      const known = cache.find(key);
      if (known !== undefined) return known;
      const lines = tokenize(shiki, code, language);
      cache.put(key, lines);
      return lines;
    },
    async prepare(source) {
      const wanted = languagesIn(source).filter((language) => !loaded.has(language));
      await Promise.all(wanted.map((language) => shiki.loadLanguage(languages[language])));
      for (const language of wanted) loaded.add(language);
      return wanted.length > 0;
    },
    stats: () => cache.stats(),
  };
}

function tokenize(shiki: HighlighterCore, code: string, language: LanguageName): CodeToken[][] {
  const lines = shiki.codeToTokensBase(code, {
    lang: language,
    theme: "stet",
    tokenizeMaxLineLength: maxLineLength,
    tokenizeTimeLimit: 1_000,
  });
  return lines.map(mergeTokens);
}

/** One token for neighbours of a kind, the space between them included: less markup, same look. */
function mergeTokens(tokens: readonly ThemedToken[]): CodeToken[] {
  const merged: CodeToken[] = [];
  let space = "";
  for (const { content, color } of tokens) {
    if (content.trim() === "") {
      space += content;
      continue;
    }
    const kind = kinds[color ?? ""];
    const last = merged.at(-1);
    if (last !== undefined && last.kind === kind) last.text += space + content;
    else {
      pushPlain(merged, space);
      const plain = merged.at(-1);
      if (kind !== undefined) merged.push({ text: content, kind });
      else if (plain !== undefined && plain.kind === undefined) plain.text += content;
      else merged.push({ text: content });
    }
    space = "";
  }
  pushPlain(merged, space);
  return merged;
}

function pushPlain(tokens: CodeToken[], text: string): void {
  if (text === "") return;
  const last = tokens.at(-1);
  if (last !== undefined && last.kind === undefined) last.text += text;
  else tokens.push({ text });
}

function languagesIn(source: string): LanguageName[] {
  const found = new Set<LanguageName>();
  for (const [, name] of source.matchAll(/(?:`{3,}|~{3,})[ \t]*\{?([\w+#.-]{1,40})/g)) {
    const language = languageOf(name ?? "");
    if (language !== undefined) found.add(language);
  }
  // An unlabelled session and a <Terminal> are shells.
  if (/<[A-Z]\w*[^>]*>\s*\{\s*`|^[ \t>]*\$ /m.test(source)) found.add("bash");
  return [...found];
}
