export type ProblemCode =
  | "NAME_NOT_UTF8"
  | "UNSAFE_PATH"
  | "SYMLINK"
  | "SUBMODULE"
  | "LFS_POINTER"
  | "NOT_UTF8"
  | "NUL_BYTE"
  | "TOO_LARGE"
  | "MISSING_OBJECT"
  | "PATH_TAKEN"
  | "DIALECT"
  | "FRONT_MATTER"
  | "EDIT_CONFLICT";

/** Something that did not come over as it was; nothing here stops an import. */
export interface ImportProblem {
  readonly sha: string;
  readonly file: string;
  /** 1-based; 0 for the file as a whole. */
  readonly line: number;
  readonly code: ProblemCode;
  readonly message: string;
}

/** `a1b2c3d4 docs/x.md:12: …`, as compilers write it. */
export function describeProblem(problem: ImportProblem): string {
  const place = problem.line > 0 ? `${problem.file}:${problem.line}` : problem.file;
  return `${problem.sha.slice(0, 10)} ${place}: ${problem.message}`;
}
