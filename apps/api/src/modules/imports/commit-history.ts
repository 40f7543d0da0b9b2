import type { RevisionKind } from "#platform/database/index.js";
import { fileKindOf } from "./file-kind.js";
import { MergedPlaces } from "./merged-places.js";
import { newestOf, type Item, type Place, type Version } from "./place.js";
import { settlePath } from "./settle-path.js";
import type { Tree } from "./tree.js";
import { TreeShelf } from "./tree-shelf.js";

/** A file that is there after a commit. */
export interface Put {
  readonly file: string;
  readonly blob: string;
  readonly mode: string;
  /** Where git found that the file was before. */
  readonly from?: string | undefined;
  /** What an earlier run made of it; then nothing is decided anew. */
  readonly recorded?: { readonly item: Item; readonly version: string; readonly path: string };
}

/** A commit's difference to its first parent, as far as it can be imported. */
export interface CommitStep {
  readonly sha: string;
  readonly parents: readonly string[];
  readonly puts: readonly Put[];
  readonly removes: readonly string[];
}

export interface NewVersion {
  readonly version: Version;
  readonly kind: RevisionKind;
  readonly place: Place;
}

/** A file and who stands there after a commit; `undefined` when it is gone. */
export interface Entry {
  readonly file: string;
  readonly was: Place | undefined;
  readonly now: Place | undefined;
}

export interface Outcome {
  /** Parents that were kept, distinct, in git's order. */
  readonly parents: readonly string[];
  readonly created: readonly NewVersion[];
  /** All that differs from the first parent. */
  readonly entries: readonly Entry[];
  /** The commit was left out: nothing is different. */
  readonly isDropped: boolean;
  /** Files whose page could not have the address it asks for. */
  readonly displaced: readonly Place[];
}

export interface HistoryOptions {
  readonly newId: () => string;
  /** Addresses that pages outside of this import hold. */
  readonly isReserved?: (path: string) => boolean;
  /** Leave commits out that change nothing (only a folder is imported). */
  readonly dropUnchanged?: boolean;
}

/**
 * Turns commits, parents first, into pages and files with revisions that keep git's graph.
 *
 * A page is recognised by where it stands in the parents, by git's renames, and by its file name when it comes back.
 * A merge makes a revision only when no parent's revision already says what the merge says.
 */
export class CommitHistory {
  readonly #options: HistoryOptions;
  readonly #shelf: TreeShelf;
  /** Whoever was last seen at a file, on any branch. */
  readonly #lastAt = new Map<string, Item>();
  readonly #versions = new Map<string, Version>();
  #order = 0;

  /** `children` tells how many commits will name a commit as parent, so that its tree can be let go. */
  constructor(children: (sha: string) => number, options: HistoryOptions) {
    this.#options = options;
    this.#shelf = new TreeShelf(children);
  }

  /** The state at a commit that has been applied and waits for children; the tip always is. */
  treeAt(sha: string): Tree | undefined {
    return this.#shelf.peek(sha);
  }

  apply(step: CommitStep): Outcome {
    const { base, others, parents } = this.#shelf.take(step.parents);
    const before = new Map(step.removes.map((file) => [file, base.at(file)]));
    const assigned = this.#assign(step, base, others);
    const affected = this.#affected(step, base, others, assigned);
    for (const places of affected) {
      for (const file of [
        places.base?.isLive ? places.base.file : undefined,
        places.target?.file,
      ]) {
        if (file !== undefined && !before.has(file)) before.set(file, base.at(file));
      }
    }
    const tree = affected.length > 0 ? this.#shelf.writable(base) : base;
    for (const { item } of affected) tree.lift(item);
    const created: NewVersion[] = [];
    const displaced: Place[] = [];
    for (const places of affected) this.#settle(places, tree, created, displaced);
    const entries = [...before]
      .map(([file, was]) => ({ file, was, now: tree.at(file) }))
      .filter(({ was, now }) => was !== now);
    const isDropped = this.#options.dropUnchanged === true && entries.length === 0;
    this.#shelf.put(step.sha, tree, isDropped ? parents[0] : step.sha);
    return { parents, created, entries, isDropped, displaced };
  }

