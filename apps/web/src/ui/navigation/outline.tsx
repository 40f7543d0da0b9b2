import { localAddress } from "#routing/index.js";
import type { NavigationTree_EntryFragment } from "./navigation-tree.generated.js";
import { navigationTree, type NavigationNode } from "./visible-entries.js";

/** The whole table of contents of a space, everything open. */
export function Outline({ entries }: { entries: readonly NavigationTree_EntryFragment[] }) {
  const nodes = navigationTree(entries, undefined, Number.POSITIVE_INFINITY);
  const singles = nodes.filter((node) => node.children.length === 0);
  const chapters = nodes.filter((node) => node.children.length > 0);
  return (
    <div className="outline">
      {singles.length > 0 && <Rows nodes={singles} />}
      {chapters.map((node) => (
        <section key={node.entry.path} className="chapter">
          <h3 id={node.entry.path}>
            <Title node={node} />
          </h3>
          <Rows nodes={node.children} />
        </section>
      ))}
    </div>
  );
}

function Rows({ nodes }: { nodes: readonly NavigationNode[] }) {
  return (
    <ul>
      {nodes.map((node) => (
        <li key={node.entry.path} id={node.children.length > 0 ? node.entry.path : undefined}>
          <Title node={node} />
          {node.children.length > 0 && <Rows nodes={node.children} />}
        </li>
      ))}
    </ul>
  );
}

function Title({ node }: { node: NavigationNode }) {
  const { title, url } = node.entry;
  return url ? <a href={localAddress(url)}>{title}</a> : <span className="folder">{title}</span>;
}
