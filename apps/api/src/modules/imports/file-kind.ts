import { pagePathOf } from "@stet/markdown";

/** What a file of a repository becomes. */
export type FileKind = "page" | "media";

const MARKDOWN = /\.(?:md|markdown|mdx)$/i;
/** Texts in another language than Markdown that still are documentation. Their links are written without them. */
const DIALECT = /\.(?:mdx|html?|rst|adoc|asciidoc)$/i;

/** `.txt` stays a file: links to it mean the file, and most of them are logs and lists, not pages. */
export function fileKindOf(file: string): FileKind {
  return MARKDOWN.test(file) || DIALECT.test(file) ? "page" : "media";
}

/** "mdx", "html", … for a text that is kept but not understood as what it is; `undefined` for Markdown. */
export function dialectOf(file: string): string | undefined {
  return DIALECT.exec(file)?.[0].slice(1).toLowerCase();
}

/** The address a file's page asks for; it may be taken. */
export function wantedPathOf(file: string): string {
  const path = pagePathOf(dialectOf(file) === undefined ? file : file.replace(DIALECT, ""));
  // `x.md` is the address of x's source, and a folder's page has the folder's address.
  return path.replace(/(?:\.(?:md|mdx|markdown)|\/index)+$/i, "") || "index";
}

/** Why a file cannot have a place in a space; `undefined` when it can. */
export function unsafePathReason(file: string): string | undefined {
  if (file.length > 500) return "the path is longer than 500 characters";
  // oxlint-disable-next-line no-control-regex -- exactly these are refused
  if (/[\u0000-\u001f\u007f]/.test(file)) return "the path contains control characters";
  if (file.startsWith("/") || file.includes("\\")) return "the path leaves the folder";
  const segments = file.split("/");
  if (segments.some((segment) => segment === ".." || segment === "." || segment === "")) {
    return "the path leaves the folder";
  }
  if (segments.some((segment) => segment === "-")) {
    return 'a folder or file named "-" would hide the pages\' actions';
  }
  // Only a made-up history has such files, and git refuses to check them out: an export would fail.
  if (segments.some(isGitsOwn)) return "the folder .git belongs to git";
  return undefined;
}

/** As git judges it: in any case, with characters that some file systems leave out, or by its short name. */
function isGitsOwn(segment: string): boolean {
  const seen = segment.replace(/\p{Cf}/gu, "").replace(/[. ]+$/, "");
  return /^(?:\.git|git~\d+)$/i.test(seen);
}
