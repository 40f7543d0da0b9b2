import type { NavigationTree_EntryFragment } from "./navigation-tree.generated.js";

export interface NavigationNode {
  entry: NavigationTree_EntryFragment;
  children: NavigationNode[];
  /** Has children, sent or not. */
  hasChildren: boolean;
  isOpen: boolean;
  isCurrent: boolean;
}

// A whole tree of this many entries costs about 5 kB compressed; beyond it only the open branch is sent.
const WHOLE_TREE = 150;

/**
 * The tree as a page at `current` shows it: the branch to the page is open. In a large space the
 * other branches are left out, and their folders link to the space's table of contents.
 */
export function navigationTree(
  entries: readonly NavigationTree_EntryFragment[],
  current: string | undefined,
  limit = WHOLE_TREE,
): NavigationNode[] {
  const isPruned = entries.length > limit;
  const roots: NavigationNode[] = [];
  const stack: NavigationNode[] = [];
  for (const entry of entries) {
    while (stack.length > 0 && !isInside(entry.path, stack.at(-1)?.entry.path)) stack.pop();
    const parent = stack.at(-1);
    if (parent) parent.hasChildren = true;
    const isOpen = isInside(current, entry.path) || current === entry.path;
    const node = {
      entry,
      children: [],
      hasChildren: false,
      isOpen,
      isCurrent: current === entry.path,
    };
    stack.push(node);
    if (!parent) roots.push(node);
    else if (!isPruned || parent.isOpen) parent.children.push(node);
  }
  return roots;
}

function isInside(path: string | undefined, folder: string | undefined): boolean {
  return path !== undefined && folder !== undefined && path.startsWith(`${folder}/`);
}
