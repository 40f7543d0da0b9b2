import {
  allowedClasses,
  htmlElements,
  isHtmlAttribute,
  removedElements,
  svgAttributeNames,
  svgNames,
  unwrappedElements,
  voidElements,
} from "./allow-list.js";
import { attributes, escapeText } from "./escape.js";
import { ownId } from "./own-id.js";
import { scanTag } from "./scan-tag.js";
import type { ScannedTag } from "./scan-tag.js";

/** What preparing needs from the page around it. */
export interface PrepareOptions {
  /** What an `<a>` carries to lead there; `undefined` when it must not. */
  link(destination: string): Record<string, string> | undefined;
  /** What an `<img>` carries to show that; `undefined` when it must not. */
  image(destination: string, alt: string): Record<string, string> | undefined;
  decode(text: string): string;
  idPrefix: string;
  /** Whether a tag, such as `<LinkCard>`, is an MDX component's on this page. */
  isComponent(tag: ScannedTag): boolean;
  problem(code: string, message: string, offset: number): void;
}

/**
 * Rewrites raw HTML so that only plain, known tags are left: everything else is escaped, unwrapped
 * or removed. This makes imported pages readable and the sanitiser's work small; it is not what
 * makes a page safe: the sanitiser, which runs afterwards on the parsed tree, is.
 */
export class HtmlPreparer {
  readonly #options: PrepareOptions;
  /** How many tags of each name are open, over all pieces of one run. */
  readonly #open = new Map<string, number>();
  #depth = 0;
  #removing = "";
  #isBlock = false;

  constructor(options: PrepareOptions) {
    this.#options = options;
  }

  /** Elements that are still open. */
  get depth(): number {
    return this.#depth;
  }

  /** Largest number of elements that may be open at once. */
  static readonly maxDepth = 100;

