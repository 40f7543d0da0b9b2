import type { Api } from "#api/index.js";
import {
  compilePath,
  localAddress,
  NoPageHere,
  NotFound,
  pagePathOf,
  Redirect,
  type Here,
} from "#routing/index.js";
import { OldRevisionSourceDocument, PageSourceDocument } from "./page-source.generated.js";
import { revisionNumber } from "./routes.js";

const matchPage = compilePath("/:space/:path+");

/** The exact text of a page or of one of its revisions. */
export async function renderSource(
  here: Here,
  api: Api,
): Promise<{ status: number; headers: Record<string, string>; body: string }> {
  const params = matchPage(here.url.pathname.slice(0, -".md".length));
  if (!params) throw new NotFound("source");
  const path = pagePathOf(params);
  const asked = here.url.searchParams.get("rev");
  const source = asked === null ? await headSource(api, path) : await oldSource(api, path, asked);
  const address = `${localAddress(source.url)}.md`;
  if (decodeURI(address) !== decodeURI(here.url.pathname))
    throw new Redirect(address + here.url.search, 301);
  return {
    status: 200,
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "content-disposition": "inline",
      "x-content-type-options": "nosniff",
      "x-robots-tag": "noindex",
      etag: `"${source.contentHash}"`,
      link: `<${new URL(localAddress(source.url), here.site.url).href}>; rel="canonical"`,
    },
    body: source.markdown,
  };
}

async function headSource(api: Api, path: ReturnType<typeof pagePathOf>) {
  const { page } = await api.query(PageSourceDocument, { path });
  if (!page) throw new NoPageHere(path, ".md");
  return { url: page.url, markdown: page.markdown, contentHash: page.head.contentHash };
}

async function oldSource(api: Api, path: ReturnType<typeof pagePathOf>, asked: string) {
  const number = revisionNumber(asked);
  if (number === undefined) throw new NotFound("revision");
  const { page } = await api.query(OldRevisionSourceDocument, { path, number });
  if (!page) throw new NoPageHere(path, `.md?rev=${number}`);
  if (!page.revisionByNumber) throw new NotFound(`revision ${number}`);
  const { markdown, contentHash } = page.revisionByNumber;
  return { url: page.url, markdown, contentHash };
}
