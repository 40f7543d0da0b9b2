import { Candidates, indexName } from "./candidates.js";
import type { LinkContext, LinkResolution, MediaTarget, PageTarget } from "./link.js";
import { classifyUrl } from "./safe-url.js";
import { isWikiDestination, resolveWikiLink } from "./wiki-link.js";

const pageExtension = /\.(?:md|mdx|markdown|html?)$/i;
const fileExtension =
  /\.(?:png|jpe?g|gif|webp|avif|svg|ico|bmp|mp4|webm|mov|mp3|ogg|wav|flac|pdf|zip|gz|tgz|bz2|xz|zst|7z|tar|iso|img|exe|msi|deb|rpm|apk|dmg|jar|xva|ova|ovf|vhd|vmdk|qcow2|txt|log|csv|tsv|json|ya?ml|toml|xml|xsd|conf|cfg|ini|diff|patch|py|sh|ps1|js|mjs|css|c|h|rs|go|docx?|xlsx?|pptx?|od[tsp]|drawio|puml|sig|asc|sha256|sha512|crt|pem|key|pub|bin|rom|efi|repo|spec|service)$/i;

/**
 * What a destination written at `context.filePath` could mean.
 *
 * Relative destinations are read as file paths first (`./x.md`, `x.md`); without an extension they
 * are also read as URLs relative to the page's address, with and without a trailing slash, because
 * Docusaurus and others write them so. `[[Page#section]]`, brackets included, is a wiki link.
 */
export function resolveLink(destination: string, context: LinkContext): LinkResolution {
  if (isWikiDestination(destination)) return resolveWikiLink(destination, context);
  return resolveDestination(destination, context, false);
}

/** The same for an image: whatever is inside the wiki is a file. */
export function resolveMedia(destination: string, context: LinkContext): LinkResolution {
  return resolveDestination(destination, context, true);
}

function resolveDestination(
  destination: string,
  context: LinkContext,
  isMedia: boolean,
): LinkResolution {
  const url = classifyUrl(destination);
  if (url.kind !== "local") return url;
  const { path, fragment } = splitDestination(url.value);
  if (path === "") return { kind: "anchor", fragment };
  if (isMedia || fileExtension.test(path)) {
    return { kind: "media", candidates: mediaCandidates(path, context), fragment };
  }
  return { kind: "page", candidates: pageCandidates(path, context), fragment };
}

function splitDestination(destination: string): { path: string; fragment: string } {
  const hash = destination.indexOf("#");
  const beforeHash = hash < 0 ? destination : destination.slice(0, hash);
  const query = beforeHash.indexOf("?");
  const isOnlyQuery = query === 0;
  return {
    path: decode(
      query < 0 || isOnlyQuery ? beforeHash.replace(/^\?.*$/s, "") : beforeHash.slice(0, query),
    ),
    fragment: hash < 0 ? "" : decode(destination.slice(hash + 1)),
  };
}

/** Percent signs that encode nothing are kept as they are. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function pageCandidates(path: string, context: LinkContext): PageTarget[] {
  const candidates = new Candidates(context);
  const hasExtension = pageExtension.test(path);
  const file = path.replace(pageExtension, "");
  if (path.startsWith("/")) {
    addAbsolute(candidates, segmentsOf(file), context);
    return candidates.list();
  }
  const fileSegments = segmentsOf(context.filePath.replace(pageExtension, ""));
  const folder = fileSegments.slice(0, -1);
  candidates.addPath(join(folder, file));
  if (!hasExtension) {
    // As a URL: the page's own address is a folder when addresses end in a slash.
    const address = addressOf(fileSegments);
    candidates.addPath(join(address, file));
    candidates.addPath(join(address.slice(0, -1), file));
    candidates.addPath(join(fileSegments, file));
  }
  return candidates.list();
}

/** `/docs/x` where `docs` is a space is that space's page; anything else is from this space's root. */
function addAbsolute(candidates: Candidates, segments: string[], context: LinkContext): void {
  const [first, second] = segments;
  if (first !== undefined && second !== undefined && context.spaces.includes(second)) {
    const locale = first.toLowerCase();
    const known = context.locales ?? [context.defaultLocale, context.locale];
    const match = known.find((each) => each.toLowerCase() === locale);
    if (match !== undefined) candidates.addPath(segments.slice(2), second, match);
  }
  if (first !== undefined && context.spaces.includes(first)) {
    candidates.addPath(segments.slice(1), first);
  }
  candidates.addPath(segments);
}

function mediaCandidates(path: string, context: LinkContext): MediaTarget[] {
  const { space } = context;
  const targets: MediaTarget[] = [];
  const add = (target: MediaTarget) => {
    const isKnown = targets.some(
      (each) => each.space === target.space && each.path === target.path,
    );
    if (target.path !== "" && !isKnown) targets.push(target);
  };
  // Docusaurus' alias for the project's root.
  const fromRoot = path.startsWith("@site/") ? path.slice(5) : path;
  if (fromRoot.startsWith("/")) {
    const segments = join([], fromRoot);
    const [first] = segments;
    if (first !== undefined && context.spaces.includes(first)) {
      const rest = segments[1] === "-" && segments[2] === "media" ? 3 : 1;
      add({ space: first, path: segments.slice(rest).join("/") });
    }
    add({ space, path: segments.join("/") });
    add({ space, path: ["static", ...segments].join("/") });
    return targets;
  }
  const fileSegments = segmentsOf(context.filePath.replace(pageExtension, ""));
  add({ space, path: join(fileSegments.slice(0, -1), fromRoot).join("/") });
  add({ space, path: join(addressOf(fileSegments), fromRoot).join("/") });
  add({ space, path: join([], fromRoot).join("/") });
  return targets;
}

/** The segments of a page's address; a folder's own page (`index`, `README`, `a/a.md`) is the folder. */
function addressOf(fileSegments: readonly string[]): string[] {
  const last = fileSegments.at(-1) ?? "";
  const isFolder =
    indexName.test(last) || last.toLowerCase() === fileSegments.at(-2)?.toLowerCase();
  return isFolder ? fileSegments.slice(0, -1) : [...fileSegments];
}

/** Resolves dots; what climbs above the root stays at the root, as in a browser. */
function join(base: readonly string[], relative: string): string[] {
  const result = [...base];
  for (const segment of segmentsOf(relative)) {
    if (segment === "..") result.pop();
    else if (segment !== ".") result.push(segment);
  }
  return result;
}

function segmentsOf(path: string): string[] {
  return path.split("/").filter((segment) => segment !== "");
}
