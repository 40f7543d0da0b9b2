/** How many operations of one address may have run for long already, and how many may run at all. */
const MOST_SLOW = 20;
const SLOW_MS = 1_000;
const MOST = 256;

interface Running {
  readonly since: number;
}

/**
 * Operations under way by address. Quick ones are never in each other's way, however many come at once; who keeps the
 * process busy with slow ones has to wait for them. Remembers an address only while something of it runs.
 */
export class UnderWay {
  readonly #byAddress = new Map<string, Set<Running>>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** What to call when the operation has ended; `undefined` when it is not to be begun. */
  enter(address: string): (() => void) | undefined {
    const since = this.now();
    const running = this.#byAddress.get(address) ?? new Set();
    if (isFull(running, since)) return undefined;
    const own = { since };
    this.#byAddress.set(address, running.add(own));
    return () => {
      running.delete(own);
      if (running.size === 0) this.#byAddress.delete(address);
    };
  }

  /** Addresses with something under way. */
  get size(): number {
    return this.#byAddress.size;
  }
}

function isFull(running: ReadonlySet<Running>, now: number): boolean {
  if (running.size < MOST_SLOW) return false;
  if (running.size >= MOST) return true;
  let slow = 0;
  // Oldest first.
  for (const { since } of running) {
    if (now - since < SLOW_MS) return false;
    slow += 1;
    if (slow === MOST_SLOW) return true;
  }
  return false;
}
