import { defineRoute, NoPageHere, NotFound, pagePathOf } from "#routing/index.js";
import { pageHead } from "#ui/page-frame/index.js";
import { BlameViewDocument } from "./blame-view.generated.js";
import { BlameView, type BlamedPage } from "./blame-view.js";

export const blameRoute = defineRoute<BlamedPage>({
  path: "/:space/:path+/-/blame",
  mode: "document",
  async load({ here, params, api }) {
    const path = pagePathOf(params);
    const asked = here.url.searchParams.get("rev");
    if (asked !== null && !/^[1-9]\d{0,8}$/.test(asked)) throw new NotFound("revision");
    const variables = { path, number: Number(asked ?? 1), isOld: asked !== null };
    const { page } = await api.query(BlameViewDocument, variables);
    if (!page) throw new NoPageHere(path, `/-/blame${here.url.search}`);
    const revision = asked === null ? page.head : page.revisionByNumber;
    if (!revision?.blame || revision.markdown === undefined) throw new NotFound("revision");
    const { number, markdown, blame } = revision;
    return { page, revision: { number, markdown, blame } };
  },
  head: ({ page }) => pageHead(page, { title: `Authors of ${page.title}`, isIndexed: false }),
  View: BlameView,
});
