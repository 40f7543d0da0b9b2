import { extendBlame, joinBlames, startBlame, type Blame } from "@stet/history";

/** A revision in the graph of its page. */
export interface GraphRow {
  readonly id: string;
  readonly parentIds: readonly string[];
  readonly textHash: string;
}

interface Known {
  readonly markdown: string;
  readonly blame: Blame;
}

/**
 * Who wrote every line, while going through a page's revisions in order. Lines come from the first parent; those of a
 * merge that the first parent lacks come from the other; a text that was there before has its old authors again.
 * Remembers a text only until its last child has passed, so a long history needs no more memory than a short one.
 */
export class LineHistory {
  readonly #rows: ReadonlyMap<string, GraphRow>;
  readonly #children = new Map<string, number>();
  readonly #twins = new Map<string, number>();
  readonly #known = new Map<string, Known>();
  readonly #byText = new Map<string, Blame>();

  /** `graph`: all revisions of a page, the first first. */
  constructor(graph: readonly GraphRow[]) {
    this.#rows = new Map(graph.map((row) => [row.id, row]));
    for (const row of graph) {
      for (const parent of row.parentIds) count(this.#children, parent);
      count(this.#twins, row.textHash);
    }
  }

  /** The owners of the next revision's lines. */
  advance({ id, markdown }: { readonly id: string; readonly markdown: string }): Blame {
    const row = this.#rows.get(id);
    if (!row) throw new Error(`Revision ${id} is not in the graph of its page.`);
    const twin = this.#byText.get(row.textHash);
    const blame = twin ? { ...twin, revision: id } : this.#fromParents(row, markdown);
    for (const parent of row.parentIds)
      if (isLast(this.#children, parent)) this.#known.delete(parent);
    if (this.#children.has(id)) this.#known.set(id, { markdown, blame });
    if (isLast(this.#twins, row.textHash)) this.#byText.delete(row.textHash);
    else this.#byText.set(row.textHash, twin ?? blame);
    return blame;
  }

  #fromParents(row: GraphRow, text: string): Blame {
    const next = { id: row.id, text };
    const parents = row.parentIds.filter((parent) => this.#known.has(parent));
    const [first, ...others] = parents.map((parent) => {
      const known = this.#known.get(parent) as Known;
      return { parent, extend: () => extendBlame(known.blame, known.markdown, next) };
    });
    if (!first) return startBlame(next);
    // What a writer had before them when a save was merged is behind the head already and has nothing to add.
    const sides = others.filter(({ parent }) => !this.#isBehind(parent, first.parent));
    const blame = first.extend();
    return sides.length === 0
      ? blame
      : joinBlames(
          blame,
          sides.map((side) => side.extend()),
        );
  }

  #isBehind(ancestor: string, revision: string): boolean {
    const seen = new Set<string>();
    const waiting = [revision];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (id === ancestor) return true;
      if (seen.has(id)) continue;
      seen.add(id);
      waiting.push(...(this.#rows.get(id)?.parentIds ?? []));
    }
    return false;
  }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Counts one down; true when none is left. */
function isLast(counts: Map<string, number>, key: string): boolean {
  const left = (counts.get(key) ?? 1) - 1;
  counts.set(key, left);
  return left === 0;
}
