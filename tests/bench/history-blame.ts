import { type Blame, blame, blameRuns, extendBlame, startBlame } from "@stet/history";
import {
  type Corpus,
  editPage,
  gitBlame,
  hasWords,
  listPages,
  listRevisions,
  makePage,
  Random,
  textOf,
} from "@stet/history/testing";
import { atLeast, atMost, cpu, cpuOften } from "./history-cpu.js";
import type { BenchRow } from "./report.js";

export function measureBlame(corpus: Corpus | undefined): BenchRow[] {
  return [...(corpus === undefined ? [] : corpusBlame(corpus)), longHistory()];
}

function corpusBlame(corpus: Corpus): BenchRow[] {
  let [agreed, total, revisionCount, time, equal, pages] = [0, 0, 0, 0, 0, 0];
  for (const path of listPages(corpus)) {
    const revisions = listRevisions(corpus, path);
    if (revisions.length < 2) continue;
    pages++;
    revisionCount += revisions.length - 1;
    let state = startBlame(revisions[0]!);
    time += cpu(() => {
      for (let at = 1; at < revisions.length; at++) {
        state = extendBlame(state, revisions[at - 1]!.text, revisions[at]!, { moves: false });
      }
    });
    if (isIncremental(revisions)) equal++;
    const git = gitBlame(corpus, path);
    const owners = blameRuns(state).flatMap(({ lines, revision }) =>
      new Array<string>(lines).fill(revision.slice(0, 38)),
    );
    for (const [line, text] of revisions.at(-1)!.text.split("\n").entries()) {
      // Past a page's first revision here git follows renames.
      if (!hasWords(text) || owners[line] === revisions[0]!.id.slice(0, 38)) continue;
      total++;
      if (git[line] === owners[line]) agreed++;
    }
  }
  return [
    atLeast(
      `blame agrees with git blame --first-parent (${total} word-bearing lines)`,
      agreed / total,
      "",
      0.99,
    ),
    atLeast(`blame of ${pages} pages: incremental equals from scratch`, equal / pages, "", 1),
    atMost(`blame, each of ${revisionCount} revisions`, time / revisionCount, "ms", 1),
  ];
}

/** With moves and reverts, as the API stores it: each step from stored JSON only. */
function isIncremental(revisions: readonly { id: string; text: string }[]): boolean {
  const stored = new Map<string, string>();
  let state = startBlame(revisions[0]!);
  stored.set(revisions[0]!.text, JSON.stringify(state));
  for (let at = 1; at < revisions.length; at++) {
    const earlier = stored.get(revisions[at]!.text);
    const previous = JSON.parse(stored.get(revisions[at - 1]!.text)!) as Blame;
    state = extendBlame(
      previous,
      revisions[at - 1]!.text,
      revisions[at]!,
      earlier === undefined ? {} : { earlier: JSON.parse(earlier) as Blame },
    );
    stored.set(revisions[at]!.text, JSON.stringify(state));
  }
  return JSON.stringify(state) === JSON.stringify(blame(revisions));
}

function longHistory(): BenchRow {
  const random = new Random(13);
  let page = makePage(random, 5000);
  let text = textOf(page);
  let state = startBlame({ id: "revision-0", text });
  for (let revision = 1; revision < 1000; revision++) {
    const at = random.below(page.length - 20);
    page = [
      ...page.slice(0, at),
      ...editPage(random, page.slice(at, at + 20), 0.3),
      ...page.slice(at + 20),
    ];
    const next = textOf(page);
    state = extendBlame(state, text, { id: `revision-${revision}`, text: next });
    text = next;
  }
  const stored = JSON.stringify(state);
  const served = cpuOften(() => blameRuns(JSON.parse(stored) as Blame));
  return atMost(
    `blame of ${page.length} lines by ${state.owners.length} of 1,000 revisions, served`,
    served,
    "ms",
    100,
  );
}
