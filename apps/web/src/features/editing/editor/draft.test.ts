import { describe, expect, it } from "vitest";
import { DraftStore } from "./draft.js";

/** A browser's storage, for want of one here. */
class MemoryStorage implements Storage {
  readonly #items = new Map<string, string>();
  get length(): number {
    return this.#items.size;
  }
  key = (index: number): string | null => [...this.#items.keys()][index] ?? null;
  getItem = (key: string): string | null => this.#items.get(key) ?? null;
  setItem = (key: string, value: string): void => void this.#items.set(key, value);
  removeItem = (key: string): void => void this.#items.delete(key);
  clear = (): void => this.#items.clear();
}

const draft = { base: "rev_1", markdown: "line\r\nend\u{1F600}", at: "2026-01-01T00:00:00.000Z" };

describe("DraftStore", () => {
  it("gives back what it was given, to the same page only", () => {
    const storage = new MemoryStorage();
    new DraftStore("pag_1", storage).keep(draft);
    expect(new DraftStore("pag_1", storage).find()).toEqual(draft);
    expect(new DraftStore("pag_2", storage).find()).toBeUndefined();
  });

  it("forgets when told to", () => {
    const storage = new MemoryStorage();
    const store = new DraftStore("pag_1", storage);
    store.keep(draft);
    store.discard();
    expect(store.find()).toBeUndefined();
    expect(storage.length).toBe(0);
  });

  it.each(["", "{", "null", "[]", '{"base":1,"markdown":"a"}'])("finds nothing in %j", (kept) => {
    const storage = new MemoryStorage();
    storage.setItem("stet-draft:pag_1", kept);
    expect(new DraftStore("pag_1", storage).find()).toBeUndefined();
  });
});
