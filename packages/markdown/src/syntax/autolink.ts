import type { MarkdownIt, StateCore, StateInline, Token } from "markdown-it";

const startsBefore = /[\s*_~(]/;
const schemeBefore = /(?:^|[\s*_~(])((?:https?|ftp):)$/i;
const inText = /www\.|@/gi;
const addressCharacter = /[A-Za-z0-9._+-]/;
const domainCharacter = /[A-Za-z0-9._-]/;

/** GFM's extended autolinks: `https://…` while text is read, `www.…` and addresses afterwards. */
export function autolinks(md: MarkdownIt): void {
  md.inline.ruler.at("linkify", urlAutolink);
  md.core.ruler.after("text_join", "autolink_text", autolinkText);
}

/** Runs at the colon, because the rule for plain text stops only there. */
function urlAutolink(state: StateInline, silent: boolean): boolean {
  if (state.linkLevel > 0 || !state.src.startsWith("://", state.pos)) return false;
  const scheme = schemeBefore.exec(`${state.pending.slice(-10)}:`)?.[1];
  if (scheme === undefined || !state.src.slice(0, state.pos + 1).endsWith(scheme)) return false;
  const start = state.pos + 1 - scheme.length;
  const before = state.src[start - 1];
  if (before !== undefined && !startsBefore.test(before)) return false;
  const length = linkLength(state.src.slice(start, state.posMax), scheme.length + 2, true);
  if (length === 0) return false;
  if (!silent) {
    state.pending = state.pending.slice(0, 1 - scheme.length);
    const url = decodeEntities(state, state.src.slice(start, start + length));
    const open = state.push("link_open", "a", 1);
    open.attrs = [["href", state.md.normalizeLink(url)]];
    open.info = "auto";
    state.push("text", "", 0).content = url;
    state.push("link_close", "a", -1).info = "auto";
  }
  state.pos = start + length;
  return true;
}

function decodeEntities(state: StateInline, url: string): string {
  return url.includes("&") && !url.includes("\\") ? state.md.utils.unescapeAll(url) : url;
}

/** Length of the link in `text` whose domain starts at `domainStart`; 0 when there is none. */
function linkLength(text: string, domainStart: number, isShortAllowed: boolean): number {
  let end = domainStart;
  while (end < text.length && /[\p{L}\p{N}._-]/u.test(text[end] ?? "")) end += 1;
  const domain = text.slice(domainStart, end).replace(/[._-]+$/, "");
  if (!isValidDomain(domain, isShortAllowed)) return 0;
  while (end < text.length && !/[\s<]/.test(text[end] ?? "")) end += 1;
  return domainStart + trimTail(text.slice(domainStart, end)).length;
}

function isValidDomain(domain: string, isShortAllowed: boolean): boolean {
  const parts = domain.split(".");
  if (domain === "" || parts.includes("")) return false;
  if (parts.length < 2 && !isShortAllowed) return false;
  return !parts.slice(-2).some((part) => part.includes("_"));
}

/** Punctuation at the end, a closing parenthesis too many and an entity are not part of the link. */
function trimTail(link: string): string {
  let end = link.length;
  let opened = 0;
  let closed = 0;
  for (const character of link) {
    if (character === "(") opened += 1;
    else if (character === ")") closed += 1;
  }
  while (end > 0) {
    const last = link[end - 1] ?? "";
    if (last === ")" && closed > opened) {
      closed -= 1;
      end -= 1;
    } else if (last === ";") {
      const entity = /&[A-Za-z0-9]{1,32};$/.exec(link.slice(Math.max(0, end - 40), end));
      end -= entity?.[0].length ?? 1;
    } else if (/[?!.,:*_~'"]/.test(last)) {
      end -= 1;
    } else break;
  }
  return link.slice(0, end);
}

function autolinkText(state: StateCore): void {
  for (const block of state.tokens) {
    const { children } = block;
    if (block.type !== "inline" || children === null) continue;
    let depth = 0;
    let result: Token[] | undefined;
    for (const [index, token] of children.entries()) {
      if (token.type === "link_open") depth += 1;
      else if (token.type === "link_close") depth -= 1;
      else if (token.type === "html_inline") {
        if (/^<a[\s>]/i.test(token.content)) depth += 1;
        else if (/^<\/a\s*>/i.test(token.content) && depth > 0) depth -= 1;
      }
      const parts = depth === 0 && token.type === "text" ? splitText(state, token) : undefined;
      if (parts !== undefined) (result ??= children.slice(0, index)).push(...parts);
      else result?.push(token);
    }
    if (result !== undefined) block.children = result;
  }
}

function splitText(state: StateCore, token: Token): Token[] | undefined {
  const text = token.content;
  const parts: Token[] = [];
  let done = 0;
  inText.lastIndex = 0;
  for (let match = inText.exec(text); match !== null; match = inText.exec(text)) {
    const found = match[0] === "@" ? addressAt(text, match.index, done) : wwwAt(text, match.index);
    if (found === undefined) continue;
    const label = text.slice(found.start, found.end);
    if (found.start > done) parts.push(textToken(state, token, text.slice(done, found.start)));
    const open = new state.Token("link_open", "a", 1);
    open.attrs = [["href", state.md.normalizeLink(found.prefix + label)]];
    open.info = "auto";
    const close = new state.Token("link_close", "a", -1);
    close.info = "auto";
    parts.push(open, textToken(state, token, label), close);
    done = found.end;
    inText.lastIndex = done;
  }
  if (parts.length === 0) return undefined;
  if (done < text.length) parts.push(textToken(state, token, text.slice(done)));
  return parts;
}

function wwwAt(text: string, index: number) {
  const before = text[index - 1];
  if (before !== undefined && !startsBefore.test(before)) return undefined;
  const length = linkLength(text.slice(index), 0, false);
  return length === 0 ? undefined : { start: index, end: index + length, prefix: "http://" };
}

function addressAt(text: string, at: number, done: number) {
  let start = at;
  while (start > done && addressCharacter.test(text[start - 1] ?? "")) start -= 1;
  let end = at + 1;
  while (end < text.length && domainCharacter.test(text[end] ?? "")) end += 1;
  while (end > at && text[end - 1] === ".") end -= 1;
  const domain = text.slice(at + 1, end);
  if (start === at || !domain.includes(".") || /[-_]$/.test(domain)) return undefined;
  if (text[start - 1] === "/" || domain.split(".").includes("")) return undefined;
  const scheme = /(?:^|[\s*_~(])((?:mailto|xmpp):)$/i.exec(
    text.slice(Math.max(done, start - 8), start),
  );
  if (scheme?.[1] !== undefined) {
    const isXmpp = scheme[1].toLowerCase() === "xmpp:";
    const resource = isXmpp
      ? (/^\/[A-Za-z0-9@.]+/.exec(text.slice(end, end + 200))?.[0] ?? "")
      : "";
    end += resource.replace(/\.+$/, "").length;
    return { start: start - scheme[1].length, end, prefix: "" };
  }
  return { start, end, prefix: "mailto:" };
}

function textToken(state: StateCore, like: Token, content: string): Token {
  const token = new state.Token("text", "", 0);
  token.content = content;
  token.level = like.level;
  return token;
}
