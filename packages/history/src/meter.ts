import type { Degradation } from "./diff-types.js";

/**
 * Counts operations instead of time, so that the same input gives the same output on every machine.
 * Once empty it stays empty, and remembers how often that mattered.
 */
export class Meter {
  #left: number;
  #refused = 0;

  constructor(readonly limit: number) {
    this.#left = limit;
  }

  get left(): number {
    return this.#left;
  }

  get refused(): number {
    return this.#refused;
  }

  /** False when the budget is gone; the caller then does without, and reports it with `refuse`. */
  spend(operations: number): boolean {
    this.#left -= operations;
    return this.#left >= 0;
  }

  refuse(): void {
    this.#refused++;
  }
}

export function degradations(meters: Record<Degradation["what"], Meter>): Degradation[] {
  return (["lines", "pairs", "words", "moves"] as const)
    .filter((what) => meters[what].refused > 0)
    .map((what) => ({ what, times: meters[what].refused }));
}
