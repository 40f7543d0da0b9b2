import { ParseError, renderToString } from "katex";
import { attributes, escapeText, sanitizeHtml } from "../html/index.js";

const maxLength = 5000;
const maxBraces = 100;
const cacheSize = 500;
const cache = new Map<string, MathResult>();

export interface MathResult {
  html: string;
  /** What is wrong with the formula; it is then shown as written. */
  error?: string;
}

/** A formula as MathML. Nothing in it may fetch, link or expand without end. */
export function renderMath(source: string, isDisplay: boolean): MathResult {
  const formula = source.trim();
  const key = (isDisplay ? "D" : "I") + formula;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const result = translate(formula, isDisplay);
  if (cache.size >= cacheSize) cache.delete(cache.keys().next().value ?? "");
  cache.set(key, result);
  return result;
}

function translate(formula: string, isDisplay: boolean): MathResult {
  if (formula.length > maxLength || braceDepth(formula) > maxBraces) {
    return failed(formula, isDisplay, "The formula is too long or too deeply nested.");
  }
  try {
    const html = renderToString(formula, {
      output: "mathml",
      displayMode: isDisplay,
      throwOnError: true,
      trust: false,
      maxExpand: 1000,
      maxSize: 20,
      strict: "ignore",
    });
    return { html: sanitizeHtml(html.slice(html.indexOf("<math"), html.lastIndexOf("</span>"))) };
  } catch (error) {
    // KaTeX throws its own errors for bad input; its parser recurses, hence RangeError.
    if (!(error instanceof ParseError) && !(error instanceof RangeError)) throw error;
    return failed(formula, isDisplay, error.message);
  }
}

function failed(formula: string, isDisplay: boolean, error: string): MathResult {
  const code = `<code${attributes({ class: "math-error", title: error })}>${escapeText(formula)}</code>`;
  return { html: isDisplay ? `<span class="math-display">${code}</span>` : code, error };
}

function braceDepth(formula: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of formula) {
    if (character === "{") deepest = Math.max(deepest, (depth += 1));
    else if (character === "}") depth -= 1;
  }
  return deepest;
}
