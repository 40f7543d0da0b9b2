import type { MarkdownIt, StateBlock, StateInline } from "markdown-it";
import { scanTag } from "../html/index.js";
import type { ScannedTag } from "../html/index.js";
import { isComponentName, parseStateOf, reportAt } from "./parse-state.js";

const moduleLine =
  /^(?:import\s+(?:[\w*{][^"'`;]*\sfrom\s*)?["'][^"']+["']|export\s*(?:\*|\{[^}]*\})\s*from\s*["'][^"']+["'])\s*;?\s*$/;

/**
 * Docusaurus' pages are MDX. Nothing of it runs here: imports and expressions disappear, a
 * component leaves what can be read of it, and each says so in the page's problems.
 */
export function jsx(md: MarkdownIt): void {
  const interrupts = { alt: ["paragraph", "reference", "blockquote"] };
  md.block.ruler.before("html_block", "jsx_code", jsxCode, interrupts);
  md.block.ruler.before("html_block", "jsx_element", jsxElement, interrupts);
  md.block.ruler.before("html_block", "jsx_module", jsxModule);
  md.inline.ruler.before("html_inline", "jsx_inline", jsxInline);
}

/** ``<Terminal title="x">{`…`}</Terminal>``: text in a template literal is a code block. */
function jsxCode(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = lineStart(state, startLine);
  if (!isComponentStart(state, start)) return false;
  const tag = scanTag(state.src, start);
  if (tag === undefined || tag.isClosing || tag.isSelfClosing) return false;
  if (!/^\s*\{\s*`/.test(state.src.slice(tag.end, tag.end + 20))) return false;
  const literalStart = state.src.indexOf("`", tag.end) + 1;
  const closing = templateEnd(state, tag.name, literalStart);
  if (closing === undefined) return false;
  const lastLine = lineAt(state, closing.start, startLine, endLine);
  if (lastLine < 0) return false;
  if (silent) return true;
  const firstLine = lineAt(state, literalStart, startLine, endLine);
  const token = state.push("jsx_code", "code", 0);
  token.map = [startLine, lineAt(state, closing.end - 1, lastLine, endLine) + 1];
  token.content = unescapeTemplate(
    literalText(state, literalStart, closing.start, firstLine, lastLine),
  );
  token.meta = { title: attributeOf(tag, "title"), isShell: isShell(tag) };
  reportComponent(state, startLine, tag.name);
  state.line = token.map[1];
  return true;
}

/** Where the literal ends, remembered so that a page of openings is searched once. */
function templateEnd(
  state: StateBlock,
  name: string,
  from: number,
): { start: number; end: number } | undefined {
  const { components, nextTemplateEnd } = parseStateOf(state.env);
  if (!components.has(name)) return undefined;
  const known = nextTemplateEnd.get(name);
  if (known === undefined || from < known.from || from > known.start) {
    const pattern = new RegExp(
      `\`\\s{0,40}\\}\\s{0,40}</${name.replaceAll(".", "\\.")}\\s{0,40}>`,
      "g",
    );
    pattern.lastIndex = from;
    const match = pattern.exec(state.src);
    const start = match?.index ?? Infinity;
    nextTemplateEnd.set(name, { from, start, end: start + (match?.[0].length ?? 0) });
  }
  const found = nextTemplateEnd.get(name);
  return found === undefined || found.start === Infinity ? undefined : found;
}

/** A component's tag, or an HTML tag with JSX attributes, alone on its lines; or a one-line component. */
function jsxElement(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  const start = lineStart(state, startLine);
  if (state.src[start] !== "<") return comment(state, startLine, silent);
  const tag = scanTag(state.src, start);
  if (tag === undefined || !isJsxTag(state, tag)) return false;
  const line = lineAt(state, tag.end - 1, startLine, endLine);
  if (line < 0) return false;
  const rest = state.src.slice(tag.end, state.eMarks[line]).trim();
  const close = `</${tag.name}>`;
  if (rest !== "" && !(rest.endsWith(close) && rest.indexOf("<") === rest.length - close.length)) {
    return false;
  }
  if (silent) return true;
  if (isComponentName(tag.name) && !tag.isClosing) reportComponent(state, startLine, tag.name);
  state.line = line + 1;
  if (rest === "") {
    const token = state.push("jsx_tag", "", 0);
    token.map = [startLine, line + 1];
    token.content = state.src.slice(start, tag.end);
    return true;
  }
  const open = state.push("jsx_card_open", "p", 1);
  open.map = [startLine, line + 1];
  open.meta = {
    title: attributeOf(tag, "title") ?? attributeOf(tag, "label"),
    href: attributeOf(tag, "href") ?? attributeOf(tag, "to"),
  };
  const inline = state.push("inline", "", 0);
  inline.content = rest.slice(0, -close.length).trim();
  inline.map = [startLine, line + 1];
  inline.children = [];
  state.push("jsx_card_close", "p", -1);
  return true;
}

/** `{/* … *\/}` on a line of its own. */
function comment(state: StateBlock, startLine: number, silent: boolean): boolean {
  const text = lineText(state, startLine);
  if (!text.startsWith("{/*") || !/\*\/\}\s*$/.test(text)) return false;
  if (!silent) pushHidden(state, startLine, startLine + 1);
  return true;
}

function jsxModule(
  state: StateBlock,
  startLine: number,
  _endLine: number,
  silent: boolean,
): boolean {
  if (state.level > 0 || !/^(?:im|ex)port/.test(lineText(state, startLine))) return false;
  if (state.sCount[startLine] !== 0 || !moduleLine.test(lineText(state, startLine))) return false;
  if (silent) return true;
  reportAt(state.env, startLine, "mdx-module", "MDX imports and exports are left out.");
  pushHidden(state, startLine, startLine + 1);
  return true;
}

function jsxInline(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src[pos] !== "<") return false;
  const tag = scanTag(src, pos);
  if (tag === undefined || tag.end > posMax || !isJsxTag(state, tag)) return false;
  if (!silent) {
    const token = state.push("jsx_tag", "", 0);
    token.content = src.slice(pos, tag.end);
  }
  state.pos = tag.end;
  return true;
}

/** `<VmName>` in prose is a placeholder; a component is closed somewhere or closes itself. */
function isJsxTag(state: StateBlock | StateInline, tag: ScannedTag): boolean {
  if (!isComponentName(tag.name)) return tag.isJsx;
  return tag.isSelfClosing || parseStateOf(state.env).components.has(tag.name);
}

function isComponentStart(state: StateBlock, start: number): boolean {
  return state.src[start] === "<" && /[A-Z]/.test(state.src[start + 1] ?? "");
}

function reportComponent(state: StateBlock, line: number, name: string): void {
  reportAt(
    state.env,
    line,
    "mdx-component",
    `The MDX component \`<${name}>\` is shown as plain content.`,
  );
}

function pushHidden(state: StateBlock, startLine: number, endLine: number): void {
  const token = state.push("hidden", "", 0);
  token.map = [startLine, endLine];
  token.hidden = true;
  state.line = endLine;
}

function attributeOf(tag: ScannedTag, name: string): string | undefined {
  return tag.attributes.find((attribute) => attribute.name === name)?.value;
}

function isShell(tag: ScannedTag): boolean {
  return tag.attributes.some(({ name, value }) => name === "shell" && value !== "false");
}

/** The literal's lines without the indentation of the block it stands in. */
function literalText(
  state: StateBlock,
  start: number,
  end: number,
  firstLine: number,
  lastLine: number,
): string {
  const first = state.src.slice(start, Math.min(end, state.eMarks[firstLine] ?? end));
  if (firstLine === lastLine) return first;
  const middle = state.getLines(firstLine + 1, lastLine, state.blkIndent, false);
  const last = state.src.slice(lineStart(state, lastLine), end);
  const lines = firstLine + 1 < lastLine ? [first, middle, last] : [first, last];
  const text = lines
    .join("\n")
    .replace(/^[ \t]*\n/, "")
    .replace(/\n?[ \t]*$/, "");
  return `${text}\n`;
}

function unescapeTemplate(text: string): string {
  return text.replace(/\\([`$\\{}])/g, "$1").replace(/\$\{(["'])([^"'{}]*)\1\}/g, "$2");
}

function lineStart(state: StateBlock, line: number): number {
  return (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
}

function lineText(state: StateBlock, line: number): string {
  return state.src.slice(lineStart(state, line), state.eMarks[line]);
}

/** The line that holds an offset, if it is within the block that is being read. */
function lineAt(state: StateBlock, offset: number, startLine: number, endLine: number): number {
  for (let line = startLine; line < endLine; line += 1) {
    if (line > startLine && !state.isEmpty(line) && (state.sCount[line] ?? 0) < state.blkIndent)
      return -1;
    if (offset <= (state.eMarks[line] ?? 0)) return line;
  }
  return -1;
}
