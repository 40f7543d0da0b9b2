import { dirname, relative } from "node:path/posix";
import {
  mediaUrl,
  pageUrl,
  resolveLink,
  resolveMedia,
  rewriteLinks,
  type LinkContext,
  type MediaTarget,
  type PageTarget,
} from "@stet/markdown";

/** A page's place: its address, and the file its relative links start from. */
export interface PagePlace extends PageTarget {
  readonly defaultLocale: string;
  readonly filePath: string;
}

/** What addresses meant before a move, and where pages are after it. */
export interface LinkWorld {
  /** The page an address leads to, redirects followed. */
  pageAt(target: PageTarget): string | undefined;
  placeAfter(pageId: string): PagePlace | undefined;
  hasMedia(target: MediaTarget): boolean;
}

/** The text of a page with its links leading where they led, after it or their targets have moved. */
export function relink(
  markdown: string,
  before: LinkContext,
  after: LinkContext,
  world: LinkWorld,
): string {
  return rewriteLinks(markdown, (destination) => {
    const meant = resolveLink(destination, before);
    if (meant.kind === "media") return relinkMedia(destination, before, after, world);
    if (meant.kind !== "page") return undefined;
    return (
      relinkPage(destination, meant.candidates, after, world) ??
      relinkMedia(destination, before, after, world)
    );
  });
}

function relinkPage(
  destination: string,
  candidates: readonly PageTarget[],
  after: LinkContext,
  world: LinkWorld,
): string | undefined {
  const pageId = firstOf(candidates, (target) => world.pageAt(target));
  const place = pageId === undefined ? undefined : world.placeAfter(pageId);
  if (!place || leadsTo(destination, after, place)) return undefined;
  return forms(destination, after, place).find((form) => leadsTo(form, after, place));
}

/** Whether the first meaning of a destination is this place: then it needs no redirect and no second guess. */
function leadsTo(destination: string, from: LinkContext, place: PageTarget): boolean {
  const resolved = resolveLink(destination, from);
  const first = resolved.kind === "page" ? resolved.candidates[0] : undefined;
  return first?.path === place.path && first.space === place.space && first.locale === place.locale;
}

const pageExtension = /\.(?:md|mdx|markdown|html?)$/i;

/** Ways to write a link to a place, those most like the original first. */
function forms(destination: string, from: LinkContext, place: PagePlace): string[] {
  if (destination.startsWith("[[")) return wikiForms(destination, from, place);
  const { path, rest } = split(destination);
  const isNear = place.space === from.space && place.locale === from.locale;
  const file = relativePath(from.filePath, place.filePath);
  const address = relativePath(from.filePath, place.path);
  const near = pageExtension.test(path) ? [file] : [file.replace(pageExtension, ""), address];
  const dotted = path.startsWith("./")
    ? near.map((each) => (each.startsWith(".") ? each : `./${each}`))
    : near;
  const absolute = pageUrl(place, { defaultLocale: place.defaultLocale });
  const kept = path.startsWith("/") ? [absolute] : isNear ? [...dotted, absolute] : [absolute];
  return kept.map((form) => form + rest);
}

function wikiForms(destination: string, from: LinkContext, place: PagePlace): string[] {
  const hash = destination.indexOf("#");
  const section = hash < 0 ? "" : destination.slice(hash, -2);
  const file = place.filePath.replace(pageExtension, "");
  return [place.path, `/${place.path}`, file].flatMap((name) => {
    const near = `[[${name}${section}]]`;
    const far = `[[${place.space}:${name}${section}]]`;
    return place.space === from.space ? [near, far] : [far];
  });
}

function relinkMedia(
  destination: string,
  before: LinkContext,
  after: LinkContext,
  world: LinkWorld,
): string | undefined {
  if (destination.startsWith("[[")) return undefined;
  const meant = firstMedia(destination, before, world);
  if (!meant || isSame(firstMedia(destination, after, world), meant)) return undefined;
  const { rest } = split(destination);
  const near = meant.space === after.space ? [relativePath(after.filePath, meant.path)] : [];
  return [...near, mediaUrl(meant)]
    .map((form) => form + rest)
    .find((form) => isSame(firstMedia(form, after, world), meant) || form.startsWith("/"));
}

function firstMedia(
  destination: string,
  from: LinkContext,
  world: LinkWorld,
): MediaTarget | undefined {
  const resolved = resolveMedia(destination, from);
  return resolved.kind === "media"
    ? resolved.candidates.find((target) => world.hasMedia(target))
    : undefined;
}

function isSame(a: MediaTarget | undefined, b: MediaTarget): boolean {
  return a?.space === b.space && a.path === b.path;
}

function relativePath(fromFile: string, to: string): string {
  return relative(dirname(`/${fromFile}`), `/${to}`) || ".";
}

function split(destination: string): { path: string; rest: string } {
  const at = destination.search(/[?#]/);
  return at < 0
    ? { path: destination, rest: "" }
    : { path: destination.slice(0, at), rest: destination.slice(at) };
}

function firstOf<T, R>(items: readonly T[], pick: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const picked = pick(item);
    if (picked !== undefined) return picked;
  }
  return undefined;
}

/** Every address and file the links of a text could mean, in both places: what a `LinkWorld` has to know. */
export function targetsOf(
  markdown: string,
  contexts: readonly LinkContext[],
): { pages: PageTarget[]; media: MediaTarget[] } {
  const pages: PageTarget[] = [];
  const media: MediaTarget[] = [];
  rewriteLinks(markdown, (destination) => {
    for (const context of contexts) {
      const link = resolveLink(destination, context);
      if (link.kind === "page") pages.push(...link.candidates);
      const file = destination.startsWith("[[") ? undefined : resolveMedia(destination, context);
      if (file?.kind === "media") media.push(...file.candidates);
    }
    return undefined;
  });
  return { pages, media };
}

/** The file of a page that moved: the same name style (`index.md` in a folder, or the path's own name). */
export function movedFilePath(before: { path: string; filePath: string }, path: string): string {
  const name = before.filePath.slice(before.filePath.lastIndexOf("/") + 1);
  const extension = pageExtension.exec(name)?.[0] ?? ".md";
  const stem = name.slice(0, name.length - (pageExtension.test(name) ? extension.length : 0));
  const isFolderPage = /^(?:index|readme)$/i.test(stem) && before.path !== "index";
  return isFolderPage ? `${path}/${name}` : `${path}${extension}`;
}
