import type { MarkdownIt, StateInline } from "markdown-it";

const maxLength = 500;

/** `[[Page]]`, `[[Page|text]]`, `[[space:Page#section]]`. */
export function wikiLinks(md: MarkdownIt): void {
  md.inline.ruler.before("link", "wiki_link", wikiLink);
}

function wikiLink(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src.charCodeAt(pos) !== 0x5b || src.charCodeAt(pos + 1) !== 0x5b) return false;
  const end = findEnd(src, pos + 2, Math.min(posMax, pos + 2 + maxLength));
  if (end < 0) return false;
  // `[[1]](url)` is an ordinary link whose text is in brackets.
  if (src.charCodeAt(end + 2) === 0x28) return false;
  const inner = src.slice(pos + 2, end);
  const bar = inner.indexOf("|");
  const target = (bar < 0 ? inner : inner.slice(0, bar)).replace(/\\$/, "").trim();
  const label = bar < 0 ? "" : inner.slice(bar + 1).trim();
  if (target === "" || target === "#") return false;
  // CommonMark reads `[[foo]]` as a bracketed reference where `foo` is defined.
  const references = state.env.references ?? {};
  if (Object.hasOwn(references, state.md.utils.normalizeReference(inner))) return false;
  if (!silent) {
    const open = state.push("link_open", "a", 1);
    open.attrs = [["href", `[[${target}]]`]];
    open.info = "wiki";
    open.meta = { start: pos + 2, end: pos + 2 + (bar < 0 ? inner.length : bar) };
    state.push("text", "", 0).content = state.md.utils.unescapeMd(
      label || target.replace(/^#/, ""),
    );
    state.push("link_close", "a", -1).info = "wiki";
  }
  state.pos = end + 2;
  return true;
}

/** The `]]` on the same line, with no bracket before it. */
function findEnd(src: string, start: number, max: number): number {
  for (let index = start; index < max; index += 1) {
    const code = src.charCodeAt(index);
    if (code === 0x5b || code === 0x0a || code === 0x3c || code === 0x60) return -1;
    if (code === 0x5d) return src.charCodeAt(index + 1) === 0x5d && index > start ? index : -1;
  }
  return -1;
}
