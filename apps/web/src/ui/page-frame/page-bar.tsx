import { localAddress, spaceAddress, under } from "#routing/index.js";
import { Icon } from "../icon.js";
import { NavigationButton } from "../navigation/index.js";
import type { PageFrame_PageFragment } from "./page-frame.generated.js";

export type PageTab = "read" | "edit" | "history";

/** Where a page stands, and the three things to do with it. */
export function PageBar({
  page,
  current,
  hasNavigation = false,
}: {
  page: PageFrame_PageFragment;
  current?: PageTab;
  hasNavigation?: boolean;
}) {
  return (
    <div className="page-bar">
      {hasNavigation && <NavigationButton />}
      <Breadcrumbs page={page} />
      <nav className="page-tabs" aria-label="This page">
        <Tab href={localAddress(page.url)} icon="book" isCurrent={current === "read"}>
          Read
        </Tab>
        {page.viewerCanEdit && (
          <Tab href={under(page.url, "edit")} icon="pencil" isCurrent={current === "edit"}>
            Edit
          </Tab>
        )}
        <Tab href={under(page.url, "history")} icon="clock" isCurrent={current === "history"}>
          History
        </Tab>
      </nav>
    </div>
  );
}

function Tab(props: {
  href: string;
  icon: "book" | "pencil" | "clock";
  isCurrent: boolean;
  children: string;
}) {
  return (
    <a href={props.href} aria-current={props.isCurrent ? "page" : undefined}>
      <Icon name={props.icon} />
      {props.children}
    </a>
  );
}

/** From the site down to the folder of the page; the page itself is the heading below. */
function Breadcrumbs({ page }: { page: PageFrame_PageFragment }) {
  const folders = page.breadcrumbs.filter((crumb) => crumb.path !== page.path);
  return (
    <nav className="breadcrumbs" aria-label="Breadcrumbs">
      <ol>
        <li>
          <a href={spaceAddress(page.space, page.locale)}>{page.space.name}</a>
        </li>
        {folders.map((crumb) => (
          <li key={crumb.path}>
            {crumb.url ? (
              <a href={localAddress(crumb.url)}>{crumb.title}</a>
            ) : (
              <span>{crumb.title}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
