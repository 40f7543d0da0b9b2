import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { merge } from "@stet/history";
import {
  type Corpus,
  editPage,
  fixturesPath,
  listEdits,
  listMerges,
  makePage,
  openGitMerge,
  Random,
  textOf,
} from "@stet/history/testing";
import { atLeast, atMost, cpuOften } from "./history-cpu.js";
import type { BenchRow } from "./report.js";

/** Two neighbouring edits of a page, the first undone by one side: both sides changed the text between them. */
const MOST_PAIRS = 250;

type Case = readonly [base: string, mine: string, theirs: string];

export function measureMerge(corpus: Corpus | undefined): BenchRow[] {
  const rows = [hazards(), speed()];
  if (corpus !== undefined)
    rows.push(
      ...againstGit("real merges", realMerges(corpus)),
      ...againstGit("neighbouring edits", neighbours(corpus)),
    );
  return rows;
}

function hazards(): BenchRow {
  const folder = join(fixturesPath, "merge");
  const names = readdirSync(folder).filter((name) => !name.startsWith("clean-"));
  const read = (name: string, file: string): string =>
    readFileSync(join(folder, name, file), "utf8");
  const silent = names.filter(
    (name) => merge(read(name, "base.md"), read(name, "mine.md"), read(name, "theirs.md")).clean,
  );
  return atMost(`${names.length} hazards, merged silently`, silent.length, "", 0);
}

function speed(): BenchRow {
  const random = new Random(11);
  const page = makePage(random, 5000);
  const [mine, theirs] = [editPage(random, page, 0.02), editPage(random, page, 0.02)].map(textOf);
  return atMost(
    "merge of 5,000 lines, 2 % edited by each",
    cpuOften(() => merge(textOf(page), mine!, theirs!)),
    "ms",
    60,
  );
}

function realMerges(corpus: Corpus): Case[] {
  return listMerges(corpus).map(({ base, mine, theirs }) => [base, mine, theirs]);
}

function neighbours(corpus: Corpus): Case[] {
  const edits = listEdits(corpus);
  const next = new Map(edits.map((edit) => [edit.path + edit.before, edit]));
  const cases = edits.flatMap((edit): Case[] => {
    const following = next.get(edit.path + edit.after);
    return following === undefined ? [] : [[edit.after, edit.before, following.after]];
  });
  const step = Math.max(1, Math.floor(cases.length / MOST_PAIRS));
  return cases.filter((_, at) => at % step === 0);
}

function againstGit(name: string, cases: readonly Case[]): BenchRow[] {
  const git = openGitMerge();
  let [clean, merged, equal] = [0, 0, 0];
  for (const [base, mine, theirs] of cases) {
    const theirResult = git.merge(base, mine, theirs);
    if (theirResult === undefined) continue;
    clean++;
    const ours = merge(base, mine, theirs);
    if (!ours.clean) continue;
    merged++;
    if (ours.text === theirResult) equal++;
  }
  git.close();
  if (merged === 0) return [];
  return [
    atLeast(`${clean} ${name} clean in git: merged by us`, merged / clean, "", 0.9),
    atLeast(`${name} clean on both: bytes equal`, equal / merged, "", 1),
  ];
}
