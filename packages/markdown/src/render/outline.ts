import { metaText } from "../syntax/index.js";
import type { Token } from "markdown-it";
import { htmlText, inlineText } from "./inline-text.js";
import type { RenderState } from "./render-state.js";
import type { PageSection } from "./render-types.js";

export interface Outline {
  text: string;
  sections: PageSection[];
  description: string;
  firstHeading: string;
  hasTitleHeading: boolean;
}

const maxDescription = 200;

/** What a page says, without how it looks: for search, for link previews. */
export function readOutline(state: RenderState): Outline {
  const { tokens, idPrefix } = state;
  const sections: PageSection[] = [];
  const lines: string[] = [];
  let current: { section: PageSection; lines: string[] } | undefined;
  let description = "";
  let firstHeading = "";
  let hasTitleHeading = false;
  let isFirst = true;

  const finish = () => {
    if (current === undefined) return;
    current.section.text = current.lines.join("\n");
    if (current.section.heading !== "" || current.section.text !== "")
      sections.push(current.section);
  };
  current = { section: { id: "", heading: "", level: 0, text: "" }, lines: [] };
  for (const [index, token] of tokens.entries()) {
    const isHeadingText = tokens[index - 1]?.type === "heading_open";
    const text = blockText(state, token);
    if (token.type === "heading_open") {
      if (token.tag === "h1" && firstHeading === "") {
        firstHeading = metaText(token, "text");
        hasTitleHeading = isFirst && token.level === 0;
      }
      if (token.level === 0) {
        finish();
        const id = idPrefix + metaText(token, "id");
        const heading = metaText(token, "text");
        current = {
          section: { id, heading, level: Number(token.tag.slice(1)), text: "" },
          lines: [],
        };
      }
    }
    if (text !== "") {
      lines.push(text);
      if (!isHeadingText || token.level > 1) current.lines.push(text);
      const isParagraph =
        tokens[index - 1]?.type === "paragraph_open" && tokens[index - 1]?.level === 0;
      if (isParagraph && description === "") description = text;
    }
    if (isRendered(token)) isFirst = false;
  }
  finish();
  return {
    text: lines.join("\n"),
    sections,
    description: shorten(description),
    firstHeading,
    hasTitleHeading,
  };
}

function isRendered(token: Token): boolean {
  return !token.hidden && token.type !== "reference_definition" && token.type !== "jsx_tag";
}

function blockText(state: RenderState, token: Token): string {
  switch (token.type) {
    case "inline":
      return inlineText(token.children).replace(/\s+/g, " ").trim();
    case "fence":
    case "code_block":
    case "jsx_code":
    case "math_block":
      return token.content.trimEnd();
    case "html_block":
      return htmlText(token.content, state.decode);
    default:
      return "";
  }
}

/** Cut between words, with an ellipsis. */
export function shorten(text: string): string {
  if (text.length <= maxDescription) return text;
  const cut = text.slice(0, maxDescription - 1);
  const space = cut.lastIndexOf(" ");
  return `${(space > maxDescription / 2 ? cut.slice(0, space) : cut).toWellFormed().trimEnd()}…`;
}
