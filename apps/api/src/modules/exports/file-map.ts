interface Standing {
  readonly file: string;
  readonly key: string;
  readonly mode: string;
}

export interface FileMapChange {
  /** The file that the change is about. */
  readonly file: string;
  readonly removes: readonly string[];
  readonly puts: readonly Standing[];
}

/** Which page or media file stands where in the repository, while it is written. One file, one owner. */
export class FileMap {
  readonly #byId = new Map<string, Standing>();
  readonly #owners = new Map<string, string>();

  get size(): number {
    return this.#byId.size;
  }

  /** Puts an item at a file, or beside it when another stands there; `undefined` when nothing changes. */
  put(id: string, wanted: string, key: string): FileMapChange | undefined {
    const before = this.#byId.get(id);
    const file = this.#freeFile(id, wanted);
    if (before?.file === file && before.key === key) return undefined;
    const standing = { file, key, mode: before?.mode ?? "100644" };
    this.#set(id, standing);
    const removes = before && before.file !== file ? [before.file] : [];
    return { file, removes, puts: [standing] };
  }

  remove(id: string): FileMapChange | undefined {
    const before = this.#byId.get(id);
    if (!before) return undefined;
    this.#byId.delete(id);
    this.#owners.delete(before.file);
    return { file: before.file, removes: [before.file], puts: [] };
  }

  removeAllBut(ids: ReadonlySet<string>): string[] {
    return [...this.#byId.keys()]
      .filter((id) => !ids.has(id))
      .flatMap((id) => this.remove(id)?.removes ?? []);
  }

  /** Applies what an imported commit changed. */
  follow(
    entries: readonly {
      file: string;
      mode: string;
      pageId: string | null;
      mediaId: string | null;
      contentHash: Buffer | null;
      blobHash: Buffer | null;
    }[],
    keyOf: (entry: { contentHash: Buffer | null; blobHash: Buffer | null }) => string,
  ): void {
    for (const { file } of entries) {
      const owner = this.#owners.get(file);
      if (owner !== undefined) this.remove(owner);
    }
    for (const entry of entries) {
      const id = entry.pageId ?? entry.mediaId;
      const key = keyOf(entry);
      if (id !== null && key !== "") this.#set(id, { file: entry.file, key, mode: entry.mode });
    }
  }

  #set(id: string, standing: Standing): void {
    const before = this.#byId.get(id);
    if (before) this.#owners.delete(before.file);
    this.#byId.set(id, standing);
    this.#owners.set(standing.file, id);
  }

  #freeFile(id: string, wanted: string): string {
    const dot = wanted.lastIndexOf(".");
    const split = dot > wanted.lastIndexOf("/") ? dot : wanted.length;
    for (let number = 1; ; number += 1) {
      const file =
        number === 1 ? wanted : `${wanted.slice(0, split)}-${number}${wanted.slice(split)}`;
      const owner = this.#owners.get(file);
      if (owner === undefined || owner === id) return file;
    }
  }
}
