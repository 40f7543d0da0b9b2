import { pageUrl, slugSegment } from "@stet/markdown";
import { storableText } from "../contract/index.js";
import { PathProblem } from "./path-problem.js";

const MAX_PATH = 500;
const MAX_SEGMENT = 150;
const MAX_DEPTH = 20;

/** An address as somebody typed it, in the form pages are stored under: for look-ups, never refuses. */
export function normalizePath(path: string): string {
  return (
    storableText(path)
      .normalize("NFC")
      .toLowerCase()
      .split("/")
      .filter((segment) => segment !== "")
      .join("/") || "index"
  );
}

/** What the path would be if it were a good one: `Host Setup!` becomes `host-setup`. */
export function slugPath(path: string): string {
  return (
    path
      .replace(/\.(md|mdx|markdown)$/i, "")
      .split("/")
      .map((segment) => slugSegment(segment.trim()))
      .filter((segment) => segment !== "")
      .join("/") || "index"
  );
}

/**
 * The path of a new or moved page: slashes at the ends off, otherwise exactly as given.
 * @throws PathProblem INVALID_INPUT (with a path that would do) or RESERVED_NAME, on `input.path`
 */
export function checkPagePath(given: string): string {
  const path = given.normalize("NFC").replace(/^\/+|\/+$/g, "");
  const segments = path.split("/");
  if (path === "")
    throw new PathProblem(
      "INVALID_INPUT",
      "Give the page a path, such as `guides/install`.",
      undefined,
    );
  if (segments.some((segment) => segment === "-")) {
    throw new PathProblem(
      "RESERVED_NAME",
      '"-" stands before the actions of a page in addresses. Name the page otherwise.',
      undefined,
    );
  }
  if (/\.(md|mdx|markdown)$/i.test(path)) {
    throw new PathProblem(
      "RESERVED_NAME",
      "A path does not end in .md: that address is the page's source.",
      slugPath(path),
    );
  }
  if (segments.length > 1 && segments.at(-1) === "index") {
    const folder = segments.slice(0, -1).join("/");
    throw new PathProblem(
      "RESERVED_NAME",
      `The page of a folder has the folder's own path: "${folder}".`,
      folder,
    );
  }
  const tooLong =
    path.length > MAX_PATH ||
    segments.length > MAX_DEPTH ||
    segments.some((segment) => segment.length > MAX_SEGMENT);
  if (tooLong) {
    throw new PathProblem(
      "INVALID_INPUT",
      `A path has at most ${MAX_PATH} characters, ${MAX_DEPTH} segments, and ${MAX_SEGMENT} characters in each.`,
      undefined,
    );
  }
  if (!segments.every((segment) => segment !== "" && slugSegment(segment) === segment)) {
    throw new PathProblem(
      "INVALID_INPUT",
      "A path is made of lower-case letters, digits, and . _ - in each segment, with / between.",
      slugPath(given),
    );
  }
  return path;
}

/** The file a page is, unless an import says otherwise. */
export function defaultFilePath(path: string): string {
  return `${path}.md`;
}

/** Absolute. */
export function pageAddress(
  siteUrl: string,
  page: { space: { key: string; defaultLocale: string }; locale: string; path: string },
): string {
  const { space, locale, path } = page;
  return (
    siteUrl + pageUrl({ space: space.key, locale, path }, { defaultLocale: space.defaultLocale })
  );
}
