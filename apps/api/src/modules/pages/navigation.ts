import type { PageKind } from "#platform/database/index.js";
import { titleOfPath } from "../derived/index.js";

/** A page as navigation needs it. */
export interface NavigationPage {
  readonly id: string;
  readonly path: string;
  readonly kind: PageKind;
  readonly title: string;
  readonly navOrder: number | null;
}

/** A row of the tree; `page` is missing for a folder that has none of its own. */
export interface NavigationNode {
  readonly path: string;
  readonly depth: number;
  readonly title: string;
  readonly page: NavigationPage | undefined;
}

interface Folder {
  readonly path: string;
  page: NavigationPage | undefined;
  readonly children: Map<string, Folder>;
}

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/**
 * The tree that the paths make, in reading order: the start page, then among siblings those with an order by it, then
 * the others by their last segment, as documentation generators sort files.
 */
export function navigationOf(pages: readonly NavigationPage[]): NavigationNode[] {
  const root: Folder = { path: "", page: undefined, children: new Map() };
  for (const page of pages) folderAt(root, page.path).page = page;
  const nodes: NavigationNode[] = [];
  const index = root.children.get("index");
  if (index) {
    root.children.delete("index");
    appendFolder(nodes, index, 0);
  }
  appendChildren(nodes, root, 0);
  return nodes;
}

function folderAt(root: Folder, path: string): Folder {
  let folder = root;
  for (const segment of path.split("/")) {
    let child = folder.children.get(segment);
    if (!child) {
      const childPath = folder === root ? segment : `${folder.path}/${segment}`;
      child = { path: childPath, page: undefined, children: new Map() };
      folder.children.set(segment, child);
    }
    folder = child;
  }
  return folder;
}

function appendFolder(nodes: NavigationNode[], folder: Folder, depth: number): void {
  const { path, page } = folder;
  nodes.push({ path, depth, title: page?.title ?? titleOfPath(path), page });
  appendChildren(nodes, folder, depth + 1);
}

function appendChildren(nodes: NavigationNode[], folder: Folder, depth: number): void {
  for (const child of [...folder.children.values()].toSorted(compareFolders))
    appendFolder(nodes, child, depth);
}

function compareFolders(a: Folder, b: Folder): number {
  const first = a.page?.navOrder ?? Infinity;
  const second = b.page?.navOrder ?? Infinity;
  if (first !== second) return first - second;
  return collator.compare(a.path, b.path) || (a.path < b.path ? -1 : 1);
}

export interface Surroundings {
  readonly breadcrumbs: readonly NavigationNode[];
  readonly previous: NavigationNode | undefined;
  readonly next: NavigationNode | undefined;
}

/** Ancestors, and the neighbours in reading order that are pages. */
export function surroundingsOf(nodes: readonly NavigationNode[], path: string): Surroundings {
  const at = nodes.findIndex((node) => node.path === path);
  if (at < 0) return { breadcrumbs: [], previous: undefined, next: undefined };
  const isPage = (node: NavigationNode) => node.page !== undefined;
  return {
    breadcrumbs: nodes.slice(0, at).filter((node) => path.startsWith(`${node.path}/`)),
    previous: nodes.slice(0, at).findLast(isPage),
    next: nodes.slice(at + 1).find(isPage),
  };
}
