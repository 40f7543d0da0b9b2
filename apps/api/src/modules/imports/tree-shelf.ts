import { Tree } from "./tree.js";

interface Shelved {
  readonly tree: Tree;
  /** The commit this one stands for in the kept graph; `undefined` before the first kept one. */
  readonly kept: string | undefined;
  children: number;
}

/** Keeps the trees of commits whose children are still to come; a tree nobody waits for is changed in place. */
export class TreeShelf {
  readonly #children: (sha: string) => number;
  readonly #shelved = new Map<string, Shelved>();
  /** How many commits still need a tree. */
  readonly #uses = new Map<Tree, number>();

  constructor(children: (sha: string) => number) {
    this.#children = children;
  }

  peek(sha: string): Tree | undefined {
    return this.#shelved.get(sha)?.tree;
  }

  /** The trees of a commit's parents, the first one apart. Unknown parents (a shallow clone's edge) count as none. */
  take(shas: readonly string[]): { base: Tree; others: Tree[]; parents: string[] } {
    const trees: Tree[] = [];
    const parents = new Set<string>();
    for (const sha of shas) {
      const shelved = this.#shelved.get(sha);
      if (!shelved) continue;
      trees.push(shelved.tree);
      if (shelved.kept !== undefined) parents.add(shelved.kept);
      this.#uses.set(shelved.tree, (this.#uses.get(shelved.tree) ?? 0) - 1);
      shelved.children -= 1;
      if (shelved.children === 0) this.#shelved.delete(sha);
    }
    const [base = new Tree(), ...rest] = trees;
    for (const tree of trees) if ((this.#uses.get(tree) ?? 0) <= 0) this.#uses.delete(tree);
    const others = [...new Set(rest)].filter((tree) => tree !== base);
    return { base, others, parents: [...parents] };
  }

  /** The same tree when nobody else waits for it, else a copy. */
  writable(tree: Tree): Tree {
    return this.#uses.has(tree) ? tree.copy() : tree;
  }

  put(sha: string, tree: Tree, kept: string | undefined): void {
    // The tip has no children, and is asked for at the end.
    const children = Math.max(this.#children(sha), 1);
    this.#shelved.set(sha, { tree, kept, children });
    this.#uses.set(tree, (this.#uses.get(tree) ?? 0) + children);
  }
}
