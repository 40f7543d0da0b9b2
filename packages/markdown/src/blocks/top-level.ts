import type { Token } from "markdown-it";
import { alertKindAt, metaText } from "../syntax/index.js";
import type { Block, BlockKind } from "./block.js";

export interface TopLevel {
  token: Token;
  kind: BlockKind;
  startLine: number;
  details: Pick<Block, "level" | "info" | "callout" | "ordered">;
}

const kinds: Readonly<Record<string, BlockKind>> = {
  heading_open: "heading",
  paragraph_open: "paragraph",
  bullet_list_open: "list",
  ordered_list_open: "list",
  fence: "code",
  code_block: "code",
  jsx_code: "code",
  table_open: "table",
  blockquote_open: "quote",
  callout_open: "callout",
  html_block: "html",
  jsx_tag: "html",
  jsx_card_open: "html",
  hidden: "html",
  hr: "rule",
  math_block: "math",
  footnote_open: "footnote",
  reference_definition: "definition",
};

/** The top-level blocks among freshly parsed block tokens, in order. */
export function topLevelOf(tokens: readonly Token[]): TopLevel[] {
  const blocks: TopLevel[] = [];
  for (const [index, token] of tokens.entries()) {
    const kind = token.level === 0 && token.nesting >= 0 ? kinds[token.type] : undefined;
    if (kind === undefined || token.map === null) continue;
    const block: TopLevel = { token, kind, startLine: token.map[0], details: {} };
    describe(block, tokens, index);
    blocks.push(block);
  }
  return blocks;
}

function describe(block: TopLevel, tokens: readonly Token[], index: number): void {
  const { token, details } = block;
  switch (block.kind) {
    case "heading":
      details.level = Number(token.tag.slice(1));
      break;
    case "list":
      details.ordered = token.type === "ordered_list_open";
      break;
    case "code": {
      const info = token.info.trim();
      if (info !== "") details.info = info;
      if (/^math(?:\s|$)/.test(info)) block.kind = "math";
      break;
    }
    case "callout":
      details.callout = metaText(token, "kind");
      break;
    case "quote": {
      const kind = alertKindAt(tokens, index);
      if (kind === undefined) break;
      block.kind = "callout";
      details.callout = kind;
      break;
    }
    default:
  }
}
