import type { Tx } from "#platform/database/index.js";
import {
  getMarkdown,
  listRevisionsOf,
  type KnownRevision,
  type TouchedPage,
} from "./finish-import.repository.js";

/** A page's revisions as two sides see them: those git brought, and what was written in the wiki. */
export interface WikiSide {
  readonly head: KnownRevision;
  /** The newest revision of the wiki that git's do not come from, and that says something of its own. */
  readonly wiki?: { readonly revision: KnownRevision; readonly markdown: string };
  /** The newest revision both sides come from. */
  readonly base?: { readonly revision: KnownRevision; readonly markdown: string };
  get(id: string): KnownRevision;
}

/** `gitHeads` are the page's revisions at the tip of the branch. */
export async function readWikiSide(
  tx: Tx,
  page: TouchedPage,
  sourceId: string,
  gitHeads: readonly string[],
): Promise<WikiSide> {
  const revisions = new Map(
    (await listRevisionsOf(tx, page.id, sourceId)).map((row) => [row.id, row]),
  );
  const get = (id: string) => {
    const revision = revisions.get(id);
    if (!revision) throw new Error(`The page ${page.path} lacks the revision ${id}.`);
    return revision;
  };
  const head = get(page.headId);
  const ofGit = ancestorsOf(gitHeads, revisions);
  const written = [...revisions.values()].filter(
    ({ id, isImported }) => !isImported && !ofGit.has(id),
  );
  const newest = written.at(-1);
  if (!newest) return { head, get };
  const ofWiki = ancestorsOf([newest.id], revisions);
  const common = [...revisions.values()].findLast(({ id }) => ofGit.has(id) && ofWiki.has(id));
  const base = common && { revision: common, markdown: await getMarkdown(tx, common.id) };
  const wiki = { revision: newest, markdown: await getMarkdown(tx, newest.id) };
  const isEcho =
    base !== undefined && base.markdown === wiki.markdown && base.revision.path === newest.path;
  return { head, get, ...(isEcho ? {} : { wiki }), ...(base ? { base } : {}) };
}

function ancestorsOf(ids: readonly string[], all: ReadonlyMap<string, KnownRevision>): Set<string> {
  const found = new Set<string>();
  const waiting = [...ids];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    waiting.push(...(all.get(id)?.parentIds ?? []));
  }
  return found;
}
