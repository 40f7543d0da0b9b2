/** Something in a source that its writer should know about. Nothing here ever stops a render. */
export interface SourceProblem {
  /** Stable, kebab-case, e.g. `front-matter-duplicate-key`. */
  code: string;
  message: string;
  /** 1-based, in the whole file, front matter included. */
  line: number;
  /** 1-based UTF-16 column. */
  column: number;
  severity: "error" | "warning";
}
