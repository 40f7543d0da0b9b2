import {
  defineRoute,
  localAddress,
  NoPageHere,
  NotFound,
  pagePathOf,
  Redirect,
  under,
  type RouteRequest,
} from "#routing/index.js";
import { pageHead } from "#ui/page-frame/index.js";
import { OldRevisionView, type OldRevision } from "./old-revision-view.js";
import { OldRevisionViewDocument } from "./old-revision-view.generated.js";
import { PageView } from "./page-view.js";
import { PageViewDocument } from "./page-view.generated.js";

export const pageRoute = defineRoute({
  path: "/:space/:path+",
  mode: "document",
  async load(request) {
    const path = pagePathOf(request.params);
    const { page } = await request.api.query(PageViewDocument, { path, locale: path.locale });
    if (!page) throw new NoPageHere(path);
    keepCanonical(request, page.url);
    return page;
  },
  head: (page) =>
    pageHead(page, {
      description: page.description,
      kind: "article",
      modifiedAt: page.updatedAt,
      source: `${localAddress(page.url)}.md`,
    }),
  View: PageView,
});

export const oldRevisionRoute = defineRoute<OldRevision>({
  path: "/:space/:path+",
  mode: "document",
  async load({ here, params, api }) {
    const path = pagePathOf(params);
    const number = revisionNumber(here.url.searchParams.get("rev"));
    if (number === undefined) throw new NotFound("revision");
    const { page } = await api.query(OldRevisionViewDocument, {
      path,
      number,
      locale: path.locale,
    });
    if (!page) throw new NoPageHere(path, `?rev=${number}`);
    if (!page.revisionByNumber) throw new NotFound(`revision ${number}`);
    return { page, revision: page.revisionByNumber };
  },
  head: ({ page, revision }) =>
    pageHead(page, { title: `${revision.title} (revision ${revision.number})`, isIndexed: false }),
  View: OldRevisionView,
});

/** `/{space}/{path}/-/raw` is the same text as `.md`; one address is enough for the bytes. */
export const rawRoute = defineRoute<never>({
  path: "/:space/:path+/-/raw",
  mode: "document",
  async load({ here, params, api }) {
    const path = pagePathOf(params);
    const { page } = await api.query(PageViewDocument, { path, locale: path.locale });
    if (!page) throw new NoPageHere(path, "/-/raw");
    throw new Redirect(`${localAddress(page.url)}.md${here.url.search}`, 302);
  },
  head: () => ({ title: "" }),
  View: () => null,
});

/** A page that moved keeps its old address alive: the reader is led on. */
export function keepCanonical({ here }: RouteRequest, url: string, rest?: string): void {
  const canonical = rest === undefined ? localAddress(url) : under(url, rest);
  if (decodeURI(here.url.pathname) !== decodeURI(canonical)) {
    throw new Redirect(canonical + here.url.search, 301);
  }
}

export function revisionNumber(text: string | null): number | undefined {
  return text !== null && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}
