/** A page by its place; `path` is made of slugs, without leading slash or extension. */
export interface PageTarget {
  space: string;
  locale: string;
  path: string;
}

/** A file by its place within a space, as stored (not slugged). */
export interface MediaTarget {
  space: string;
  path: string;
}

/** Where a source lives, and what is around it: all that the meaning of a link depends on. */
export interface LinkContext {
  space: string;
  locale: string;
  defaultLocale: string;
  /** The page's file within its space and locale, e.g. `guides/foo.md` or `guides/index.md`. */
  filePath: string;
  /** Keys of the wiki's spaces. */
  spaces: readonly string[];
  /** Locales the wiki speaks; makes `/de/docs/install` readable as a German page. */
  locales?: readonly string[];
}

/** What a destination could mean, best guess first; which guess exists is for the caller to find. */
export type LinkResolution =
  | { kind: "page"; candidates: PageTarget[]; fragment: string }
  | { kind: "media"; candidates: MediaTarget[]; fragment: string }
  | { kind: "external"; url: string }
  | { kind: "anchor"; fragment: string }
  | { kind: "unsafe" };
