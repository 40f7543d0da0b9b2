import type { Delimiter, MarkdownIt, StateInline } from "markdown-it";

const tilde = 0x7e;
/** Delimiters match by code; runs of one tilde must not match runs of two. */
const singleTilde = 0x1007e;

/** GFM strikethrough: one or two tildes on both sides; three or more are text. */
export function strikethrough(md: MarkdownIt): void {
  md.inline.ruler.at("strikethrough", tokenize);
  md.inline.ruler2.at("strikethrough", (state) => {
    pair(state, state.delimiters);
    for (const meta of state.tokens_meta) if (meta?.delimiters) pair(state, meta.delimiters);
  });
}

function tokenize(state: StateInline, silent: boolean): boolean {
  if (silent || state.src.charCodeAt(state.pos) !== tilde) return false;
  const { length, can_open, can_close } = state.scanDelims(state.pos, true);
  state.push("text", "", 0).content = "~".repeat(length);
  if (length <= 2) {
    state.delimiters.push({
      marker: length === 1 ? singleTilde : tilde,
      // Zero keeps emphasis' rule of three out of it.
      length: 0,
      token: state.tokens.length - 1,
      end: -1,
      open: can_open,
      close: can_close,
    });
  }
  state.pos += length;
  return true;
}

function pair(state: StateInline, delimiters: readonly Delimiter[]): void {
  for (const opener of delimiters) {
    if (opener.marker !== tilde && opener.marker !== singleTilde) continue;
    const closer = delimiters[opener.end];
    const open = state.tokens[opener.token];
    const close = state.tokens[closer?.token ?? -1];
    if (open === undefined || close === undefined) continue;
    Object.assign(open, {
      type: "s_open",
      tag: "del",
      nesting: 1,
      markup: open.content,
      content: "",
    });
    Object.assign(close, {
      type: "s_close",
      tag: "del",
      nesting: -1,
      markup: open.markup,
      content: "",
    });
  }
}
