import type { Item, Place } from "./place.js";

/** What a commit holds: every item's place, those deleted on the way included. */
export class Tree {
  readonly #byItem: Map<Item, Place>;
  readonly #byFile: Map<string, Place>;
  readonly #byPath: Map<string, Place>;
  readonly #graves: Map<string, Place>;

  constructor(origin?: Tree) {
    this.#byItem = new Map(origin ? origin.#byItem : []);
    this.#byFile = new Map(origin ? origin.#byFile : []);
    this.#byPath = new Map(origin ? origin.#byPath : []);
    this.#graves = new Map(origin ? origin.#graves : []);
  }

  copy(): Tree {
    return new Tree(this);
  }

  place(item: Item): Place | undefined {
    return this.#byItem.get(item);
  }

  places(): IterableIterator<Place> {
    return this.#byItem.values();
  }

  at(file: string): Place | undefined {
    return this.#byFile.get(file);
  }

  pageAt(path: string): Place | undefined {
    return this.#byPath.get(path);
  }

  /** What was last deleted there. */
  graveAt(file: string): Place | undefined {
    return this.#graves.get(file);
  }

  put(place: Place): void {
    const { item } = place;
    this.lift(item);
    this.#byItem.set(item, place);
    if (!place.isLive) {
      this.#graves.set(place.file, place);
      return;
    }
    this.#graves.delete(place.file);
    this.#byFile.set(place.file, place);
    if (item.kind === "page") this.#byPath.set(place.path, place);
  }

  /** Takes an item from where it stands, so that others may stand there. */
  lift(item: Item): void {
    const before = this.#byItem.get(item);
    if (!before) return;
    if (this.#byFile.get(before.file) === before) this.#byFile.delete(before.file);
    if (this.#byPath.get(before.path) === before) this.#byPath.delete(before.path);
    if (this.#graves.get(before.file) === before) this.#graves.delete(before.file);
    this.#byItem.delete(item);
  }
}
