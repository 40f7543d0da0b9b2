/** Keeps what was used last, up to a number of bytes. */
export class ByteLru<V extends { readonly bytes: number }> {
  /** With the size as it was counted: an entry may grow before it is set again. */
  readonly #entries = new Map<string, { value: V; counted: number }>();
  #bytes = 0;

  constructor(readonly capacity: number) {}

  get bytes(): number {
    return this.#bytes;
  }

  /** A hit counts as a use. */
  get(key: string): V | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.value;
  }

  set(key: string, value: V): void {
    this.delete(key);
    if (value.bytes > this.capacity) return;
    this.#entries.set(key, { value, counted: value.bytes });
    this.#bytes += value.bytes;
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.capacity) return;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    this.#entries.delete(key);
    this.#bytes -= entry.counted;
  }
}
