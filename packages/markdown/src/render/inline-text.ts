import type { Token } from "markdown-it";

/** What inline tokens read as: text, code, formulas, images' alternatives; no markup. */
export function inlineText(tokens: readonly Token[] | null): string {
  let text = "";
  for (const token of tokens ?? []) {
    switch (token.type) {
      case "text":
      case "text_special":
      case "code_inline":
      case "math_inline":
        text += token.content;
        break;
      case "softbreak":
      case "hardbreak":
        text += " ";
        break;
      case "image":
        text += inlineText(token.children);
        break;
      default:
    }
  }
  return text;
}

/** Text of raw HTML, tags left out. */
export function htmlText(html: string, decode: (text: string) => string): string {
  return decode(html.replace(/<!--[^]*?(?:-->|$)/g, " ").replace(/<[^<>]*>/g, " "))
    .replace(/\s+/g, " ")
    .trim();
}
