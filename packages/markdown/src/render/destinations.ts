import type { Token } from "markdown-it";
import { attributes } from "../html/index.js";
import { mediaUrl, pageUrl, resolveLink, resolveMedia } from "../links/index.js";
import type { LinkResolution, MediaTarget } from "../links/index.js";
import { inlineText } from "./inline-text.js";
import { report } from "./render-state.js";
import type { RenderState } from "./render-state.js";
import type { MediaInfo } from "./render-types.js";

/** What a link out of the wiki says about itself: anybody may have written it. */
const externalRelation = "nofollow ugc noopener";

/** Decides where every link and image of the page leads, and notes it. */
export function resolveDestinations(state: RenderState): void {
  let line = 0;
  for (const token of state.tokens) {
    if (token.map !== null) line = token.map[0];
    if (token.type === "inline") resolveInline(state, token.children ?? [], line);
    else if (token.type === "jsx_card_open") resolveCard(state, token, line);
  }
}

function resolveInline(state: RenderState, children: readonly Token[], startLine: number): void {
  let line = startLine;
  for (const [index, token] of children.entries()) {
    if (token.type === "softbreak" || token.type === "hardbreak") line += 1;
    else if (token.type === "image") resolveImage(state, token, line);
    else if (token.type === "link_open") {
      const end = closeOf(children, index);
      const text = inlineText(children.slice(index + 1, end));
      const target = linkTarget(state, String(token.attrGet("href") ?? ""), text, line);
      setTarget(token, target);
      const close = children[end];
      if (target === undefined && close !== undefined) close.hidden = true;
    }
  }
}

function closeOf(children: readonly Token[], open: number): number {
  let index = open + 1;
  while (index < children.length && children[index]?.type !== "link_close") index += 1;
  return index;
}

/** Cards link their title, which is an attribute and no token. */
function resolveCard(state: RenderState, token: Token, line: number): void {
  const { href, title } = token.meta ?? {};
  if (typeof href !== "string") return;
  const target = linkTarget(
    state,
    state.decode(href),
    typeof title === "string" ? title : "",
    line,
  );
  token.meta = {
    ...token.meta,
    link: target === undefined ? "" : attributes(targetAttributes(target)),
  };
}

function setTarget(token: Token, target: LinkTarget | undefined): void {
  const title = token.attrGet("title");
  token.hidden = target === undefined;
  token.attrs = target === undefined ? [] : Object.entries(targetAttributes(target));
  if (title !== null) token.attrSet("title", title);
}

/** What the `<a>` of a link carries. */
export function targetAttributes(target: LinkTarget): Record<string, string> {
  return {
    href: target.href,
    ...(target.className === undefined ? {} : { class: target.className }),
    ...(target.isExternal === true ? { rel: externalRelation } : {}),
  };
}

export interface LinkTarget {
  href: string;
  className?: string;
  isExternal?: boolean;
}

/** Where a link leads, noted among the page's links; `undefined` when it must not be followed. */
export function linkTarget(
  state: RenderState,
  destination: string,
  text: string,
  line: number,
): LinkTarget | undefined {
  const { context } = state;
  const resolution = resolveLink(destination, context);
  const fileLine = line + state.lineOffset + 1;
  switch (resolution.kind) {
    case "unsafe":
      report(
        state,
        line,
        "unsafe-link",
        "This link's scheme is not allowed; only its text is shown.",
      );
      return undefined;
    case "external":
      state.externalLinks.push({ url: resolution.url, text, line: fileLine });
      return { href: resolution.url, isExternal: true };
    case "anchor":
      return { href: anchor(state, resolution.fragment, line) };
    case "media": {
      const { src } = mediaTarget(state, resolution.candidates);
      const isImage = false;
      state.media.push({
        src,
        destination,
        candidates: resolution.candidates,
        text,
        isImage,
        line: fileLine,
      });
      return { href: src + hash(resolution.fragment) };
    }
    case "page": {
      const { candidates, fragment } = resolution;
      const found = context.findPage === undefined ? candidates[0] : context.findPage(candidates);
      const target = found ?? candidates[0];
      if (target === undefined) return undefined;
      const href = pageUrl(target, context) + hash(fragment);
      state.links.push({ href, destination, candidates, fragment, text, line: fileLine });
      return found === undefined ? { href, className: "missing" } : { href };
    }
    default:
      return undefined;
  }
}

function hash(fragment: string): string {
  return fragment === "" ? "" : `#${encodeFragment(fragment)}`;
}

function encodeFragment(fragment: string): string {
  return encodeURI(fragment.toWellFormed()).replaceAll("#", "%23");
}

/** Ids are exact, writers less so: a fragment that differs only in case is led to its heading. */
function anchor(state: RenderState, fragment: string, line: number): string {
  if (fragment === "" || fragment === "top") return `#${fragment}`;
  const lower = fragment.toLowerCase();
  const id = state.ids.has(fragment) || !state.ids.has(lower) ? fragment : lower;
  if (!state.ids.has(id)) {
    report(state, line, "missing-anchor", `Nothing on this page has the id \`${fragment}\`.`);
  }
  return `#${encodeFragment(state.idPrefix + id)}`;
}

function mediaTarget(
  state: RenderState,
  candidates: readonly MediaTarget[],
): { src: string; info: MediaInfo } {
  for (const candidate of candidates) {
    const info = state.context.mediaInfo?.(candidate);
    if (info !== undefined) return { src: info.url ?? mediaUrl(candidate), info };
  }
  const [first] = candidates;
  return { src: first === undefined ? "" : mediaUrl(first), info: {} };
}

function resolveImage(state: RenderState, token: Token, line: number): void {
  const alt = inlineText(token.children);
  const title = token.attrGet("title");
  const image = imageAttributes(state, String(token.attrGet("src") ?? ""), alt, line);
  token.hidden = image === undefined;
  token.attrs = Object.entries(image ?? {});
  if (image !== undefined && title !== null) token.attrSet("title", title);
  token.meta = { ...token.meta, alt };
}

/** What the `<img>` carries, noted among the page's media; `undefined` when it must not be fetched. */
export function imageAttributes(
  state: RenderState,
  destination: string,
  alt: string,
  line: number,
): Record<string, string> | undefined {
  const resolution: LinkResolution = resolveMedia(destination, state.context);
  const loading = { loading: "lazy", decoding: "async" };
  if (resolution.kind === "external" && /^https?:/i.test(resolution.url)) {
    // Another site need not learn what its readers read.
    return { src: resolution.url, alt, ...loading, referrerpolicy: "no-referrer" };
  }
  if (resolution.kind !== "media") {
    report(
      state,
      line,
      "unsafe-image",
      "This image's address is not allowed; its description is shown.",
    );
    return undefined;
  }
  const { candidates } = resolution;
  const { src, info } = mediaTarget(state, candidates);
  const fileLine = line + state.lineOffset + 1;
  state.media.push({ src, destination, candidates, text: alt, isImage: true, line: fileLine });
  return {
    src,
    alt,
    ...(info.width === undefined ? {} : { width: String(info.width) }),
    ...(info.height === undefined ? {} : { height: String(info.height) }),
    ...loading,
  };
}
