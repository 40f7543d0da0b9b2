import { defineRoute, NoPageHere, pagePathOf } from "#routing/index.js";
import { pageHead } from "#ui/page-frame/index.js";
import { HistoryView } from "./history-view.js";
import { HistoryViewDocument } from "./history-view.generated.js";

const PER_PAGE = 50;

export const historyRoute = defineRoute({
  path: "/:space/:path+/-/history",
  mode: "document",
  async load({ here, params, api }) {
    const path = pagePathOf(params);
    const after = here.url.searchParams.get("after");
    const before = here.url.searchParams.get("before");
    const { page } = await api.query(HistoryViewDocument, {
      path,
      ...(before === null ? { first: PER_PAGE, after } : { last: PER_PAGE, before }),
    });
    if (!page) throw new NoPageHere(path, "/-/history");
    return page;
  },
  head: (page) => pageHead(page, { title: `History of ${page.title}`, isIndexed: false }),
  View: HistoryView,
});
