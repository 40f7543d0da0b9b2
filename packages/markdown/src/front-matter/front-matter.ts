import type { SourceProblem } from "../problem.js";

export type JsonValue =
  | null
  | boolean
  | number
  | string
  | JsonValue[]
  | { [key: string]: JsonValue };

export const pageKinds = ["PAGE", "GUIDE", "POST"] as const;
export type PageKind = (typeof pageKinds)[number];

/** What the wiki understands of a page's front matter; the rest stays in `raw`. */
export interface FrontMatter {
  title?: string;
  description?: string;
  kind?: PageKind;
  tags?: string[];
  slug?: string;
  /** Position among siblings; `sidebar_position` is read as well. */
  order?: number;
  /** Shorter title for navigation; `sidebar_label` is read as well. */
  label?: string;
  /** Every key as written, as JSON values. Empty when the front matter could not be read. */
  raw: Record<string, JsonValue>;
}

export interface FrontMatterResult {
  data: FrontMatter;
  problems: SourceProblem[];
  /** Offset of the first character after the closing fence's line; 0 without front matter. */
  bodyStart: number;
}
