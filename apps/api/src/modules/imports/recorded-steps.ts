import type { CommitStep, Put } from "./commit-history.js";
import type { LoggedCommit } from "./git/git-log.js";
import type { RecordedEntry } from "./import-source.repository.js";
import type { Item } from "./place.js";

/** Says again what an earlier run made of a commit, so that the graph goes on where it ended. */
export class RecordedSteps {
  readonly #items = new Map<string, Item>();

  stepOf(commit: LoggedCommit, entries: readonly RecordedEntry[]): CommitStep {
    const puts: Put[] = [];
    const removes: string[] = [];
    for (const { file, pageId, mediaId, versionId, path, mode, blob } of entries) {
      const id = pageId ?? mediaId;
      if (versionId === null || id === null) {
        removes.push(file);
        continue;
      }
      const item = this.#item(id, pageId === null ? "media" : "page");
      puts.push({ file, blob, mode, recorded: { item, version: versionId, path: path ?? file } });
    }
    return { sha: commit.sha, parents: commit.parents, puts, removes };
  }

  #item(id: string, kind: Item["kind"]): Item {
    const known = this.#items.get(id);
    if (known) return known;
    const item: Item = { id, kind, isStored: true };
    this.#items.set(id, item);
    return item;
  }
}