  /** Which item each put is about. */
  #assign(step: CommitStep, base: Tree, others: readonly Tree[]): Map<Item, Put> {
    const gone = new Set(step.removes);
    for (const { from } of step.puts) if (from !== undefined) gone.add(from);
    const assigned = new Map<Item, Put>();
    const isFree = (item: Item) => {
      if (assigned.has(item)) return false;
      const place = base.place(item);
      return !place?.isLive || gone.has(place.file);
    };
    const rest: Put[] = [];
    for (const put of step.puts) {
      const item = put.recorded?.item ?? base.at(put.file)?.item;
      if (item) assigned.set(item, put);
      else rest.push(put);
    }
    for (const put of rest) {
      const candidates = [
        ...others.map((tree) => tree.at(put.file)?.item),
        put.from === undefined ? undefined : base.at(put.from)?.item,
        base.graveAt(put.file)?.item,
        this.#lastAt.get(put.file),
      ];
      const kind = fileKindOf(put.file);
      const known = candidates.find(
        (item) => item !== undefined && item.kind === kind && isFree(item),
      );
      assigned.set(known ?? { kind, id: this.#options.newId(), isStored: false }, put);
    }
    return assigned;
  }

  /** Everything this commit decides about; those that stay where they are first, so that they keep their address. */
  #affected(
    step: CommitStep,
    base: Tree,
    others: readonly Tree[],
    assigned: ReadonlyMap<Item, Put>,
  ): MergedPlaces[] {
    const removed = new Set(step.removes);
    for (const { from } of step.puts) if (from !== undefined) removed.add(from);
    const items = new Set<Item>();
    for (const file of removed) {
      const item = base.at(file)?.item;
      if (item && !assigned.has(item)) items.add(item);
    }
    for (const other of others) {
      for (const place of other.places()) {
        if (base.place(place.item) !== place && !assigned.has(place.item)) items.add(place.item);
      }
    }
    const all = [...items].map((item) => {
      const place = base.place(item);
      const stays = place?.isLive === true && !removed.has(place.file);
      return new MergedPlaces(item, place, others, stays ? place : undefined);
    });
    for (const [item, put] of assigned) {
      all.push(new MergedPlaces(item, base.place(item), others, put));
    }
    return all.toSorted((a, b) => a.rank - b.rank);
  }

  #settle(places: MergedPlaces, tree: Tree, created: NewVersion[], displaced: Place[]): void {
    const { item, target } = places;
    if (!target) {
      tree.put({ ...places.last, heads: newestOf(places.heads), isLive: false });
      return;
    }
    this.#lastAt.set(target.file, item);
    const recorded = target.recorded;
    if (recorded) {
      const version =
        this.#versions.get(recorded.version) ??
        this.#newVersion(recorded.version, places, target.blob);
      tree.put(
        places.sharing({
          ...placeOf(target),
          item,
          path: recorded.path,
          heads: [version],
          isLive: true,
        }),
      );
      return;
    }
    const standing = places.standing((path) => tree.pageAt(path) === undefined);
    if (standing) {
      tree.put(standing);
      return;
    }
    const version = this.#newVersion(this.#options.newId(), places, target.blob);
    const settled = settlePath(item, target.file, places.last, (path) => {
      return tree.pageAt(path) === undefined && this.#options.isReserved?.(path) !== true;
    });
    const place: Place = {
      ...placeOf(target),
      item,
      path: settled.path,
      heads: [version],
      isLive: true,
    };
    tree.put(place);
    if (settled.isDisplaced) displaced.push(place);
    created.push({ version, kind: places.kindOf(place, version), place });
  }

  #newVersion(id: string, places: MergedPlaces, blob: string): Version {
    const order = (this.#order += 1);
    const version: Version = {
      id,
      item: places.item,
      blob,
      order,
      parents: [...new Set(places.heads)],
    };
    this.#versions.set(id, version);
    return version;
  }
}

function placeOf({
  file,
  blob,
  mode,
}: Pick<Put, "file" | "blob" | "mode">): Pick<Place, "file" | "blob" | "mode"> {
  return { file, blob, mode };
}
