import type { FileKind } from "./file-kind.js";

/** A page or a media file as the import knows it: what stays the same while its text, name and place change. */
export interface Item {
  readonly kind: FileKind;
  readonly id: string;
  /** Stood in the database before this run began. */
  readonly isStored: boolean;
}

/** A revision of a page or a version of a media file. */
export interface Version {
  readonly id: string;
  readonly item: Item;
  /** The git object with its bytes. */
  readonly blob: string;
  /** Ascends in the order of processing, over all items: a parent's is always smaller. */
  readonly order: number;
  readonly parents: readonly Version[];
}

/** Where an item is in one commit, or was when it was deleted. Never changed; a change makes a new one. */
export interface Place {
  readonly item: Item;
  readonly file: string;
  /** The page's address; for media the file. */
  readonly path: string;
  readonly blob: string;
  readonly mode: string;
  /** One for what is there; a deleted item may have several that nobody joined. */
  readonly heads: readonly Version[];
  readonly isLive: boolean;
}

/** Whether `version` is `ancestor` or comes after it. */
export function descendsFrom(version: Version, ancestor: Version): boolean {
  const seen = new Set<Version>();
  const waiting = [version];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next === ancestor) return true;
    if (next.order <= ancestor.order || seen.has(next)) continue;
    seen.add(next);
    waiting.push(...next.parents);
  }
  return false;
}

/** The versions among `versions` that no other one of them descends from, in the order given. */
export function newestOf(versions: readonly Version[]): Version[] {
  const distinct = [...new Set(versions)];
  if (distinct.length < 2) return distinct;
  return distinct.filter(
    (each) => !distinct.some((other) => other !== each && descendsFrom(other, each)),
  );
}
