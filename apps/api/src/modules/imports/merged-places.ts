import type { RevisionKind } from "#platform/database/index.js";
import { newestOf, type Item, type Place, type Version } from "./place.js";
import type { Put } from "./commit-history.js";
import type { Tree } from "./tree.js";

type Target = Pick<Put, "file" | "blob" | "mode" | "recorded">;

/** One item in a commit: where its parents have it, and where the commit wants it. */
export class MergedPlaces {
  readonly #places: readonly Place[];

  constructor(
    readonly item: Item,
    readonly base: Place | undefined,
    others: readonly Tree[],
    /** `undefined` when the commit does not have it. */
    readonly target: Target | undefined,
  ) {
    const places = [base, ...others.map((tree) => tree.place(item))];
    this.#places = [...new Set(places.filter((place) => place !== undefined))];
  }

  /** The deleted are settled first, then who stays at its file, then who arrives. */
  get rank(): number {
    if (!this.target) return 0;
    return this.base?.isLive === true && this.base.file === this.target.file ? 1 : 2;
  }

  /** The place in the first parent that knows the item. */
  get last(): Place {
    const [place] = this.#places;
    if (place) return place;
    return { ...NOWHERE, item: this.item };
  }

  /** The parents' revisions, in git's order. */
  get heads(): Version[] {
    return this.#places.flatMap((place) => place.heads);
  }

  /** A parent's place that already says all that the commit says, newer than every other parent's. */
  standing(isFree: (path: string) => boolean): Place | undefined {
    const { target } = this;
    const newest = newestOf(this.heads);
    const [head] = newest;
    if (!target || newest.length !== 1) return undefined;
    const same = this.#places.find(
      (place) =>
        place.isLive &&
        place.heads[0] === head &&
        place.file === target.file &&
        place.blob === target.blob &&
        (place.item.kind === "media" || isFree(place.path)),
    );
    return same && same.mode !== target.mode ? { ...same, mode: target.mode } : same;
  }

  /** A parent's place that is the same as `place`, so that equal places stay one object; else `place`. */
  sharing(place: Place): Place {
    const same = this.#places.find(
      (each) =>
        each.isLive &&
        each.heads[0] === place.heads[0] &&
        each.file === place.file &&
        each.path === place.path &&
        each.blob === place.blob &&
        each.mode === place.mode,
    );
    return same ?? place;
  }

  kindOf(place: Place, version: Version): RevisionKind {
    const { last } = this;
    if (version.parents.length === 0) return "CREATE";
    if (!this.#places.some((each) => each.isLive)) return "RESTORE";
    if (version.parents.length > 1) return "MERGE";
    return last.file !== place.file || last.path !== place.path ? "MOVE" : "EDIT";
  }
}

const NOWHERE = { file: "", path: "", blob: "", mode: "", heads: [], isLive: false } as const;