  /** `isBlock` says whether the HTML stands by itself and not within a line of text. */
  prepare(html: string, isBlock: boolean): string {
    this.#isBlock = isBlock;
    let result = "";
    let position = 0;
    while (position < html.length) {
      const next = html.indexOf("<", position);
      const text = next < 0 ? html.slice(position) : html.slice(position, next);
      if (this.#removing === "") result += text;
      if (next < 0) break;
      const step = this.#markup(html, next);
      result += step.html;
      position = step.end;
    }
    if (isBlock) this.finishText();
    return result;
  }

  /** Whether what follows stands inside an element that is left out. */
  get isRemoving(): boolean {
    return this.#removing !== "";
  }

  /** Ends a block or a line of text: an unclosed `<script>` takes nothing beyond it. */
  finishText(): void {
    this.#removing = "";
  }

  #markup(html: string, start: number): { html: string; end: number } {
    const special = endOfSpecial(html, start);
    if (special > 0) return { html: "", end: special };
    const tag = scanTag(html, start);
    if (tag === undefined) {
      return { html: this.#removing === "" ? "&lt;" : "", end: start + 1 };
    }
    const name = tag.name.toLowerCase();
    if (this.#removing !== "") {
      if (tag.isClosing && name === this.#removing) this.#removing = "";
      return { html: "", end: tag.end };
    }
    return { html: this.#tag(tag, name, html.slice(start, tag.end), start), end: tag.end };
  }

  #tag(tag: ScannedTag, name: string, source: string, offset: number): string {
    if (this.#options.isComponent(tag)) return this.#component(tag, offset);
    const isInSvg = (this.#open.get("svg") ?? 0) > 0;
    if (isInSvg || name === "svg") {
      const svgName = svgNames.get(name);
      if (svgName !== undefined) return this.#svgTag(tag, svgName);
      if (isInSvg && !htmlElements.has(name)) {
        if (removedElements.has(name)) return this.#remove(tag, name, offset);
        this.#report("html-not-allowed", `\`<${tag.name}>\` is not allowed in a drawing.`, offset);
        return "";
      }
    }
    if (name === "iframe") return this.#frame(tag, offset);
    if (removedElements.has(name)) return this.#remove(tag, name, offset);
    if (unwrappedElements.has(name)) {
      if (!tag.isClosing)
        this.#report("html-not-allowed", `\`<${name}>\` is shown as what it contains.`, offset);
      return "";
    }
    if (!htmlElements.has(name)) {
      if (!tag.isClosing) {
        this.#report(
          "html-unknown",
          `\`<${tag.name}>\` is no HTML element and is shown as text.`,
          offset,
        );
      }
      return escapeText(source);
    }
    if (tag.isClosing) return this.#close(name) ? `</${name}>` : "";
    if (!this.#enter(name, tag, offset)) return "";
    const closing = tag.isSelfClosing && !voidElements.has(name) ? `</${name}>` : "";
    return `<${name}${this.#htmlAttributes(tag, name)}>${closing}`;
  }

  /** Components run nowhere here; what they contain is shown, under their label. */
  #component(tag: ScannedTag, offset: number): string {
    const wrapper = this.#isBlock ? "div" : "span";
    if (tag.isClosing) return this.#close(wrapper) ? `</${wrapper}>` : "";
    const text = (name: string) => tag.attributes.find((each) => each.name === name)?.value;
    const label = escapeText(this.#options.decode(text("label") ?? text("title") ?? ""));
    const head = this.#isBlock ? `<p><strong>${label}</strong></p>` : `${label} `;
    if (tag.isSelfClosing) return label === "" ? "" : head;
    const isOpen = this.#enter(wrapper, tag, offset);
    return (isOpen ? `<${wrapper} class="component">` : "") + (label === "" ? "" : head);
  }

  #svgTag(tag: ScannedTag, name: string): string {
    if (tag.isClosing) return this.#close(name.toLowerCase()) ? `</${name}>` : "";
    if (!this.#enter(name.toLowerCase(), tag, 0)) return "";
    const values: Record<string, string> = {};
    for (const attribute of tag.attributes) {
      const known = svgAttributeNames.get(attribute.name.toLowerCase().replaceAll("-", ""));
      const value = this.#options.decode(attribute.value ?? "");
      // Paint servers of this drawing only; any other url() would fetch.
      if (known === undefined || (/url\s*\(/i.test(value) && !/^url\(#[\w-]+\)$/.test(value)))
        continue;
      values[known] = known === "id" ? this.#options.idPrefix + value : value;
    }
    if (tag.isSelfClosing) {
      this.#close(name.toLowerCase());
      return `<${name}${attributes(values)}></${name}>`;
    }
    return `<${name}${attributes(values)}>`;
  }

  #htmlAttributes(tag: ScannedTag, element: string): string {
    const values: Record<string, string | true> = {};
    for (const attribute of tag.attributes) {
      const name = attributeAliases.get(attribute.name) ?? attribute.name.toLowerCase();
      if (
        !isHtmlAttribute(element, name) ||
        (attribute.value === undefined && name !== "open" && name !== "reversed")
      )
        continue;
      const value = this.#options.decode(attribute.value ?? "");
      if (name === "class") {
        const classes = value.split(/\s+/).filter((each) => allowedClasses.test(each));
        if (classes.length > 0) values[name] = classes.join(" ");
      } else if (name === "href") {
        Object.assign(values, this.#options.link(value));
      } else if (name === "id" || name === "name") {
        values["id"] ??= this.#options.idPrefix + ownId(value);
      } else if (name === "open" || name === "reversed") values[name] = true;
      else values[name] = value;
    }
    if (element !== "img") return attributes(values);
    const { src, alt = "" } = values;
    const image = typeof src === "string" ? this.#options.image(src, String(alt)) : undefined;
    delete values["src"];
    return attributes({ ...image, alt, ...values });
  }

  /** A video or map from elsewhere becomes a link to it. */
  #frame(tag: ScannedTag, offset: number): string {
    if (tag.isClosing) return "";
    this.#remove(tag, "iframe", offset);
    const source = tag.attributes.find(({ name }) => name === "src")?.value;
    const link =
      source === undefined ? undefined : this.#options.link(this.#options.decode(source));
    if (!/^https?:/i.test(link?.["href"] ?? "")) return "";
    return `<a${attributes({ ...link })}>${escapeText(link?.["href"] ?? "")}</a>`;
  }

  #remove(tag: ScannedTag, name: string, offset: number): string {
    if (tag.isClosing) return "";
    this.#report("html-not-allowed", `\`<${name}>\` is left out.`, offset);
    const isVoid = name === "embed" || name === "frame";
    if (!tag.isSelfClosing && !isVoid) this.#removing = name;
    return "";
  }

  #enter(name: string, tag: ScannedTag, offset: number): boolean {
    if (voidElements.has(name) || (tag.isSelfClosing && !svgNames.has(name))) return true;
    if (this.#depth >= HtmlPreparer.maxDepth) {
      this.#report(
        "html-too-deep",
        `At most ${HtmlPreparer.maxDepth} HTML elements may be nested.`,
        offset,
      );
      return false;
    }
    this.#open.set(name, (this.#open.get(name) ?? 0) + 1);
    if (!closesItself.has(name)) this.#depth += 1;
    return true;
  }

  #close(name: string): boolean {
    if (voidElements.has(name)) return false;
    const open = this.#open.get(name) ?? 0;
    if (open === 0) return false;
    this.#open.set(name, open - 1);
    if (!closesItself.has(name)) this.#depth -= 1;
    return true;
  }

  #report(code: string, message: string, offset: number): void {
    this.#options.problem(code, message, offset);
  }
}

const attributeAliases = new Map([["className", "class"]]);
/** Siblings of these names close each other, so that counting them would add up. */
const closesItself = new Set([
  "p",
  "li",
  "td",
  "th",
  "tr",
  "dt",
  "dd",
  "thead",
  "tbody",
  "tfoot",
  "colgroup",
  "caption",
  "rt",
  "rp",
]);

/** Comments, declarations, processing instructions and CDATA; to the end when never closed. */
function endOfSpecial(html: string, start: number): number {
  const until = (terminator: string, from: number): number => {
    const end = html.indexOf(terminator, from);
    return end < 0 ? html.length : end + terminator.length;
  };
  if (html.startsWith("<!--", start)) {
    if (html.startsWith("<!-->", start)) return start + 5;
    if (html.startsWith("<!--->", start)) return start + 6;
    return until("-->", start + 4);
  }
  if (html.startsWith("<![CDATA[", start)) return until("]]>", start + 9);
  if (html.startsWith("<?", start)) return until("?>", start + 2);
  if (/^<![A-Za-z]/.test(html.slice(start, start + 3))) return until(">", start + 2);
  return 0;
}
