import type { Token } from "markdown-it";
import { hasBidiControls, parseInfo, renderCode, showBidiControls } from "../code/index.js";
import type { Highlighter } from "../code/index.js";
import { attributes, escapeText } from "../html/index.js";
import { calloutKinds, metaText } from "../syntax/index.js";
import { inlineText } from "./inline-text.js";
import type { Labels } from "./labels.js";
import { renderMath } from "./math.js";
import { report } from "./render-state.js";
import type { RenderState } from "./render-state.js";

type Rule = (state: RenderState, token: Token, index: number, tokens: readonly Token[]) => string;

/** Tokens as HTML. Raw HTML goes through the state's preparer and is not safe before sanitising. */
export function renderTokens(state: RenderState, tokens: readonly Token[]): string {
  let html = "";
  for (const [index, token] of tokens.entries()) {
    if (token.map !== null) state.line = token.map[0];
    if (state.preparer?.isRemoving === true && !isRawHtml(token)) continue;
    const rule = rules[token.type];
    html += rule === undefined ? plainTag(state, token) : rule(state, token, index, tokens);
  }
  return html;
}

/** Any element that needs nothing but its attributes. */
const plainTag: (state: RenderState, token: Token) => string = (_state, token) => {
  if (token.hidden || token.tag === "")
    return token.hidden && token.nesting === -1 && token.block ? "\n" : "";
  if (token.nesting < 0) return token.block ? `</${token.tag}>\n` : `</${token.tag}>`;
  return `<${token.tag}${attributesOf(token)}>${token.nesting === 0 && token.block ? "\n" : ""}`;
};

/** Tokens whose content is HTML as somebody wrote it. */
export function isRawHtml(token: Token): boolean {
  return token.type === "html_block" || token.type === "html_inline" || token.type === "jsx_tag";
}

function attributesOf(token: Token): string {
  return token.attrs === null ? "" : attributes(Object.fromEntries(token.attrs));
}

/** Adds to what a token already carries, its block index above all. */
function withOwn(token: Token, values: Record<string, string | number | true | undefined>): string {
  return attributes({ ...values, ...Object.fromEntries(token.attrs ?? []) });
}

const rules: Readonly<Record<string, Rule>> = {
  inline(state, token) {
    const html = renderTokens(state, token.children ?? []);
    state.preparer?.finishText();
    const task = token.meta?.["task"];
    if (task === undefined) return html;
    const box = attributes({
      type: "checkbox",
      disabled: true,
      checked: task === "done" ? true : undefined,
    });
    return `<label><input${box}> ${html}</label>`;
  },
  text: (_state, token) => escapeText(token.content),
  softbreak: () => "\n",
  hardbreak: () => "<br>\n",
  code_inline(_state, token) {
    const html = escapeText(token.content);
    return `<code>${hasBidiControls(html) ? showBidiControls(html) : html}</code>`;
  },

  heading_open(state, token, index, tokens) {
    const id = state.idPrefix + metaText(token, "id");
    const open = `<${token.tag}${withOwn(token, { id })}>`;
    const inline = tokens[index + 1];
    return hasLink(inline) || isEmpty(inline)
      ? open
      : `${open}<a${attributes({ class: "anchor", href: `#${encodeURI(id.toWellFormed())}` })}>`;
  },
  heading_close(state, token, index, tokens) {
    const inline = tokens[index - 1];
    if (isEmpty(inline)) return `</${token.tag}>\n`;
    if (!hasLink(inline)) return `</a></${token.tag}>\n`;
    // Links do not nest: the anchor stands after the text.
    const id = metaText(tokens[index - 2] ?? token, "id");
    const label = inlineText(inline?.children ?? null);
    return ` <a${attributes({ class: "anchor", href: `#${encodeURI((state.idPrefix + id).toWellFormed())}`, "aria-label": label })}>#</a></${token.tag}>\n`;
  },

  fence(state, token) {
    const info = parseInfo(token.info);
    if (info.language === "math") return displayMath(state, token);
    return `${renderCode({
      code: token.content,
      language: languageName(info.language),
      title: info.attributes["title"] ?? info.attributes["file"],
      outer: Object.fromEntries(token.attrs ?? []),
      highlight: budgeted(state, token.content),
    })}\n`;
  },
  code_block: (state, token) =>
    `${renderCode({ code: token.content, language: "", outer: Object.fromEntries(token.attrs ?? []) })}\n`,
  jsx_code(state, token) {
    const title = metaText(token, "title");
    return `${renderCode({
      code: token.content,
      language: token.meta?.["isShell"] === true ? "bash" : "",
      title: title === "" ? undefined : title,
      outer: Object.fromEntries(token.attrs ?? []),
      highlight: budgeted(state, token.content),
    })}\n`;
  },
  math_inline: (state, token) => formula(state, token, token.meta?.["isDisplay"] === true),
  math_block: displayMath,

  image(_state, token) {
    return token.hidden ? escapeText(metaText(token, "alt")) : `<img${attributesOf(token)}>`;
  },

  table_open(state, token, index, tokens) {
    const label = tableLabel(state.labels, tokens, index);
    return `<div${withOwn(token, { class: "table", role: "region", tabindex: 0, "aria-label": label })}><table>\n`;
  },
  table_close: () => "</table></div>\n",
  th_open: (_state, token) => cell(token),
  td_open: (_state, token) => cell(token),

  callout_open(state, token, index, tokens) {
    const kind = metaText(token, "kind");
    const open = `<div${withOwn(token, { class: `callout ${kind}`, role: "note" })}>\n`;
    if (tokens[index + 1]?.type === "callout_title_open") return open;
    const label = state.labels[calloutKinds.find((each) => each === kind) ?? "note"];
    return `${open}<p class="callout-title">${escapeText(label)}</p>\n`;
  },
  callout_title_open: () => '<p class="callout-title">',

  footnote_reference(state, token) {
    const label = metaText(token, "label");
    const number = metaText(token, "number");
    const id = referenceId(state, label, Number(token.meta?.["reference"]));
    const href = `#${encodeURI(footnoteId(state, label))}`;
    return `<sup><a${attributes({ id, class: "footnote", href })}>${number}</a></sup>`;
  },
  footnotes_open: (state) =>
    `<section${attributes({ class: "footnotes", "aria-label": state.labels.footnotes })}>\n<ol>\n`,
  footnotes_close: () => "</ol>\n</section>\n",
  footnote_open: (state, token) =>
    `<li${withOwn(token, { id: footnoteId(state, metaText(token, "label")) })}>\n`,
  footnote_back(state, token) {
    let html = "";
    const count = Number(token.meta?.["references"]);
    for (let reference = 1; reference <= Math.min(count, 50); reference += 1) {
      const href = `#${encodeURI(referenceId(state, metaText(token, "label"), reference))}`;
      const label =
        count === 1 ? state.labels.backToText : `${state.labels.backToText} (${reference})`;
      html += ` <a${attributes({ class: "footnote-back", href, "aria-label": label })}>↩</a>`;
    }
    return html;
  },

  html_block: (state, token) => prepareHtml(state, token, true),
  html_inline: (state, token) => prepareHtml(state, token, false),
  jsx_tag: (state, token) => prepareHtml(state, token, token.map !== null),
  jsx_card_open(state, token) {
    const open = `<p${withOwn(token, { class: "component" })}>`;
    const title = escapeText(state.decode(metaText(token, "title")));
    const link = metaText(token, "link");
    if (title === "") return open;
    return `${open}${link === "" ? title : `<a${link}>${title}</a>`} `;
  },
  reference_definition: () => "",
  hidden: () => "",
};

