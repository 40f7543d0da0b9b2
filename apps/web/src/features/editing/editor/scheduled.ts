// Long enough that a fast typist is not interrupted, short enough to feel alive.
const QUIET_MS = 120;
const AT_MOST_MS = 1_000;

/** Work that follows typing: after a pause, now and then without one, and never twice at a time. */
export class Scheduled {
  #timer = 0;
  #firstAsked = 0;
  #isRunning = false;
  #isWanted = false;

  constructor(readonly work: () => Promise<void>) {}

  request(after = QUIET_MS): void {
    if (this.#isRunning) {
      this.#isWanted = true;
      return;
    }
    const now = performance.now();
    if (this.#timer === 0) this.#firstAsked = now;
    clearTimeout(this.#timer);
    const latest = this.#firstAsked + AT_MOST_MS - now;
    this.#timer = window.setTimeout(() => void this.#run(), Math.max(0, Math.min(after, latest)));
  }

  cancel(): void {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#isWanted = false;
  }

  async #run(): Promise<void> {
    this.#timer = 0;
    this.#isRunning = true;
    this.#isWanted = false;
    try {
      await this.work();
    } catch {
      // What failed for this text may do for the next; there is always a next one.
    } finally {
      this.#isRunning = false;
    }
    if (this.#isWanted) this.request();
  }
}
