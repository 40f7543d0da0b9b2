const tails = new Map<string, Promise<unknown>>();

/**
 * Runs work on one page after the other in this process. Writers in other processes are met by the check of the head;
 * this only saves the rendering that a lost race would waste.
 */
export async function inTurn<T>(pageId: string, work: () => Promise<T>): Promise<T> {
  const before = tails.get(pageId);
  const turn = (async () => {
    // Whether the one before succeeded is its own caller's business.
    await before?.catch(() => {});
    return work();
  })();
  tails.set(pageId, turn);
  try {
    return await turn;
  } finally {
    if (tails.get(pageId) === turn) tails.delete(pageId);
  }
}
