import { localAddress, spaceAddress, type Head } from "#routing/index.js";
import type { PageFrame_PageFragment } from "./page-frame.generated.js";

/** What the head of every screen about one page has in common. */
export function pageHead(page: PageFrame_PageFragment, head: Partial<Head> = {}): Head {
  const others = page.translations.filter((translation) => translation.id !== page.id);
  const crumbs = page.breadcrumbs.filter((crumb) => crumb.url && crumb.path !== page.path);
  return {
    title: `${page.title} · ${page.space.name}`,
    canonical: localAddress(page.url),
    locale: page.locale,
    alternates:
      others.length === 0
        ? []
        : [page, ...others].map((one) => ({ locale: one.locale, href: localAddress(one.url) })),
    breadcrumbs: [
      { title: page.space.name, href: spaceAddress(page.space, page.locale) },
      ...crumbs.map((crumb) => ({ title: crumb.title, href: localAddress(crumb.url ?? page.url) })),
      { title: page.title, href: localAddress(page.url) },
    ],
    ...head,
  };
}
