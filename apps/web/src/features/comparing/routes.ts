import { defineRoute, NoPageHere, NotFound, pagePathOf, Redirect, under } from "#routing/index.js";
import { pageHead } from "#ui/page-frame/index.js";
import {
  CompareEndsDocument,
  CompareIdsDocument,
  CompareViewDocument,
} from "./compare-view.generated.js";
import { CompareView, type ComparedPage } from "./compare-view.js";
import { compareViews, type CompareViewName } from "./compare-views.js";
import type { paintRevisions as PaintRevisions } from "./paint-revisions.js";
import { readDiff } from "./read-diff.js";

/** Where the history's plain form goes; leads on to the comparison's own address. */
export const chooseComparisonRoute = defineRoute<never>({
  path: "/:space/:path+/-/compare",
  mode: "document",
  load({ here }) {
    const base = numberOf(here.url.searchParams.get("base"));
    const head = numberOf(here.url.searchParams.get("head"));
    if (base === undefined || head === undefined) throw new NotFound("comparison");
    // Whichever way round they were chosen, a comparison reads from old to new.
    const [older, newer] = base <= head ? [base, head] : [head, base];
    throw new Redirect(`${here.url.pathname.replace(/\/$/, "")}/${older}...${newer}`, 303);
  },
  head: () => ({ title: "" }),
  View: () => null,
});

export const compareRoute = defineRoute<ComparedPage>({
  path: "/:space/:path+/-/compare/:range",
  mode: "document",
  async load({ here, params, api }) {
    const path = pagePathOf(params);
    const [from = "", to = "", ...rest] = (params["range"] ?? "").split("...");
    const [base, head] = [numberOf(from), numberOf(to)];
    if (rest.length > 0) throw new NotFound("comparison");
    if (base === undefined || head === undefined) {
      if (!isId(from) || !isId(to)) throw new NotFound("comparison");
      const ends = await api.query(CompareIdsDocument, { base: from, head: to });
      if (!ends.base || !ends.head) throw new NotFound("comparison");
      throw new Redirect(
        under(ends.head.page.url, `compare/${ends.base.number}...${ends.head.number}`),
        301,
      );
    }
    const { page } = await api.query(CompareEndsDocument, { path, base, head });
    if (!page) throw new NoPageHere(path, `/-/compare/${base}...${head}`);
    if (!page.base || !page.compared) throw new NotFound("comparison");
    const view = viewOf(here.url.searchParams.get("view"));
    const ends = { base: page.base.id, head: page.compared.id };
    const isRendered = view === "rendered";
    const { compare } = await api.query(CompareViewDocument, { ...ends, isRendered });
    if (!compare) throw new NotFound("comparison");
    const diff = readDiff(compare.diff);
    return {
      page,
      comparison: compare,
      diff,
      view,
      painting: isRendered ? await paintLazily(compare.base, compare.head, diff) : undefined,
    };
  },
  head: ({ page, comparison }) =>
    pageHead(page, {
      title: `${page.title}: ${comparison.base.number} → ${comparison.head.number}`,
      isIndexed: false,
    }),
  View: CompareView,
});

/** Markdown and HTML parsers are loaded by the first who needs them, not at every start. */
async function paintLazily(...args: Parameters<typeof PaintRevisions>) {
  const { paintRevisions } = await import("./paint-revisions.js");
  return paintRevisions(...args);
}

function viewOf(asked: string | null): CompareViewName {
  return compareViews.find((view) => view === asked) ?? "split";
}

function numberOf(text: string | null): number | undefined {
  return text !== null && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}

function isId(text: string): boolean {
  return /^rev_[0-9a-z]{26}$/.test(text);
}
