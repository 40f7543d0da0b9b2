import type { Env, Token } from "markdown-it";
import type { HtmlPreparer } from "../html/index.js";
import type { SourceProblem } from "../problem.js";
import type { Labels } from "./labels.js";
import type { ExternalLink, MediaUse, PageLink, RenderContext, TocEntry } from "./render-types.js";

/** One page while it is rendered. */
export interface RenderState {
  readonly context: RenderContext;
  readonly env: Env;
  readonly labels: Labels;
  readonly idPrefix: string;
  readonly problems: SourceProblem[];
  /** Lines of the file before the body. */
  readonly lineOffset: number;
  readonly tokens: readonly Token[];
  /** Ids of headings and footnotes, unprefixed. */
  readonly ids: Set<string>;
  readonly toc: TocEntry[];
  readonly links: PageLink[];
  readonly media: MediaUse[];
  readonly externalLinks: ExternalLink[];
  readonly decode: (text: string) => string;
  /** Code of this page that may still be coloured, in UTF-16 units. */
  highlightBudget: number;
  /** Set while a part with raw HTML in it is rendered. */
  preparer: HtmlPreparer | undefined;
  /** 0-based line of the body that is being rendered, for problems. */
  line: number;
}

export function report(state: RenderState, line: number, code: string, message: string): void {
  state.problems.push({
    code,
    message,
    line: line + state.lineOffset + 1,
    column: 1,
    severity: "warning",
  });
}