/** A comment marks where a block's HTML starts; sanitising moves the index to the element. */
function prepareHtml(state: RenderState, token: Token, isBlock: boolean): string {
  // Without a preparer the part is shown, not parsed: it nests too deeply.
  if (state.preparer === undefined) return escapeText(token.content);
  const block = token.attrGet("data-b");
  const html = state.preparer.prepare(token.content, isBlock);
  return (block === null ? "" : `<!--b:${block}-->`) + html + (isBlock ? "\n" : "");
}

function budgeted(state: RenderState, code: string): Highlighter | undefined {
  state.highlightBudget -= code.length;
  return state.highlightBudget < 0 ? undefined : state.context.highlight;
}

function displayMath(state: RenderState, token: Token): string {
  return `<div${withOwn(token, { class: "math" })}>${formula(state, token, true)}</div>\n`;
}

function formula(state: RenderState, token: Token, isDisplay: boolean): string {
  const { html, error } = renderMath(token.content, isDisplay);
  if (error !== undefined) report(state, state.line, "math", error);
  return html;
}

/** Aligned by an attribute: a style would not pass the wiki's content security policy. */
function cell(token: Token): string {
  const align = /^text-align:(\w+)$/.exec(String(token.attrGet("style") ?? ""))?.[1];
  return `<${token.tag}${attributes({ align, dir: token.attrGet("dir") ?? undefined })}>`;
}

/** Regions need different names; a table's columns name it. */
function tableLabel(labels: Labels, tokens: readonly Token[], index: number): string {
  const heads: string[] = [];
  for (let at = index; at < tokens.length && tokens[at]?.type !== "thead_close"; at += 1) {
    const token = tokens[at];
    const text = token?.type === "inline" ? inlineText(token.children).trim() : "";
    if (text !== "") heads.push(text);
  }
  const columns = heads.join(", ");
  const short = columns.length > 80 ? `${columns.slice(0, 79).trimEnd()}…` : columns;
  return short === "" ? labels.table : `${labels.table}: ${short}`.toWellFormed();
}

function hasLink(inline: Token | undefined): boolean {
  return inline?.children?.some(({ type }) => linkTypes.has(type)) === true;
}

function isEmpty(inline: Token | undefined): boolean {
  return inline === undefined || inlineText(inline.children).trim() === "";
}

const linkTypes = new Set(["link_open", "html_inline", "jsx_tag", "footnote_reference"]);

function languageName(language: string): string {
  return /^[\w+#.-]{1,40}$/.test(language) ? language : "";
}

function footnoteId(state: RenderState, label: string): string {
  return `${state.idPrefix}fn-${label}`.toWellFormed();
}

function referenceId(state: RenderState, label: string, reference: number): string {
  const suffix = reference > 1 ? `-${reference}` : "";
  return `${state.idPrefix}fnref-${label}${suffix}`.toWellFormed();
}
