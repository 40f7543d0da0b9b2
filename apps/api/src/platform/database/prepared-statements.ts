import type { PoolClient } from "pg";

/** Statements seen so often are prepared; rarer ones are not worth a place in every connection's memory. */
const OFTEN = 3;
/** Per process. Beyond it, new texts stay unprepared: they are made from data, and each is seen once or twice. */
const MOST_TEXTS = 2_000;
const MOST_PREPARED = 400;

/**
 * Gives statements that come again a name, so that PostgreSQL parses and plans them once a connection instead of once
 * a call: for our reads that is most of the work.
 */
export class PreparedStatements {
  readonly #seen = new Map<string, number>();
  readonly #names = new Map<string, string>();

  /** The name under which `text` is prepared; `undefined` when it is to be sent plainly. */
  nameOf(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    if (this.#names.size >= MOST_PREPARED) return undefined;
    const seen = (this.#seen.get(text) ?? 0) + 1;
    if (seen < OFTEN) {
      if (this.#seen.size < MOST_TEXTS) this.#seen.set(text, seen);
      return undefined;
    }
    this.#seen.delete(text);
    const name = `stet_${this.#names.size + 1}`;
    this.#names.set(text, name);
    return name;
  }
}

/** Makes `client` send what has parameters by name, and tells `onStatement` of each statement. */
export function prepareQueries(
  client: PoolClient,
  prepared: PreparedStatements,
  onStatement: () => void,
): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  client.query = ((first: unknown, values: unknown, ...others: unknown[]) => {
    onStatement();
    if (typeof first === "string" && Array.isArray(values)) {
      const name = prepared.nameOf(first);
      if (name !== undefined) return query({ name, text: first, values }, ...others);
    }
    return query(first, values, ...others);
  }) as typeof client.query;
}
