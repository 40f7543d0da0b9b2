import type { Block } from "../blocks/index.js";
import type { Highlighter } from "../code/index.js";
import type { LinkContext, MediaTarget, PageTarget } from "../links/index.js";
import type { SourceProblem } from "../problem.js";

export interface MediaInfo {
  /** Where to fetch the file; without it the address follows from the first candidate. */
  url?: string;
  width?: number;
  height?: number;
}

/** Everything besides the source that the HTML depends on. */
export interface RenderContext extends LinkContext {
  /** Put before every id and fragment, for two renders on one screen. */
  idPrefix?: string;
  /** Absent means uncoloured code; the markup around it is the same. */
  highlight?: Highlighter;
  /** What is known of a media file; asked for each candidate in order until one is known. */
  mediaInfo?(target: MediaTarget): MediaInfo | undefined;
  /**
   * Which candidate exists. Absent means the first is taken on trust; `undefined` marks the link
   * as missing (`class="missing"`).
   */
  findPage?(candidates: readonly PageTarget[]): PageTarget | undefined;
}

export interface TocEntry {
  id: string;
  text: string;
  /** 2, 3 or 4. */
  level: number;
}

export interface PageLink {
  /** As in the HTML. */
  href: string;
  /** As in the source. */
  destination: string;
  candidates: PageTarget[];
  fragment: string;
  text: string;
  /** 1-based, in the whole file. */
  line: number;
}

export interface MediaUse {
  src: string;
  destination: string;
  candidates: MediaTarget[];
  /** Images: the alternative text. Links: the link's text. */
  text: string;
  isImage: boolean;
  line: number;
}

export interface ExternalLink {
  url: string;
  text: string;
  line: number;
}

/** A heading and what follows it, up to the next heading; the first may have no heading. */
export interface PageSection {
  id: string;
  heading: string;
  level: number;
  text: string;
}

export interface RenderResult {
  /** Safe to insert. Each top-level block's element carries `data-b`, its index in parseBlocks. */
  html: string;
  /** Front matter title, else the first level-1 heading, else "". */
  title: string;
  /** Whether the HTML itself starts the page with its title (a level-1 heading). */
  hasTitleHeading: boolean;
  toc: TocEntry[];
  links: PageLink[];
  media: MediaUse[];
  externalLinks: ExternalLink[];
  /** Plain text for search: code included, markup gone, one line a block. */
  text: string;
  sections: PageSection[];
  /** Front matter description, else the first paragraph, at most 200 characters. */
  description: string;
  problems: SourceProblem[];
  /** What `parseBlocks` says of the source. */
  blocks: Block[];
}
