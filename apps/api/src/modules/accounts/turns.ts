/** Lets work of the same key run one after the other in this process; work of other keys runs beside it. */
export class Turns {
  readonly #queues = new Map<string, { waiting: number; last: Promise<unknown> }>();

  /** `refuse` is called instead of queueing when `most` wait already. */
  async run<T>(
    key: string,
    work: () => Promise<T>,
    limit: { most: number; refuse: () => never },
  ): Promise<T> {
    const queue = this.#queues.get(key) ?? { waiting: 0, last: Promise.resolve() };
    if (queue.waiting >= limit.most) limit.refuse();
    this.#queues.set(key, queue);
    queue.waiting += 1;
    const turn = queue.last.then(work);
    // Whoever comes next waits for the end, not for success.
    queue.last = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      queue.waiting -= 1;
      if (queue.waiting === 0) this.#queues.delete(key);
    }
  }
}
