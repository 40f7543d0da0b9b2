import { wantedPathOf } from "./file-kind.js";
import type { Item, Place } from "./place.js";

const LONGEST = 480;

/** The address of a page at `file`: what it had there before, else what its file asks for, else the next that is free. */
export function settlePath(
  item: Item,
  file: string,
  last: Place,
  isFree: (path: string) => boolean,
): { path: string; isDisplaced: boolean } {
  if (item.kind === "media") return { path: file, isDisplaced: false };
  if (last.file === file && isFree(last.path)) return { path: last.path, isDisplaced: false };
  const wanted = wantedPathOf(file).slice(0, LONGEST);
  for (let number = 1; ; number += 1) {
    const path = number === 1 ? wanted : `${wanted}-${number}`;
    if (isFree(path)) return { path, isDisplaced: number > 1 };
  }
}
