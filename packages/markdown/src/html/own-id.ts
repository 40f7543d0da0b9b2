/** Ids that begin so are the wiki's: its screens', its footnotes'. */
const reserved = /^(?:stet-|user-|fn-|fnref-)/;

/** An id as a writer gave it, moved out of the way only where it must be. */
export function ownId(id: string): string {
  return reserved.test(id) ? `user-${id}` : id;
}
