import MarkdownItConstructor from "markdown-it";
import type { MarkdownIt } from "markdown-it";
import { autolinks } from "./autolink.js";
import { callouts } from "./callout.js";
import { footnotes } from "./footnote.js";
import { jsx } from "./jsx.js";
import { math } from "./math.js";
import { quickTokens } from "./quick-tokens.js";
import { strikethrough } from "./strikethrough.js";
import { taskLists } from "./task-list.js";
import { wikiLinks } from "./wiki-link.js";

/** Containers and inline marks nested deeper than this are left as they are. */
export const maxNesting = 100;

/** The dialect. Links of any kind are parsed; which may be followed is decided when rendering. */
export function createParser(): MarkdownIt {
  const md = new MarkdownItConstructor({ html: true, maxNesting });
  md.validateLink = () => true;
  md.use(quickTokens);
  md.use(callouts);
  md.use(footnotes);
  md.use(strikethrough);
  md.use(taskLists);
  md.use(math);
  md.use(wikiLinks);
  md.use(autolinks);
  md.use(jsx);
  return md;
}
