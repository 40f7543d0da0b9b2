import { localAddress, spaceAddress } from "#routing/index.js";
import { Icon } from "../icon.js";
import type { NavigationTree_EntryFragment } from "./navigation-tree.generated.js";
import { navigationTree, type NavigationNode } from "./visible-entries.js";

/** A space's pages, beside a page: a column where there is room, a drawer on a phone. */
export function Navigation({
  entries,
  current,
  space,
  locale,
}: {
  entries: readonly NavigationTree_EntryFragment[];
  current: string | undefined;
  space: { name: string; url: string; defaultLocale: string };
  locale: string;
}) {
  const home = spaceAddress(space, locale);
  return (
    <nav
      id="navigation"
      className="navigation"
      aria-label={`Pages of ${space.name}`}
      popover="auto"
    >
      <div className="navigation-head">
        <a className="navigation-space" href={home}>
          {space.name}
        </a>
        <button
          type="button"
          className="icon-button drawer-only"
          popoverTarget="navigation"
          popoverTargetAction="hide"
        >
          <Icon name="close" />
          <span className="visually-hidden">Close the list of pages</span>
        </button>
      </div>
      <div lang={locale}>
        <Branch nodes={navigationTree(entries, current)} home={home} />
      </div>
    </nav>
  );
}

function Branch({ nodes, home }: { nodes: readonly NavigationNode[]; home: string }) {
  return (
    <ul>
      {nodes.map((node) => (
        <li key={node.entry.path}>
          <Leaf node={node} home={home} />
          {node.children.length > 0 && (
            <details open={node.isOpen}>
              <summary>
                <Icon name="chevron" />
                <span className="visually-hidden">Pages under {node.entry.title}</span>
              </summary>
              <Branch nodes={node.children} home={home} />
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

function Leaf({ node, home }: { node: NavigationNode; home: string }) {
  const { entry } = node;
  if (entry.url) {
    return (
      <a href={localAddress(entry.url)} aria-current={node.isCurrent ? "page" : undefined}>
        {entry.title}
      </a>
    );
  }
  if (node.hasChildren && node.children.length === 0) {
    return <a href={`${home}#${encodeURIComponent(entry.path)}`}>{entry.title}</a>;
  }
  return <span className="folder">{entry.title}</span>;
}

/** Opens the drawer on a phone; without script, by the platform's popover. */
export function NavigationButton() {
  return (
    <button type="button" className="button quiet drawer-only" popoverTarget="navigation">
      <Icon name="menu" />
      Pages
    </button>
  );
}
